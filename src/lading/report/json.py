"""The outcome of a validation as JSON, for programs."""

import json

from lading.issue import Severity
from lading.report.results import Report, first_of_each_code


def render(report: Report, limit: int = 0) -> str:
    """One JSON object, in ASCII; counts are of all issues, also where the listing is limited."""
    return json.dumps(
        {
            "valid": report.valid,
            "counts": {severity.value: report.count(severity) for severity in Severity},
            "issues": [issue.as_json() for issue in first_of_each_code(report.issues, limit)],
            "tables": [
                {"resource": result.resource, "rows": result.rows, "seconds": round(result.seconds, 3)}
                for result in report.resources
            ],
        },
        indent=2,
    )
