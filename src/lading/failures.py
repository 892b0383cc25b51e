"""The failing rows of each table as a Parquet file, for whoever mends them: a record for each issue of a row."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

from lading.issue import Issue, LadingError, shortened
from lading.spool import Spool
from lading.tables import quoting
from lading.tables.row import Row

if TYPE_CHECKING:
    import pyarrow as pa

ABOUT = ("row", "line", "code", "rule", "field", "message")
"""The columns that say what is wrong; those of the table follow."""

NUMBERS = frozenset({"row", "line"})
MARK = b"lading:failures"
"""What the metadata of a file say that holds failing rows, with the name of the resource."""

BLOCK = 2**22
"""About how many characters are in memory, and at most in a row group of a file."""

SURROUNDINGS, SURROUNDINGS_OF_A_CELL = 2**7, 2**4
MOST_OF_A_ROW = 100
"""How many issues of a row have a record of their own: each of them holds all cells, and a row may have thousands."""
LONGEST_CELL = 100_000
"""How many characters of a cell are written; those that could not be read are as long as in their issue."""
LONGEST_NAME = 150

Cells = Mapping[str, str | None]


@dataclass(slots=True)
class _Failures:
    """What failed of a resource: its columns, and its rows, most of them in the spool."""

    columns: dict[str, None]
    recent: list[tuple[tuple[Any, ...], Cells]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


class FailureWriter:
    """Collects failing rows and, when all went well, writes those of each resource to a file in a folder.

    Files that an earlier run left in the folder, and no others, are removed.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._spool = Spool()
        self._found: dict[str, _Failures] = {}
        self._weight = 0

    def __enter__(self) -> Self:
        """Make the folder, so that a wrong one is noticed at once."""
        try:
            self._is_new = not self.directory.exists()
            self.directory.mkdir(parents=True, exist_ok=True)
            self._staging = Path(tempfile.mkdtemp(prefix=".lading-", dir=self.directory))
        except OSError as error:
            raise LadingError(f"{self.directory}: failing rows cannot be written there: {error.strerror}") from None
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        """Write the files, or nothing when the run ended in an exception."""
        try:
            if kind is None:
                self._publish({_file_name(resource): self._write(resource) for resource in self._found})
        finally:
            shutil.rmtree(self._staging, ignore_errors=True)
            if self._is_new:  # what is in it stays
                with suppress(OSError):
                    self.directory.rmdir()

    def add(self, resource: str, row: Row, issues: Sequence[Issue], columns: Iterable[str] = ()) -> None:
        """Add a row with what is wrong with it.

        `columns` are those of the table, in their order; where none are given, they are in the order in which failing
        rows had them.
        """
        if not issues:
            return
        if resource not in self._found:
            self._found[resource] = _Failures(dict.fromkeys(columns))
        found = self._found[resource]
        cells = _cells(row, issues)
        found.columns.update(dict.fromkeys(cells))
        weight = sum(SURROUNDINGS_OF_A_CELL + len(cell or "") for cell in cells.values())
        for about in _about(row, issues):
            found.recent.append((about, cells))
            self._weight += SURROUNDINGS + weight
        if self._weight >= BLOCK:
            self._spill()

    def _spill(self) -> None:
        for found in self._found.values():
            if found.recent:
                found.places.append(self._spool.write(found.recent))
                found.recent.clear()
        self._weight = 0

    def _write(self, resource: str) -> Path:
        import pyarrow as pa
        import pyarrow.parquet as pq

        found = self._found[resource]
        file = self._staging / _file_name(resource)
        types = {name: pa.int64() if name in NUMBERS else pa.string() for name in ABOUT}
        named = _named(found.columns)
        fields = [*types.items(), *((column, pa.string()) for column in named.values())]
        schema = pa.schema(fields, {MARK: _storable(resource).encode()})
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for block in self._blocks(found):
                writer.write_batch(_batch(block, list(named), schema))
        return file

    def _blocks(self, found: _Failures) -> Iterator[Sequence[tuple[tuple[Any, ...], Cells]]]:
        for place in found.places:
            yield self._spool.read(place)
        if found.recent:
            yield found.recent

    def _publish(self, files: Mapping[str, Path]) -> None:
        for old in sorted(self.directory.glob("*.parquet")):
            if old.name not in files and _holds_failures(old):
                old.unlink()
        for name, file in files.items():
            file.replace(self.directory / name)


def _about(row: Row, issues: Sequence[Issue]) -> Iterator[tuple[Any, ...]]:
    for issue in issues[:MOST_OF_A_ROW]:
        yield row.number, row.line, issue.code, issue.rule, issue.field, issue.message
    if len(issues) > MOST_OF_A_ROW:
        yield row.number, row.line, None, None, None, f"and {len(issues) - MOST_OF_A_ROW:,} more issues of the row"


def _cells(row: Row, issues: Sequence[Issue]) -> Cells:
    """The cells of a row as they stand in a CSV file, those that could not be read as they stood there."""
    cells = {name: quoting.text(value) for name, value in row.values.items()}
    for issue in (*row.issues, *issues):
        if issue.field is not None and issue.cell is not None and cells.get(issue.field) is None:
            cells[issue.field] = issue.cell
    return {name: None if cell is None else shortened(cell, LONGEST_CELL) for name, cell in cells.items()}


def _named(columns: Sequence[str] | Mapping[str, None]) -> dict[str, str]:
    """The columns of a table, and what they are called where another has the name; SQL does not tell cases apart."""
    taken = set(ABOUT)
    named: dict[str, str] = {}
    for column in columns:
        name = _storable(column)
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        named[column] = name
    return named


def _batch(
    block: Sequence[tuple[tuple[Any, ...], Cells]], columns: Sequence[str], schema: "pa.Schema"
) -> "pa.RecordBatch":
    import pyarrow as pa

    about = zip(*(values for values, _ in block), strict=True)
    cells = ([_stored(row.get(column)) for _, row in block] for column in columns)
    values = [*([_stored(value) for value in column] for column in about), *cells]
    return pa.record_batch(
        [pa.array(column, one.type) for column, one in zip(values, schema, strict=True)], schema=schema
    )


def _stored(value: Any) -> Any:
    return _storable(value) if isinstance(value, str) else value


def _storable(text: str) -> str:
    """The text as UTF-8 can hold it: half a character pair has no place there."""
    return text.encode("utf-8", "backslashreplace").decode()


def _file_name(resource: str) -> str:
    """A name that no system takes for a path or for something special, and another one for every resource."""
    safe = quote(_storable(resource), safe="")
    if safe.startswith("."):
        safe = f"%2E{safe[1:]}"
    if len(safe) > LONGEST_NAME:
        safe = f"{safe[:LONGEST_NAME]}-{sha256(safe.encode()).hexdigest()[:16]}"
    return f"{safe}.parquet"


def _holds_failures(file: Path) -> bool:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return MARK in (pq.read_schema(file).metadata or {})
    except (OSError, pa.ArrowException):
        return False
