"""What must hold of any input: a report, or one line; the same whichever way it is read; rendered in every format."""

import json
from io import StringIO
from itertools import zip_longest
from pathlib import Path

import pytest

from lading.engine import chunks, reading
from lading.failures import FailureWriter
from lading.issue import IssuesError, LadingError, one_line
from lading.report.formats import FORMATS
from lading.report.results import Report
from lading.tables.csv import blocks
from lading.validate import validate

DAMAGED = "no readable Parquet"
"""How far a damaged file can be read is different for the two libraries that do it, in memory and by columns."""


class BrokenPromiseError(AssertionError):
    """An input that was not dealt with as every input should be."""


def hold_to_promises(path: Path, schema: Path | None, folder: Path) -> None:
    """Validate what lies at a path in both ways; BrokenPromiseError, or whatever is raised, where something is wrong."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_BYTES", 64)
        here, by_columns = in_memory(path, schema, folder / "failures"), streamed(path, schema)
    if isinstance(here, str) or isinstance(by_columns, str):
        _same(here, by_columns)
        return
    if not any(issue.message.startswith(DAMAGED) for issue in (*here.issues, *by_columns.issues)):
        _same([issue.as_json() for issue in here.issues], [issue.as_json() for issue in by_columns.issues])
        _same(_rows(here), _rows(by_columns))
    for issue in here.issues:
        if not issue.message or not (issue.message + (issue.hint or "")).isprintable():
            raise BrokenPromiseError(f"a message or a hint that is no line: {issue!r}")
    for name, form in FORMATS.items():
        form.render(here, stream := StringIO(), 0)
        stream.getvalue().encode("utf-8", "backslashreplace")
        if name == "json":
            listed = json.loads(stream.getvalue())
            _same(len(listed["issues"]), len(here.issues))


def in_memory(path: Path, schema: Path | None, failures: Path) -> Report | str:
    """The report, or what the run ends with; failing rows are written to a folder."""
    try:
        with FailureWriter(failures) as writer:
            return validate(
                path, schema=schema, failing=lambda table, row, found: writer.add(table.resource, row, found)
            )
    except LadingError as error:
        return _line(error)


def streamed(path: Path, schema: Path | None) -> Report | str:
    """The same where every table counts as a large one, and is read in small parts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "SMALL_BYTES", -1)
        patch.setattr(chunks, "CHUNK_ROWS", 2)
        try:
            return validate(path, schema=schema)
        except LadingError as error:
            return _line(error)


def _rows(report: Report) -> list[tuple[str, int]]:
    return [(one.resource, one.rows) for one in report.resources]


def _line(error: LadingError) -> str:
    if isinstance(error, IssuesError):
        raise BrokenPromiseError("issues that are in no report") from error
    return one_line(str(error))


def _same(here: object, by_columns: object) -> None:
    if here != by_columns:
        both = (here, by_columns) if isinstance(here, list) and isinstance(by_columns, list) else ([here], [by_columns])
        pairs = (pair for pair in zip_longest(*both) if pair[0] != pair[1])
        raise BrokenPromiseError("in memory and by columns:\n{!r}\n{!r}".format(*next(pairs)))
