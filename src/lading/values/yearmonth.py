"""A month of a year: `gYearMonth` of XML Schema."""

import re
from dataclasses import dataclass
from typing import Self

from lading.values.instance import Instance
from lading.values.year import YEAR, ZONE, year

TEXT = re.compile(rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?:{ZONE})?")


@dataclass(frozen=True, order=True, repr=False, slots=True)
class YearMonth(Instance):
    """A month, in the order of time."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The month that a text such as 2024-01 stands for; ValueError when it stands for none."""
        found = TEXT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return cls(year(found["year"]), int(found["month"]))

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}"
