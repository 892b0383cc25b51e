"""The head of a text file: which of its records are header, comment or data, and which column a cell belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, zip_longest

from lading.descriptor import Dialect, TableSchema
from lading.issue import Issue, IssuesError, quoted
from lading.tables import labels, matching
from lading.tables.cells import CellReader
from lading.tables.csv.records import Record
from lading.tables.csv.rows import RowReader

MOST_COLUMNS = 100_000


@dataclass(frozen=True, slots=True)
class Places:
    """Where in a record the cells of the columns are, None for a column that the file does not have, and its width.

    `unread` are the columns among them that the file should have.
    """

    of_columns: tuple[int | None, ...]
    width: int
    unread: frozenset[str] = frozenset()


class Head:
    """Takes the records of a file from its first, and gives those that are data.

    `faults` are those of the header that keep no row from being read: to be told at the end of the rows.
    """

    def __init__(
        self,
        dialect: Dialect,
        readers: Sequence[CellReader],
        schema: TableSchema | None,
        earlier: "Head | None" = None,
    ) -> None:
        self.labels: tuple[str, ...] | None = None
        self.places: Places | None = None
        self.faults: tuple[Issue, ...] = ()
        self._last_number = max((0, *dialect.label_rows, *dialect.comment_rows))
        self._label_rows, self._comment_rows = frozenset(dialect.label_rows), frozenset(dialect.comment_rows)
        self._dialect = dialect
        self._readers = readers
        self.names = names = [reader.name for reader in readers]
        self._schema = schema
        self._earlier = earlier
        self._in_order = schema is None or schema.fields_match == "exact"
        self._held: list[Record] = []
        if not dialect.label_rows:
            self.places = Places(tuple(range(len(names))), len(names))

    @cached_property
    def reader(self) -> RowReader:
        """What reads the data, of which there is none before the header is known."""
        if self.places is None:
            raise LookupError("the header is not known yet")
        places = self.places
        return RowReader(self._readers, places.of_columns, places.width, places.unread, self.labels or ())

    def data(self, found: Iterator[Record]) -> Iterator[Record]:
        """The data among all records of the file; IssuesError where there is no header as described."""
        for record in found:
            yield from self.admit(record)
            if self.is_settled(record.number):
                break
        else:
            yield from self.finish()
        yield from found

    def is_settled(self, number: int) -> bool:
        """Whether all records beyond that number are data."""
        return self.places is not None and number >= self._last_number

    def admit(self, record: Record) -> Sequence[Record]:
        """The records that are data, now that this one is known too."""
        if record.number in self._comment_rows:
            return ()
        if self.places is not None:
            return (record,)
        self._held.append(record)
        return self.finish() if record.number >= max(self._label_rows) else ()

    def finish(self) -> Sequence[Record]:
        """The same at the end of the file, or of its header; IssuesError where there is no header as described."""
        if self.places is not None:
            return ()
        held, self._held = self._held, []
        rows = [record for record in held if record.number in self._label_rows] or held[-1:]
        line = rows[-1].line if rows else labels.HEADER_LINE
        joined = joined_labels([record.cells for record in rows], self._dialect.header_join, self.names)
        self.labels = tuple(self._as_described(label) for label in joined)
        if self._earlier is None:
            self.faults = tuple(replace(fault, line=line) for fault in self._faults(rows))
            if self.faults and not self._can_be_placed(rows):
                raise IssuesError(self.faults)
            self.places = self._places(self.labels)
            return ()
        self.places = self._earlier.places
        if self.labels == self._earlier.labels:
            return ()
        if faults := tuple(replace(fault, line=line) for fault in _another_header(self.labels, self.names)):
            raise IssuesError(faults)
        self.labels = self._earlier.labels
        return held

    def _as_described(self, label: str) -> str:
        """The name of the column that the label means where upper and lower case are the same."""
        if self._dialect.case_sensitive_header or label in self.names:
            return label
        same = [name for name in self.names if name.casefold() == label.casefold()]
        return same[0] if len(same) == 1 else label

    def _faults(self, rows: Sequence[Record]) -> Iterator[Issue]:
        found = self.labels or ()
        if not rows:
            return iter([Issue("source-error", "the file is empty", labels.first_line(self.names))])
        if self._in_order or not any(found):
            return labels.compare_in_order(found, self.names)
        return chain(_nameless(found, self._schema), matching.compare(found, self.names, self._schema))

    def _can_be_placed(self, rows: Sequence[Record]) -> bool:
        """Whether it is known which column a cell belongs to, whatever is wrong with the labels."""
        found = self.labels or ()
        if self._in_order or not rows:
            return True
        return len(set(found)) == len(found) and not set(found).isdisjoint(self.names)

    def _places(self, found: Sequence[str]) -> Places:
        if not self._in_order:
            places: Mapping[str, int] = {label: place for place, label in enumerate(found)}
        else:  # where the header is blank, there is no telling how many columns the file has
            places = {name: place for place, name in enumerate(self.names[: len(found) or None])}
        missing = {fault.field for fault in self.faults if fault.code == "missing-label"}
        width = len(found) or len(self.names)
        unread = frozenset(name for name in self.names if name in missing and name not in places)
        return Places(tuple(places.get(name) for name in self.names), width, unread)


def joined_labels(rows: Sequence[Sequence[str]], separator: str, names: Sequence[str]) -> list[str]:
    """The labels of a header of several rows.

    A row that is shorter than the others goes on with its last cell. Where cells were merged, files repeat them or
    leave them blank: what is then no name of a column may be one without the repetition.
    """
    width = max(map(len, rows), default=0)
    if width > MOST_COLUMNS:
        message = f"the header has {width:,} cells, and a table no more than {MOST_COLUMNS:,} columns"
        raise IssuesError([Issue("source-error", message, "see that its line ends")])
    filled = [[*row, *([row[-1] if row else ""] * (width - len(row)))] for row in rows]
    columns = zip(zip(*filled, strict=True), zip_longest(*rows, fillvalue=""), strict=True)
    return [_label(parts, bare, separator, names) for parts, bare in columns]


def _label(parts: Sequence[str], bare: Sequence[str], separator: str, names: Sequence[str]) -> str:
    candidates = [separator.join(filter(None, cells)) for cells in (parts, dict.fromkeys(parts), bare)]
    return next((label for label in candidates if label in names), candidates[0])


def _another_header(found: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    """What is wrong where a further file of a table has a header, but another one than the first."""
    if 2 * sum(label in names for label in found) > len(names):
        message = f"the header differs from that of the first file: {quoted(','.join(found))}"
        yield Issue("incorrect-label", message, "give all files of the table the same header")


def _nameless(found: Sequence[str], schema: TableSchema | None) -> Iterator[Issue]:
    if schema and schema.fields_match in matching.MAY_HAVE_MORE:
        return
    for number, label in enumerate(found, start=1):
        if not label:
            yield Issue("blank-label", f"column {number} has no name", "name it in the header")
