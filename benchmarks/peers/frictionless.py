"""Frictionless: the descriptor as it is, and the row rule, for which a Table Schema has no word, as a check."""

import sys
from pathlib import Path

import frictionless

from benchmarks.findings import Cell, report

# A missing or unreadable day is an error of its own, and compares with nothing.
RULE = frictionless.Check.from_descriptor(
    {"type": "row-constraint", "formula": "due is None or booked is None or due >= booked"}
)


def main(path: Path) -> None:
    """Check the package of a table."""
    found = frictionless.validate(path.with_name("datapackage.json"), checks=[RULE], limit_errors=1_000_000)
    rows = found.flatten(["rowNumber", "fieldName", "type", "message"])
    # Its row 1 is the header, also where the file has none.
    cells: list[Cell] = [(row - 1, field) for row, field, _, _ in rows]
    report(cells, message=rows[0][3] if rows else None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
