"""The keys of a table: every combination of values of some fields, all of them there, that its rows have.

Two keys are the same where Python has their values equal: 0.0 is -0.0, 1 is 1.0, and what is no number equals nothing.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lading.check.keys import Key, is_no_key

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Keys:
    """The different keys: those of small tables as tuples, those of large ones in a frame, a column for each field.

    The frame holds no missing values; what a frame cannot hold is among the tuples.
    """

    tuples: Set[Key]
    frame: "pl.DataFrame | None" = None

    def __len__(self) -> int:
        return len(self.tuples) + (0 if self.frame is None else len(self.frame))

    def may_have(self, key: Key | None) -> bool:
        """Whether a key is one of the tuples, or equals nothing: of those, one cannot be told from another."""
        return key is not None and (key in self.tuples or is_no_key(key))

    def unknown(self, referring: "Keys") -> "Keys":
        """The keys of `referring` that are not among these."""
        tuples = self._unknown_tuples(referring.tuples)
        if referring.frame is None:
            return Keys(tuples)
        if self.frame is not None and self.frame.dtypes == referring.frame.dtypes:
            left = referring.frame.join(_equal_to_itself(self.frame), on=referring.frame.columns, how="anti")
            return Keys(tuples, _without(left, self.tuples))
        known = self.tuples if self.frame is None else {*self.tuples, *self.frame.iter_rows()}
        return Keys(tuples, _without(referring.frame, known))

    def _unknown_tuples(self, keys: Iterable[Key]) -> Set[Key]:
        unknown = {key for key in keys if key not in self.tuples or is_no_key(key)}
        if unknown and self.frame is not None:
            unknown.difference_update(self.frame.iter_rows())
        return unknown


def _equal_to_itself(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Without what is no number, which a join has equal to itself."""
    for name in frame.columns:
        if frame.schema[name].is_float():
            frame = frame.filter(frame[name].is_not_nan())
    return frame


def _without(frame: "pl.DataFrame", known: Set[Key]) -> "pl.DataFrame":
    return frame.filter([key not in known or is_no_key(key) for key in frame.iter_rows()]) if known else frame
