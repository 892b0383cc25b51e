import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from jsonschema import Draft202012Validator

from lading.issue import Issue
from lading.report.results import Report
from tests.lading_report.reports import EVERYDAY, HOSTILE, HOSTILE_REPORT, VALID, rendered, ship

SCHEMA = Path(__file__).parent / "sarif" / "sarif-2.1.0.json"


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def run(report: Report, limit: int | None = None) -> dict[str, Any]:
    log = json.loads(rendered("sarif", report, limit))
    (only,) = log["runs"]
    found: dict[str, Any] = only
    return found


@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT, VALID, Report(())])
@pytest.mark.parametrize("limit", [0, 1, None])
def test_the_log_is_valid_against_the_schema_of_sarif(report: Report, limit: int | None) -> None:
    log = json.loads(rendered("sarif", report, limit))
    assert not [error.message for error in validator().iter_errors(log)]
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    assert log["version"] == "2.1.0"


def test_the_schema_would_notice() -> None:
    assert not validator().is_valid({"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]})


@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT])
def test_every_result_names_a_rule_that_is_there_once_and_has_help(report: Report) -> None:
    found = run(report, 0)
    rules = found["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert len(found["results"]) == len(report.issues)


def test_a_result_says_where_and_what_to_do() -> None:
    (result,) = run(Report((ship(4),)))["results"]
    assert result["ruleId"] == "constraint-error/greater_than"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("tonnage is -4: input should be greater than 0 (correct the cell")
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "data/ships.csv"}, "region": {"startLine": 5}},
            "logicalLocations": [{"name": "tonnage", "fullyQualifiedName": "ships-csv/4/tonnage", "kind": "field"}],
        }
    ]
    assert result["properties"] == {"row": 4, "field": "tonnage", "cell": "-4"}


def test_a_binary_file_has_no_line_and_a_descriptor_a_pointer() -> None:
    (binary,) = run(Report((ship(4, "ships"),)))["results"]
    assert "region" not in binary["locations"][0]["physicalLocation"]
    issue = Issue("schema-error", "no such type", path="datapackage.json#/resources/0/schema/fields/1/type")
    (descriptor,) = run(Report((issue,)))["results"]
    assert descriptor["locations"][0] == {
        "physicalLocation": {"artifactLocation": {"uri": "datapackage.json"}},
        "logicalLocations": [
            {"name": "type", "fullyQualifiedName": "/resources/0/schema/fields/1/type", "kind": "property"}
        ],
    }


@pytest.mark.parametrize("path", [*HOSTILE[:15], "a:b.csv", "a b/ü#1?.csv", "100%.csv"])
def test_a_path_is_a_relative_uri_that_gives_the_path_back(path: str) -> None:
    (result,) = run(Report((Issue("source-error", "gone", path=path),)))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    parts = urlsplit(uri)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote_to_bytes(uri).decode("utf-8", "surrogatepass") == path


def test_a_path_starts_from_the_folder_of_the_caller_and_an_address_stays_what_it_is() -> None:
    issues = (ship(1), Issue("not-checked", "remote", path="https://example.org/a%20b.csv?x=1"))
    results = run(Report(issues, base="out/my talks/"))["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert uris == ["out/my%20talks/data/ships.csv", "https://example.org/a%20b.csv?x=1"]


def test_fingerprints_are_stable_and_one_of_them_does_not_move_with_the_rows() -> None:
    first, again, moved, other = (
        run(Report((issue,)))["results"][0]["partialFingerprints"]
        for issue in (ship(4), ship(4), Issue(**{**dict_of(ship(4)), "row": 9, "line": 10}), ship(5))
    )
    assert first == again
    assert first["value/v1"] == moved["value/v1"]
    assert first["row/v1"] != moved["row/v1"]
    assert first["value/v1"] != other["value/v1"]


def dict_of(issue: Issue) -> dict[str, Any]:
    return {name: getattr(issue, name) for name in Issue.__dataclass_fields__}


def test_the_invocation_tells_the_exit_code_what_is_not_listed_and_what_was_done_otherwise() -> None:
    (invocation,) = run(EVERYDAY, 4)["invocations"]
    assert invocation["exitCode"] == 1
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "60 issues of constraint-error greater_than, field tonnage: 3 listed, 57 not",
        "ships: url: checked on its distinct values by Pydantic",
    ]
    assert len([result for result in run(EVERYDAY, 4)["results"] if result["ruleId"].startswith("constraint")]) == 4
    assert run(VALID)["invocations"][0]["exitCode"] == 0


def test_nothing_in_a_message_is_a_placeholder_or_a_link() -> None:
    text = "code is 'x': should match '^[a-z]{2}$' [here](javascript:x) \\"
    (result,) = run(Report((Issue("constraint-error", text),)))["results"]
    assert result["message"]["text"] == "code is 'x': should match '^\\[a-z\\]{{2}}$' \\[here\\](javascript:x) \\\\"
