"""Which rows of two large tables may differ, found by columns: those of one number are compared, in stretches."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from lading.engine.chunks import Chunk, Reading

NUMBER = "#"


def differing(left: Reading, right: Reading, names: Sequence[str]) -> set[int]:
    """At least the numbers of the rows that differ, that one table has alone, or that have issues."""
    found: set[int] = set()
    renamed = {name: str(number) for number, name in enumerate(names)}
    ours, theirs = _frames(left, renamed, found), _frames(right, renamed, found)
    here, there = next(ours, None), next(theirs, None)
    while here is not None and there is not None:
        end = min(here[NUMBER].max(), there[NUMBER].max())  # type: ignore[type-var]
        found.update(_differing(here.filter(pl.col(NUMBER) <= end), there.filter(pl.col(NUMBER) <= end)))
        here, there = _rest(here, end, ours), _rest(there, end, theirs)
    for rest, others in ((here, ours), (there, theirs)):
        if rest is not None:
            found.update(rest[NUMBER], *(frame[NUMBER] for frame in others))
    return found


def _frames(reading: Reading, renamed: dict[str, str], found: set[int]) -> Iterator[pl.DataFrame]:
    for chunk in reading.chunks(list(renamed)):
        found.update(row.number for row in chunk.suspects)
        if len(chunk.numbers):
            yield _in_order(chunk, renamed)


def _in_order(chunk: Chunk, renamed: dict[str, str]) -> pl.DataFrame:
    columns = [chunk.values.get_column(name).alias(new) for name, new in renamed.items()]
    return pl.DataFrame([*columns, chunk.numbers.alias(NUMBER)]).sort(NUMBER)


def _rest(frame: pl.DataFrame, end: Any, more: Iterator[pl.DataFrame]) -> pl.DataFrame | None:
    rest = frame.filter(pl.col(NUMBER) > end)
    return rest if len(rest) else next(more, None)


def _differing(here: pl.DataFrame, there: pl.DataFrame) -> Iterator[int]:
    values = [name for name in here.columns if name != NUMBER]
    both = here.join(there, on=NUMBER, how="full", suffix="'", coalesce=True, maintain_order="left_right")
    alone = pl.lit(value=len(here) != len(there) or len(both) != len(here))
    differ = [pl.col(name).ne_missing(pl.col(f"{name}'")) for name in values]
    return iter(both.filter(pl.any_horizontal(alone, *differ))[NUMBER])
