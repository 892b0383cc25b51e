"""A record model as queries over the batches of its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from lading.column import columns
from lading.compile import rules, schema
from lading.compile.columns import ColumnQuery, stored_column, text_column
from lading.compile.reading import ReadColumn, values_of
from lading.compile.rules import NoQueryError
from lading.compile.schema import RowByRowError
from lading.compile.table import Compiled, Examined, Fallback
from lading.record import Record
from lading.tables.cells import CellReader


def compile_record(model: type[Record], readers: Sequence[CellReader] | None) -> Compiled:
    """The queries of a model, or why there are none."""
    try:
        return _compile(model, readers)
    except RowByRowError as reason:
        return RowByRow(str(reason))


@dataclass(frozen=True, slots=True)
class RowByRow:
    """A model of which only Pydantic can tell whether a row is a record."""

    row_by_row: str

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """Every row."""
        return (Fallback(None, self.row_by_row),)

    def examine(self, frame: pl.DataFrame) -> Examined:
        """No values, and every row a suspect."""
        return Examined(pl.DataFrame(), pl.repeat(True, len(frame), eager=True))


@dataclass(frozen=True, slots=True)
class RuleQuery:
    """Where a rule is broken, in a query of the columns that it reads."""

    reads: frozenset[str]
    broken: pl.Expr


@dataclass(frozen=True, slots=True)
class ByColumns:
    """A model whose records are found by queries."""

    queries: tuple[ColumnQuery, ...]
    rules: tuple[RuleQuery, ...]
    row_by_row: None = None

    @property
    def fallbacks(self) -> tuple[Fallback, ...]:
        """The columns of which Python judges the distinct values."""
        return tuple(Fallback(query.column.name, query.fallback) for query in self.queries if query.fallback)

    def examine(self, frame: pl.DataFrame) -> Examined:
        """The values of a batch and its suspects."""
        # Columns are numbered: a name like ^a$ or * stands for several columns in Polars.
        cells = [frame.get_column(query.column.name).alias(str(n)) for n, query in enumerate(self.queries)]
        reading = [query.read(series) for query, series in zip(self.queries, cells, strict=True)]
        parts = [part for n, one in enumerate(reading) for part in one.parts(n)]
        batch = pl.DataFrame(cells).lazy().select(parts).collect()
        read = [one.done(n) for n, one in enumerate(reading)]
        faults = enumerate(self._faults(read))
        marked = batch.lazy().select(fault.alias(str(n)) for n, fault in faults).collect()
        suspects = marked.select(pl.any_horizontal(pl.all()).fill_null(False)).to_series()
        values = [
            batch.get_column(values_of(n)).alias(query.column.name)
            for n, query in enumerate(self.queries)
            if read[n].values is not None
        ]
        return Examined(pl.DataFrame(values), suspects.alias("suspects"))

    def _faults(self, read: Sequence[ReadColumn]) -> Iterator[pl.Expr]:
        for query, one in zip(self.queries, read, strict=True):
            yield from query.faults(one)
        if all(query.met.nullable for query in self.queries):
            yield pl.all_horizontal([one.missing for one in read])  # a blank row is a fault of its own
        held = {query.column.name for query, one in zip(self.queries, read, strict=True) if one.values is not None}
        yield from (rule.broken if rule.reads <= held else pl.lit(True) for rule in self.rules)


def _compile(model: type[Record], readers: Sequence[CellReader] | None) -> ByColumns:
    described = columns(model)
    if not described:
        raise RowByRowError(f"{model.__name__} has no columns")
    of_column = {field.name: field for field in schema.fields(model)}
    if readers is None:
        queries = [stored_column(model, column, of_column[column.name]) for column in described]
    else:
        reader_of = {reader.name: reader for reader in readers}
        queries = [text_column(model, column, of_column[column.name], reader_of[column.name]) for column in described]
    held = {column.name: (column, pl.col(values_of(n))) for n, column in enumerate(described)}
    return ByColumns(tuple(queries), tuple(_rules(model, held)))


def _rules(model: type[Record], held: rules.Columns) -> Iterator[RuleQuery]:
    for rule in model.rules:
        try:
            yield RuleQuery(frozenset(rule.expression.fields()), rules.broken(rule.expression, held))
        except NoQueryError as reason:
            raise RowByRowError(f"the rule {rule.name} is asked of every row: {reason}") from None
