"""Where Polars and Python see a value differently, it is a suspect."""

import math
from typing import Annotated, Any, ClassVar

import polars as pl
import pytest
from pydantic import ConfigDict, Field, create_model

from lading.compile import compile_table
from lading.expression import Expression, field
from lading.record import Record, Rule, Table

NUMBER, OTHER = field("number"), field("other")


class Lenient(Record):
    """NaN and empty texts are allowed."""

    model_config = ConfigDict(allow_inf_nan=True, str_min_length=0)


def suspects(rows: list[dict[str, Any]], condition: Expression | None = None, **fields: Any) -> list[bool]:
    """Which rows are suspects for a model with these fields and a rule."""
    described = {name: (annotation, Field(description=name)) for name, annotation in fields.items()}
    make: Any = create_model
    table = (ClassVar[Table], Table("rows", "Rows", ()))
    model: type[Record] = make("Rows", __base__=Lenient, __module__=__name__, **described | {"table": table})
    if condition is not None:
        model.rules = (Rule("rule", "A rule.", condition),)
    found: list[bool] = compile_table(model, None).examine(pl.DataFrame(rows)).suspects.to_list()
    return found


@pytest.mark.parametrize("bounds", [Field(ge=0), Field(gt=0), Field(le=math.inf), Field(lt=0)])
def test_no_number_is_within_no_bounds(bounds: Any) -> None:
    assert suspects([{"number": math.nan}], number=Annotated[float, bounds]) == [True]


@pytest.mark.parametrize("condition", [NUMBER > 0, NUMBER == NUMBER, NUMBER >= 0, NUMBER.is_in(1)])
def test_no_number_compares_with_nothing(condition: Expression) -> None:
    assert suspects([{"number": math.nan}], condition, number=float) == [True]


def test_a_whole_number_beyond_the_exact_doubles_is_compared_with_a_double_by_python() -> None:
    rows = [{"number": 2**53 + 1, "other": 2.0**53}, {"number": 2, "other": 2.0}]
    assert suspects(rows, NUMBER == OTHER, number=int, other=float) == [True, False]


def test_text_with_nul_is_in_no_record() -> None:
    assert suspects([{"number": "a\0"}, {"number": "a"}], number=str) == [True, False]


def test_what_is_a_letter_beyond_ascii_is_for_python_to_say() -> None:
    rows = [{"number": "\u00e9"}, {"number": "e"}, {"number": "-"}]
    assert suspects(rows, NUMBER.matches(r"\w+"), number=str) == [True, False, True]


def test_a_row_of_nothing_is_a_suspect_where_each_of_its_fields_may_be_missing() -> None:
    rows: list[dict[str, Any]] = [{"number": None, "other": None}, {"number": 1, "other": None}]
    assert suspects(rows, number=int | None, other=str | None) == [True, False]


def test_lengths_are_counted_in_code_points() -> None:
    rows = [{"number": "\U0001d518\U0001d518"}, {"number": "\U0001d518\U0001d518\U0001d518"}]
    assert suspects(rows, number=Annotated[str, Field(max_length=2)]) == [False, True]
