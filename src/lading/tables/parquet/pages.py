"""The headers of the pages of a Parquet file, read before its pages are.

A reader allocates memory by what these headers say, and a few bytes can say a lot: a page of zeros that unpacks to
gigabytes, a long text that a dictionary repeats in every row. So they are looked through first, without unpacking.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow.parquet as pq

from lading.issue import Issue, IssuesError
from lading.tables.parquet.thrift import ThriftError, read_struct

MOST_UNPACKED = 2**30
"""The bytes that the pages which are read at the same time may take together, one of each column."""
MOST_NESTED_VALUES = 2**24
STEP_BYTES = 2**26
LARGEST_STEP = 2**17
SMALLEST_STEP = 2**4
SKEW = 2**6
"""How much longer than the mean the longest text of a dictionary is taken to be."""
TEXT = "BYTE_ARRAY"
NUMBER_BYTES = 8
HEADER_BYTES = 2**10
LONGEST_HEADER = 2**24
DATA_PAGE, DICTIONARY_PAGE, DATA_PAGE_V2 = 0, 2, 3
TYPE, UNPACKED, PACKED, DATA_HEADER, DICTIONARY_HEADER, DATA_HEADER_V2 = 1, 2, 3, 5, 7, 8
N_VALUES = 1


@dataclass(frozen=True, slots=True)
class Page:
    """What the header of a page says of it."""

    type: int
    unpacked: int
    n_values: int


def rows_at_once(file: BinaryIO, size: int, metadata: pq.FileMetaData, number: int, wanted: frozenset[str]) -> int:
    """How many rows of a row group can be read at once without taking more than a moderate amount of memory.

    Raises IssuesError where the row group is not as the footer says, or where even its pages are too large.
    """
    group = metadata.row_group(number)
    largest = 0
    row_bytes = 0.0
    for position in range(group.num_columns):
        column = metadata.schema.column(position)
        if column.path.partition(".")[0] not in wanted and column.path not in wanted:
            continue
        pages = list(_pages(file, size, group.column(position), column.path))
        values = sum(page.n_values for page in pages if page.type != DICTIONARY_PAGE)
        if column.max_repetition_level == 0 and values != group.num_rows:
            raise _fault(
                f"row group {number + 1} has {group.num_rows:,} rows by the footer, {values:,} by {column.path}"
            )
        if column.max_repetition_level and values > MOST_NESTED_VALUES:
            raise _fault(f"{column.path} has {values:,} values in row group {number + 1}")
        largest += max((page.unpacked for page in pages), default=0)
        row_bytes += _cell_bytes(pages, values, column)
    if largest > MOST_UNPACKED:
        raise _fault(f"the pages of row group {number + 1} take {largest:,} bytes of memory when they are unpacked")
    return _step(row_bytes)


def _step(row_bytes: float) -> int:
    rows = STEP_BYTES / max(row_bytes, 1)
    step = LARGEST_STEP
    while step > rows and step > SMALLEST_STEP:
        step //= 2
    return step


def _cell_bytes(pages: list[Page], n_values: int, column: pq.ColumnSchema) -> float:
    """How many bytes a cell takes, on average over many rows."""
    plain = sum(page.unpacked for page in pages if page.type != DICTIONARY_PAGE) / max(n_values, 1)
    if column.physical_type != TEXT:
        return plain + max(column.length or 0, NUMBER_BYTES)
    dictionaries = (page for page in pages if page.type == DICTIONARY_PAGE)
    repeated = (min(page.unpacked, SKEW * page.unpacked / max(page.n_values, 1)) for page in dictionaries)
    return plain + max(repeated, default=0)


def _pages(file: BinaryIO, size: int, chunk: pq.ColumnChunkMetaData, name: str) -> Iterator[Page]:
    starts = (chunk.dictionary_page_offset, chunk.data_page_offset)
    position = min(start for start in starts if start) if any(starts) else 0
    end = position + chunk.total_compressed_size
    if position < 0 or chunk.total_compressed_size < 0 or end > size:
        raise _fault(f"{name} lies outside of the file by its footer")
    values = 0
    while position < end and values < chunk.num_values:
        header, length = _header(file, position, name)
        packed, unpacked = header.get(PACKED, -1), header.get(UNPACKED, -1)
        if packed < 0 or unpacked < 0 or position + length + packed > size:
            raise _fault(f"a page of {name} has a size that cannot be")
        described = header.get(DATA_HEADER) or header.get(DATA_HEADER_V2) or header.get(DICTIONARY_HEADER) or {}
        page = Page(header.get(TYPE, -1), unpacked, described.get(N_VALUES, 0))
        if page.n_values < 0:
            raise _fault(f"a page of {name} has {page.n_values} values")
        if page.type in (DATA_PAGE, DATA_PAGE_V2):
            values += page.n_values
        yield page
        position += length + packed


def _header(file: BinaryIO, position: int, name: str) -> tuple[Mapping[int, Any], int]:
    n_bytes = HEADER_BYTES
    while True:
        file.seek(position)
        data = file.read(n_bytes)
        try:
            return read_struct(data)
        except (ThriftError, struct.error):
            if len(data) < n_bytes or n_bytes >= LONGEST_HEADER:
                raise _fault(f"a page of {name} has no readable header") from None
            n_bytes *= 16


def _fault(message: str) -> IssuesError:
    hint = "the file is damaged, or was made to take more memory than there is: write it again, with smaller pages"
    return IssuesError([Issue("source-error", f"no readable Parquet: {message}", hint)])
