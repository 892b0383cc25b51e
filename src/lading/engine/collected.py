"""What is kept of a large table while its rows go by: hashes of its keys, and the keys that others refer to."""

import secrets
from collections.abc import Iterable, Sequence

import polars as pl
import polars.selectors as cs

from lading.check import keys
from lading.check.keys import Key
from lading.engine.chunks import Chunk, as_columns
from lading.engine.keys import Keys
from lading.engine.table import Fields
from lading.tables.digest import TableDigest
from lading.tables.row import Row

COMPACT_ROWS = 1_000_000
SEED = secrets.randbits(64)
"""Of the hashes of this process: nobody can prepare keys that collide."""


class HashedKeys:
    """Which rows may repeat a key: those whose key has a hash that another has too. 16 bytes a row."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self._hashes: list[pl.Series] = []
        self._numbers: list[pl.Series] = []
        self._others: list[int] = []

    def add(self, values: pl.DataFrame, numbers: pl.Series, apart: Sequence[Row]) -> None:
        """Rows by columns, with their numbers, and those with a value that no column can hold."""
        self._add(values, numbers)
        if apart:  # it may be the value of another field
            schema = {name: values.schema[name] for name in self.fields}
            held, held_numbers, others = as_columns(apart, schema)
            self._add(held, held_numbers)
            self._others.extend(row.number for row in others)

    def _add(self, values: pl.DataFrame, numbers: pl.Series) -> None:
        present, numbers = _present(values, self.fields, numbers)
        if any(dtype.is_float() for dtype in present.dtypes):
            equal = present.select(pl.all_horizontal(cs.float().is_not_nan())).to_series()
            present, numbers = present.filter(equal), numbers.filter(equal)
        self._hashes.append(hashes(present))
        self._numbers.append(numbers)

    def suspects(self) -> pl.Series:
        """The numbers of the rows that may repeat a key, and of those they may repeat; ascending."""
        others = pl.Series(self._others, dtype=pl.Int64)
        found = pl.concat(self._hashes) if self._hashes else pl.Series(dtype=pl.UInt64)
        in_order = found.sort()  # which takes a ninth of the time of is_duplicated
        repeated = in_order.filter(in_order == in_order.shift()).unique()
        if repeated.is_empty():
            return others
        return pl.concat([pl.concat(self._numbers).filter(found.is_in(repeated.implode())), others]).sort()


class CollectedKeys:
    """The different keys of a table, the more rows the more memory only where they differ."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self._tuples: set[Key] = set()
        self._frames: list[pl.DataFrame] = []
        self._pending = 0

    def add(self, values: pl.DataFrame, apart: Sequence[Row]) -> None:
        """Rows by columns, and those with values that columns cannot hold."""
        present, _ = _present(values, self.fields)
        self._frames.append(present.unique())
        self._pending += len(self._frames[-1])
        self._tuples.update(key for row in apart if (key := keys.key_of(row, self.fields)) is not None)
        if self._pending > COMPACT_ROWS:
            self._compact()

    def keys(self) -> Keys:
        """All that were added."""
        self._compact()
        return Keys(self._tuples, self._frames[0] if self._frames else None)

    def _compact(self) -> None:
        if len(self._frames) > 1:
            self._frames = [pl.concat(self._frames).unique()]
        self._pending = 0


class Collected:
    """What one reading of a table keeps for the questions that are known to come."""

    def __init__(self, repeated: Iterable[Fields], referred: Iterable[Fields], digest: TableDigest | None) -> None:
        self.repeated = {fields: HashedKeys(fields) for fields in repeated}
        self.referred = {fields: CollectedKeys(fields) for fields in referred}
        self._digest = digest

    @property
    def wanted(self) -> frozenset[str]:
        """The columns that are needed."""
        named = {name for fields in (*self.repeated, *self.referred) for name in fields}
        return frozenset(named if self._digest is None else {*named, *self._digest.names})

    @property
    def digest(self) -> str | None:
        """The logical digest of what was added; None where a value has no place in one."""
        return None if self._digest is None else self._digest.hexdigest()

    def add(self, chunk: Chunk) -> None:
        """The next rows."""
        for hashed in self.repeated.values():
            hashed.add(chunk.values, chunk.numbers, chunk.apart)
        for collected in self.referred.values():
            collected.add(chunk.values, chunk.apart)
        if self._digest is not None and chunk.apart:
            self._digest = None
        if self._digest is not None:
            self._digest.add_frame(chunk.values[chunk.numbers.arg_sort()] if chunk.suspects else chunk.values)


def among(values: pl.DataFrame, fields: Sequence[str], found: pl.DataFrame) -> pl.Series:
    """Whether the key of each row is one of those found."""
    positions, numbers = pl.Series(range(len(values)), dtype=pl.Int64), None
    present, numbers = _present(values, fields, positions)
    matches = present.with_columns(numbers.alias("")).join(found, on=found.columns, how="semi")[""]
    return positions.is_in(matches.implode())


def hashes(present: pl.DataFrame) -> pl.Series:
    """The hash of each key."""
    if present.width == 1:
        return present.to_series().hash(SEED)
    return present.select(pl.struct(pl.all()).hash(SEED)).to_series()


def _present(
    values: pl.DataFrame, fields: Sequence[str], numbers: pl.Series | None = None
) -> tuple[pl.DataFrame, pl.Series]:
    """The keys all of whose values are there, with numbered columns, and their row numbers."""
    numbers = pl.Series(dtype=pl.Int64) if numbers is None else numbers
    present = pl.DataFrame([_with_one_zero(values[name]).alias(str(number)) for number, name in enumerate(fields)])
    if not any(column.null_count() for column in present):
        return present, numbers
    keep = present.select(pl.all_horizontal(pl.all().is_not_null())).to_series()
    return present.filter(keep), numbers.filter(keep) if len(numbers) else numbers


def _with_one_zero(column: pl.Series) -> pl.Series:
    return column + 0.0 if column.dtype.is_float() else column
