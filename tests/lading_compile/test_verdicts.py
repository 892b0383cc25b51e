"""Asking columns first and Pydantic only of the suspects says what Pydantic says of every row."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lading.compile import compile_table
from tests.lading_compile import verdicts
from tests.lading_compile.kinds import stored_kinds
from tests.lading_compile.models import Model, models
from tests.lading_compile.tables import readers, stored_tables, text_tables

SEARCH = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@SEARCH
@given(models(stored_kinds), st.data())
def test_stored_columns_and_pydantic_agree_on_every_row(model: Model, data: st.DataObject) -> None:
    table = data.draw(stored_tables(model))
    rows = list(verdicts.stored_rows(table, model.record))
    examined = compile_table(model.record, None).examine(verdicts.stored_frame(table))
    assert verdicts.by_columns(rows, examined, model.record) == verdicts.by_rows(rows, model.record)
    held, read = verdicts.values_of_the_others(rows, examined)
    assert held == read


@SEARCH
@given(models(), st.data())
def test_cells_of_text_and_pydantic_agree_on_every_row(model: Model, data: st.DataObject) -> None:
    cells, cell_readers = data.draw(text_tables(model)), data.draw(readers(model))
    rows = list(verdicts.text_rows(cells, cell_readers))
    examined = compile_table(model.record, cell_readers).examine(verdicts.text_frame(cells))
    assert verdicts.by_columns(rows, examined, model.record) == verdicts.by_rows(rows, model.record)
    held, read = verdicts.values_of_the_others(rows, examined)
    assert held == read
