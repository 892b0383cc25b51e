"""Files as programs find them that show issues beside what is wrong."""

from typing import NamedTuple

from lading.issue import Issue
from lading.report.results import Report


class Location(NamedTuple):
    """A file, as seen from the folder that the caller works in, and a place in it where that is no line."""

    file: str
    pointer: str | None = None


def location(report: Report, issue: Issue) -> Location | None:
    """The file that an issue is about; of a descriptor also the JSON Pointer to the value."""
    if issue.path is None:
        return None
    file, separator, pointer = issue.path.rpartition("#/")
    if not separator:
        file = issue.path
    base = report.base.rstrip("/") or ("/" if report.base else "")
    if base not in ("", ".") and "://" not in file:
        file = f"{base.rstrip('/')}/{file}"
    return Location(file, f"/{pointer}" if separator else None)
