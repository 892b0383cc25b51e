"""The outcome of a validation as JSON, for programs."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from lading.issue import Severity
from lading.report.listing import listed
from lading.report.results import Report, ResourceResult


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write one JSON object, in ASCII, an issue a line; counts are of all issues, also where the listing is limited."""
    counts = {severity.value: report.count(severity) for severity in Severity}
    stream.write(f'{{\n  "valid": {json.dumps(report.valid)},\n  "counts": {json.dumps(counts)},\n')
    stream.writelines(_list("issues", (issue.as_json() for issue in listed(report, limit))))
    stream.write(",\n")
    stream.writelines(_list("tables", map(_table, report.resources)))
    stream.write("\n}\n")


def _table(result: ResourceResult) -> dict[str, Any]:
    seconds = round(result.seconds, 3)
    return {"resource": result.resource, "rows": result.rows, "seconds": seconds, "notes": list(result.notes)}


def _list(name: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'  "{name}": ['
    before = "\n    "
    for item in items:
        yield f"{before}{json.dumps(item)}"
        before = ",\n    "
    yield "\n  ]" if before.startswith(",") else "]"
