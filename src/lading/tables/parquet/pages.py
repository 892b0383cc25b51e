"""The headers of the pages of a Parquet file, read before its pages are.

A reader allocates memory by what these headers say, and a few bytes can say a lot: a page of zeros that unpacks to
gigabytes, a long text that a dictionary repeats in every row. So they are looked through first, without unpacking.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from lading.issue import one_line
from lading.tables.parquet.fault import fault
from lading.tables.parquet.footer import Chunk, RowGroup
from lading.tables.parquet.thrift import ThriftError, Wanted, read_struct

MOST_UNPACKED = 2**30
"""The bytes that the pages which are read at the same time may take together, one of each column."""
MOST_NESTED_VALUES = 2**24
STEP_BYTES = 2**26
LARGEST_STEP = 2**17
SMALLEST_STEP = 2**4
SKEW = 2**6
"""How much longer than the mean the longest text of a dictionary is taken to be."""
HEADER_BYTES = 2**10
LONGEST_HEADER = 2**24
DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2 = 0, 2, 3
TYPE, UNPACKED, PACKED, DATA_HEADER, DICTIONARY_HEADER, DATA_HEADER_V2 = 1, 2, 3, 5, 7, 8
N_VALUES = 1
COUNTS: Wanted = {N_VALUES: None}
WANTED: Wanted = {
    **dict.fromkeys((TYPE, UNPACKED, PACKED)),
    **dict.fromkeys((DATA_HEADER, DICTIONARY_HEADER, DATA_HEADER_V2), COUNTS),
}


@dataclass(frozen=True, slots=True)
class Page:
    """What the header of a page says of it."""

    type: int
    unpacked: int
    n_values: int


@dataclass(frozen=True, slots=True)
class Size:
    """The bytes of memory that the pages of a row group take, and a row on average over many of them.

    The latter counts a text of a dictionary as often as it is repeated.
    """

    unpacked: int
    of_row: float


def rows_at_once(file: BinaryIO, group: RowGroup, wanted: frozenset[str]) -> int:
    """How many rows of a row group can be read at once without taking more than a moderate amount of memory.

    Raises IssuesError where the row group is not as the footer says, or where even its pages are too large.
    """
    return _step(size(file, group, wanted).of_row)


def size(file: BinaryIO, group: RowGroup, wanted: frozenset[str]) -> Size:
    """How much memory the wanted columns of a row group take; IssuesError as `rows_at_once`."""
    largest = unpacked = 0
    row_bytes = 0.0
    for chunk in group.chunks:
        # A column whose name has a point in it may be taken for a part of another.
        if chunk.root.partition(".")[0] not in wanted and chunk.root not in wanted:
            continue
        pages = list(_pages(file, chunk))
        values = sum(page.n_values for page in pages if page.type != DICTIONARY_PAGE)
        if not chunk.leaf.nested and values != group.n_rows:
            raise fault(f"a row group has {group.n_rows:,} rows by the footer, {values:,} by {one_line(chunk.name)}")
        if chunk.leaf.nested and values > MOST_NESTED_VALUES:
            raise fault(f"{one_line(chunk.name)} has {values:,} values in a row group")
        largest += max((page.unpacked for page in pages), default=0)
        unpacked += sum(page.unpacked for page in pages)
        row_bytes += _cell_bytes(pages, values, chunk.leaf.cell_bytes)
    if largest > MOST_UNPACKED:
        raise fault(f"the pages of a row group take {largest:,} bytes of memory when they are unpacked")
    return Size(unpacked, row_bytes)


def _step(row_bytes: float) -> int:
    rows = STEP_BYTES / max(row_bytes, 1)
    step = LARGEST_STEP
    while step > rows and step > SMALLEST_STEP:
        step //= 2
    return step


def _cell_bytes(pages: list[Page], n_values: int, cell_bytes: int | None) -> float:
    """How many bytes a cell takes, on average over many rows."""
    plain = sum(page.unpacked for page in pages if page.type != DICTIONARY_PAGE) / max(n_values, 1)
    if cell_bytes is not None:
        return plain + cell_bytes
    dictionaries = (page for page in pages if page.type == DICTIONARY_PAGE)
    repeated = (min(page.unpacked, SKEW * page.unpacked / max(page.n_values, 1)) for page in dictionaries)
    return plain + max(repeated, default=0)


def _pages(file: BinaryIO, chunk: Chunk) -> Iterator[Page]:
    name = one_line(chunk.name)
    position = chunk.start
    values = 0
    while position < chunk.end and values < chunk.n_values:
        header, length = _header(file, position, name)
        packed, unpacked = _size(header, PACKED), _size(header, UNPACKED)
        position += length + packed
        if packed < 0 or unpacked < 0 or position > chunk.end:
            raise fault(f"a page of {name} has a size that cannot be")
        page = Page(_size(header, TYPE), unpacked, _n_values(header))
        if page.n_values < 0:
            raise fault(f"a page of {name} has {page.n_values} values")
        if page.type in (DATA_PAGE, DATA_PAGE_V2):
            values += page.n_values
        yield page


def _size(header: Mapping[int, Any], kind: int) -> int:
    size = header.get(kind)
    return size if isinstance(size, int) else -1


def _n_values(header: Mapping[int, Any]) -> int:
    for kind in (DATA_HEADER, DATA_HEADER_V2, DICTIONARY_HEADER):
        if isinstance(described := header.get(kind), Mapping):
            return _size(described, N_VALUES)
    return 0


def _header(file: BinaryIO, position: int, name: str) -> tuple[Mapping[int, Any], int]:
    n_bytes = HEADER_BYTES
    while True:
        file.seek(position)
        data = file.read(n_bytes)
        try:
            return read_struct(data, WANTED)
        except ThriftError:
            if len(data) < n_bytes or n_bytes >= LONGEST_HEADER:
                raise fault(f"a page of {name} has no readable header") from None
            n_bytes *= 16
