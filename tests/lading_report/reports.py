"""Reports to render: one of everyday faults, one of what should be kept out of any file format."""

from io import StringIO

from lading.issue import Issue, Severity
from lading.report.formats import FORMATS
from lading.report.log import IssueLog
from lading.report.results import Report, ResourceResult

HINT = "correct the cell, or the constraint in the record model"


def ship(row: int, resource: str = "ships-csv", field: str = "tonnage") -> Issue:
    message = f"{field} is -{row}: input should be greater than 0"
    csv = resource.endswith("-csv")
    path = f"data/ships.{'csv' if csv else 'parquet'}"
    line = row + 1 if csv else None
    return Issue("constraint-error", message, HINT, path, resource, row, line, field, f"-{row}", rule="greater_than")


SHIPS = ResourceResult("ships", 1000, 6, 23_456, 0.25, ("url: checked on its distinct values by Pydantic",))
SHIPS_CSV = ResourceResult("ships-csv", 1000, 6, 65_432, 0.5)
VISITS = ResourceResult("visits", 3, 4, 1_234, 0.01)

EVERYDAY = Report(
    IssueLog((
        *(ship(row) for row in range(1, 31)),
        *(ship(row, "ships") for row in range(1, 31)),
        Issue("constraint-error", "name has no value", "every row needs a value here", "data/ships.csv", "ships-csv", 7,
              8, "name", None, rule="string_type"),
        Issue("row-constraint", "leaves_after_arriving: A ship leaves no earlier than it arrives.", "correct the row",
              "data/ships.csv", "ships-csv", 9, 10, rule="leaves_after_arriving"),
        Issue("package-error", "the licence has no name", None, "datapackage.json#/licenses/0"),
        Issue("not-checked", "the rule was not checked", "correct those first", severity=Severity.WARNING),
    )),
    (SHIPS, SHIPS_CSV, VISITS),
)  # fmt: skip

HOSTILE = (
    "<script>alert(1)</script>",
    "]]> --> </style></script><!--",
    "'\"`&amp;&#0;",
    "[bold]x[/bold] :bomb: [x](javascript:alert(1)) {0} {{",
    "\x1b[31mred\x1b]0;title\x07\x00\x7f\x9b",
    "::error file=x::y\r\n::add-mask::z",
    "##[error]x ##vso[task.complete]",
    "%0A%25, a:b",
    "\u202eevil\u2066\u200b\ufeff",
    "\ud800 lone \udfff\ufffe\uffff",
    "שלום مرحبا 漢字 🐟 e\u0301",
    "a|b *c* _d_ ~e~ #1 @someone https://example.org",
    "=1+1 -x +y",
    "../../etc/passwd",
    "x" * 100_000,
    "\t\n\v\f\u2028\u2029\x85",
)

HOSTILE_REPORT = Report(
    tuple(
        Issue(code, f"{text} is {text}", text, text, text, number or None, number or None, text, text, severity, text)
        for number, text in enumerate(HOSTILE)
        for code, severity in (
            ("type-error", Severity.ERROR),
            ("not-checked", Severity.WARNING),
            (text, Severity.ERROR),
        )
    ),
    tuple(ResourceResult(text, 1, 1, 1, 0.0, (text,)) for text in HOSTILE),
    base="../a folder/ü",
)

VALID = Report((), (SHIPS, SHIPS_CSV, VISITS))


def rendered(name: str, report: Report, limit: int | None = None) -> str:
    stream = StringIO()
    FORMATS[name].render(report, stream, limit)
    return stream.getvalue()
