"""What the footer of a Parquet file says of its row groups, as far as it can be true."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from lading.issue import one_line
from lading.tables.parquet.fault import fault
from lading.tables.parquet.thrift import ThriftError, Wanted, read_struct

TAIL_BYTES = 8
SCHEMA, ROW_GROUPS = 2, 4
TYPE, LENGTH, REPETITION, NAME, CHILDREN, CONVERTED, LOGICAL = 1, 2, 3, 4, 5, 6, 10
TIMESTAMP, IN_UTC = 8, 1
CONVERTED_TIMESTAMPS = (9, 10)
"""What older files call times, all of which are in UTC: in milliseconds and in microseconds."""
CHUNKS, N_ROWS = 1, 3
METADATA = 3
PATH, CODEC, N_VALUES, N_BYTES, DATA_PAGE, DICTIONARY_PAGE = 3, 4, 5, 7, 9, 11
REPEATED = 2
TYPES = ("BOOLEAN", "INT32", "INT64", "INT96", "FLOAT", "DOUBLE", "BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY")
TEXT = TYPES.index("BYTE_ARRAY")
"""What the footer calls a column of texts or bytes of any length."""
WANTED: Wanted = {
    SCHEMA: {
        **dict.fromkeys((TYPE, LENGTH, REPETITION, NAME, CHILDREN, CONVERTED)),
        LOGICAL: {TIMESTAMP: {IN_UTC: None}},
    },
    ROW_GROUPS: {
        CHUNKS: {METADATA: dict.fromkeys((TYPE, PATH, CODEC, N_VALUES, N_BYTES, DATA_PAGE, DICTIONARY_PAGE))},
        N_ROWS: None,
    },
}
NUMBER_BYTES = 8


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column that has cells: how they are stored, and whether a row may have several."""

    type: int
    cell_bytes: int | None
    """None for texts, which have any length."""
    nested: bool
    in_utc: bool
    """Whether they are times, which the file may say to be those of any zone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Where the pages of a column of a row group are, and how they are compressed.

    `root` is the column at the top that it is a part of.
    """

    name: str
    root: str
    start: int
    end: int
    n_values: int
    codec: int
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Consecutive rows; each column is a chunk of bytes."""

    n_rows: int
    chunks: tuple[Chunk, ...]


def row_groups(file: BinaryIO, size: int) -> list[RowGroup]:
    """The row groups in their order; IssuesError where the footer says what cannot be."""
    file.seek(max(size - TAIL_BYTES, 0))
    length = int.from_bytes(file.read(4), "little")
    if length > size - TAIL_BYTES:
        raise fault("its footer is longer than the file")
    file.seek(size - TAIL_BYTES - length)
    try:
        footer, _ = read_struct(file.read(length), WANTED)
        schema = iter(footer[SCHEMA])
        root = next(schema)
        leaves = [leaf for _ in range(root.get(CHILDREN, 0)) for leaf in _leaves(schema, nested=False)]
        groups = [_row_group(group, leaves, size) for group in footer.get(ROW_GROUPS, [])]
    except (ThriftError, AttributeError, LookupError, RecursionError, StopIteration, TypeError, ValueError) as error:
        raise fault(f"its footer says what no footer says ({type(error).__name__})") from None
    return groups


def _leaves(schema: Iterator[Mapping[int, Any]], *, nested: bool) -> Iterator[Leaf]:
    element = next(schema, None)
    if element is None:
        raise ThriftError("an element of the schema is missing")
    nested = nested or element.get(REPETITION) == REPEATED
    if TYPE in element:
        cell_bytes = None if element[TYPE] == TEXT else max(element.get(LENGTH, 0), NUMBER_BYTES)
        yield Leaf(element[TYPE], cell_bytes, nested, _in_utc(element))
    for _ in range(element.get(CHILDREN, 0)):
        yield from _leaves(schema, nested=nested)


def _in_utc(element: Mapping[int, Any]) -> bool:
    if LOGICAL in element:
        return bool(element[LOGICAL].get(TIMESTAMP, {}).get(IN_UTC))
    return element.get(CONVERTED) in CONVERTED_TIMESTAMPS


def _row_group(group: Mapping[int, Any], leaves: Sequence[Leaf], size: int) -> RowGroup:
    if group[N_ROWS] < 0:
        raise fault(f"a row group has {group[N_ROWS]} rows by the footer")
    chunks = (_chunk(chunk[METADATA], leaf, size) for chunk, leaf in zip(group[CHUNKS], leaves, strict=True))
    return RowGroup(group[N_ROWS], tuple(chunks))


def _chunk(chunk: Mapping[int, Any], leaf: Leaf, size: int) -> Chunk:
    path = [part.decode(errors="replace") for part in chunk[PATH]]
    name = ".".join(path)
    if chunk[TYPE] != leaf.type:
        stored, described = TYPES[chunk[TYPE]], TYPES[leaf.type]
        raise fault(f"{one_line(name)} is stored as {stored} in a row group, the footer describes it as {described}")
    starts = (chunk[DATA_PAGE], chunk.get(DICTIONARY_PAGE) or chunk[DATA_PAGE])
    start, end = min(starts), min(starts) + chunk[N_BYTES]
    if not 0 <= start <= end <= size:
        raise fault(f"{one_line(name)} lies outside of the file by its footer")
    return Chunk(name, path[0], start, end, chunk[N_VALUES], chunk[CODEC], leaf)
