"""A year of the calendar: `gYear` of XML Schema, which is at least four digits and never 0000."""

import re

YEAR = r"-?(?:[1-9][0-9]{3,}|0[0-9]{3})"
ZONE = r"Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)"
TEXT = re.compile(rf"(?P<year>{YEAR})(?:{ZONE})?")


def year(text: str) -> int:
    """The year that a text stands for, whatever its time zone; ValueError when it stands for none."""
    found = TEXT.fullmatch(text)
    number = int(found["year"]) if found else 0
    if number == 0:
        raise ValueError(text)
    return number
