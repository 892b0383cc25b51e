"""Files as programs find them that show issues beside what is wrong."""

import re
from typing import NamedTuple

from lading.issue import Issue
from lading.report.results import Report


class Location(NamedTuple):
    """A file, as seen from the folder that the caller works in, and a place in it where that is no line."""

    file: str
    pointer: str | None = None

    @property
    def is_address(self) -> bool:
        """Whether the file is somewhere on a network."""
        return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", self.file) is not None


def location(report: Report, issue: Issue) -> Location | None:
    """The file that an issue is about; of a descriptor also the JSON Pointer to the value."""
    if issue.path is None:
        return None
    file, separator, pointer = issue.path.rpartition("#/")
    found = Location(file, f"/{pointer}") if separator else Location(issue.path)
    if report.base in ("", ".") or found.is_address:
        return found
    return found._replace(file=f"{report.base.rstrip('/')}/{found.file}")
