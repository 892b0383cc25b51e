"""A table in parts that can be read apart from each other, each of them by another machine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lading.check.resources import TablePlan
from lading.column import Column, columns
from lading.compile import Compiled, compile_table
from lading.descriptor import TableSchema
from lading.engine.chunks import Reading
from lading.engine.workers import ModelAddress
from lading.issue import IssuesError
from lading.record import Record
from lading.tables.cells import cell_readers
from lading.tables.csv import CsvSource
from lading.tables.opening import open_table
from lading.tables.parquet import ParquetSource
from lading.tables.parquet.footer import RowGroup, row_groups
from lading.tables.parquet.parts import parts as files_of
from lading.tables.source import Source, TableFiles

PART_BYTES = 2**27
"""About so much of a Parquet file is a part: what is larger is divided between its row groups."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a table, or consecutive row groups of it; `after` is a file before it that tells its header."""

    files: TableFiles
    after: Path | None = None
    first_group: int = 0
    end_group: int | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.files.paths[0]


@dataclass(frozen=True, slots=True)
class TableAddress:
    """What another process needs to know of a table in order to read and to judge parts of it."""

    model: ModelAddress
    columns: tuple[str, ...]
    schema: str

    def read(self) -> "PartReader":
        """What reads the parts; the same for all of them in a process."""
        return _reader(self)


@dataclass(frozen=True, slots=True)
class PartReader:
    """A record model and the columns of its table."""

    model: type[Record]
    columns: Sequence[Column]
    schema: TableSchema
    stored: Compiled
    text: Compiled

    def reading(self, part: Part) -> Reading:
        """The part as a table, whose rows are numbered from 1."""
        source = _source(part, self.columns, self.schema)
        return Reading(source, self.text if source.is_text else self.stored, self.columns)


def address_of(plan: TablePlan) -> TableAddress | None:
    """The address of a table; None where other processes have no such model."""
    if (model := ModelAddress.of(plan)) is None:
        return None
    names = tuple(column.name for column in plan.columns)
    return TableAddress(model, names, plan.schema.model_dump_json(by_alias=True, exclude_unset=True))


def parts_of(plan: TablePlan) -> tuple[Part, ...]:
    """The parts of a table in their order; none where it is in files that nobody can divide."""
    match plan.source:
        case ParquetSource():
            return tuple(_of_parquet(plan.files))
        case CsvSource() if plan.files.data is None:
            first = plan.files.paths[0]
            ones = [Part(replace(plan.files, paths=(path,)), after=first) for path in plan.files.paths]
            return (replace(ones[0], after=None), *ones[1:])
        case _:
            return ()


def _of_parquet(files: TableFiles) -> Iterator[Part]:
    try:
        found = files_of(files.paths)
    except IssuesError:  # said where it is read
        return
    for file in found:
        whole = Part(replace(files, paths=(file.path,)))
        if file.path.stat().st_size <= PART_BYTES:
            yield whole
            continue
        yield from (replace(whole, first_group=first, end_group=end) for first, end in _ranges(file.path))


def _ranges(path: Path) -> Iterator[tuple[int, int | None]]:
    """The row groups of a file, as many together as are a part; all of them where the footer is damaged."""
    try:
        with path.open("rb") as file:
            groups = row_groups(file, path.stat().st_size)
    except (IssuesError, OSError):
        groups = []
    first, n_bytes = 0, 0
    for number, group in enumerate(groups):
        if number > first and n_bytes + _bytes(group) > PART_BYTES:
            yield first, number
            first, n_bytes = number, 0
        n_bytes += _bytes(group)
    yield first, None


def _bytes(group: RowGroup) -> int:
    return sum(chunk.end - chunk.start for chunk in group.chunks)


def _source(part: Part, described: Sequence[Column], schema: TableSchema) -> Source:
    source = open_table(part.files, described, schema)
    if isinstance(source, ParquetSource):
        return replace(source, first_group=part.first_group, end_group=part.end_group)
    return replace(source, after=part.after) if isinstance(source, CsvSource) else source


@cache
def _reader(address: TableAddress) -> PartReader:
    model = address.model.model()
    by_name = {column.name: column for column in columns(model)}
    described = [by_name[name] for name in address.columns]
    schema = TableSchema.model_validate_json(address.schema)
    stored, text = compile_table(model, None), compile_table(model, cell_readers(described, schema))
    return PartReader(model, described, schema, stored, text)
