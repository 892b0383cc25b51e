"""What frictionless finds in broken CSV files is found here too: the same code, in the same row and field.

Its row numbers count the header. A key that is missing altogether it reports twice, once as a fault of the key and once
as what it is: a blank row, a missing cell, a cell of another type. Here it is reported once.
"""

import json
from pathlib import Path
from typing import Any

import frictionless
import pytest

from lading.validate import validate

BERTHS = {
    "fields": [
        {"name": "berth", "type": "string", "constraints": {"required": True, "pattern": "[A-Z]"}},
        {"name": "depth", "type": "number", "constraints": {"minimum": 2}},
        {"name": "quay", "type": "string", "constraints": {"enum": ["north", "south"], "maxLength": 5}},
        {"name": "number", "type": "integer", "constraints": {"unique": True}},
    ],
    "primaryKey": ["berth"],
}
MOORINGS = {
    "fields": [
        {"name": "mooring", "type": "integer", "constraints": {"required": True}},
        {"name": "berth", "type": "string"},
        {"name": "since", "type": "date"},
        {"name": "paid", "type": "boolean"},
    ],
    "primaryKey": ["mooring"],
    "foreignKeys": [{"fields": ["berth"], "reference": {"resource": "berths", "fields": ["berth"]}}],
}
SOUND_BERTHS = "berth,depth,quay,number\nA,4.5,north,1\nB,6,south,2\n"
SOUND_MOORINGS = "mooring,berth,since,paid\n1,A,1880-05-01,true\n2,,,\n"

MISSING_KEY = 'cells composing the primary keys are all "None"'

Place = tuple[str, str, int | None, str | None]


def write(folder: Path, berths: str, moorings: str) -> Path:
    (folder / "berths.csv").write_text(berths, encoding="utf-8", newline="")
    (folder / "moorings.csv").write_text(moorings, encoding="utf-8", newline="")
    resources = [
        {"name": name, "type": "table", "path": f"{name}.csv", "schema": schema}
        for name, schema in (("berths", BERTHS), ("moorings", MOORINGS))
    ]
    descriptor = folder / "datapackage.json"
    descriptor.write_text(json.dumps({"name": "quays", "resources": resources}), encoding="utf-8")
    return descriptor


def found_by_frictionless(descriptor: Path) -> set[Place]:
    report = frictionless.validate(str(descriptor))
    return {
        (
            task.name,
            error.type,
            _row(error),
            getattr(error, "field_name", None) or getattr(error, "label", None) or None,
        )
        for task in report.tasks
        for error in task.errors
        if error.note != MISSING_KEY
    }


def _row(error: Any) -> int | None:
    number = getattr(error, "row_number", None)
    return None if number is None else number - 1


def found_here(descriptor: Path) -> set[Place]:
    return {
        (issue.resource or "", issue.code, issue.row, issue.field)
        for issue in validate(descriptor).issues
        if issue.severity == "error"
    }


def without_fields(places: set[Place], *codes: str) -> set[Place]:
    """Keys are faults of rows in frictionless: it names no field."""
    return {(name, code, row, None if code in codes else field) for name, code, row, field in places}


BROKEN = {
    "sound": (SOUND_BERTHS, SOUND_MOORINGS),
    "no number": ("berth,depth,quay,number\nA,deep,north,1\nB,6,south,2.0\n", SOUND_MOORINGS),
    "no date and no boolean": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A,1880-13-01,true\n2,A,,maybe\n"),
    "below the minimum": ("berth,depth,quay,number\nA,1.5,north,1\nB,6,south,2\n", SOUND_MOORINGS),
    "against the pattern": ("berth,depth,quay,number\nA,4.5,north,1\nb,6,south,2\n", SOUND_MOORINGS),
    "not in the list": ("berth,depth,quay,number\nA,4.5,west,1\nB,6,,2\n", SOUND_MOORINGS),
    "required": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A,,\n,B,1880-05-01,\n"),
    "repeated key": ("berth,depth,quay,number\nA,4.5,north,1\nB,6,south,2\nA,7,south,3\n", SOUND_MOORINGS),
    "repeated number": ("berth,depth,quay,number\nA,4.5,north,1\nB,6,south,1\n", SOUND_MOORINGS),
    "dangling": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A,,\n2,Z,,\n3,,,\n"),
    "blank line": ("berth,depth,quay,number\nA,4.5,north,1\n\nB,shallow,south,2\n", SOUND_MOORINGS),
    "blank cells": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A,,\n,,,\n3,B,,no\n"),
    "extra cell": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A,,,x\n2,B,,true,x,y\n"),
    "missing cells": (SOUND_BERTHS, "mooring,berth,since,paid\n1,A\n2,B,1880-05-01\n"),
    "several faults in a row": (SOUND_BERTHS, "mooring,berth,since,paid\none,Z,today,yes,x\n"),
    "cell over two lines": ('berth,depth,quay,number\nA,4.5,north,1\n"B\nC",6,south,2\nD,x,,3\n', SOUND_MOORINGS),
}


@pytest.mark.parametrize(("berths", "moorings"), BROKEN.values(), ids=BROKEN.keys())
def test_the_same_faults_are_found_as_by_frictionless(berths: str, moorings: str, tmp_path: Path) -> None:
    descriptor = write(tmp_path, berths, moorings)
    by_frictionless, here = found_by_frictionless(descriptor), found_here(descriptor)
    assert without_fields(here, "primary-key", "foreign-key") == by_frictionless
    assert all(field for _, code, _, field in here if code in ("primary-key", "foreign-key"))


def test_a_text_that_is_too_long_and_not_in_the_list_is_one_issue_here(tmp_path: Path) -> None:
    """frictionless reports each constraint of a cell; the closed list alone says all there is to correct."""
    descriptor = write(tmp_path, "berth,depth,quay,number\nA,4.5,northern,1\n", SOUND_MOORINGS)
    assert ("berths", "constraint-error", 1, "quay") in found_here(descriptor)
