"""Example descriptors: what is wrong and what is doubtful in each, and that JSON and YAML say the same."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from lading.descriptor.reading import describe, read_schema
from lading.issue import Issue, IssuesError

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.yaml"))


def found(path: Path) -> tuple[Issue, ...]:
    try:
        return describe(path).issues
    except IssuesError as error:
        return error.issues


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_descriptor_gives_these_issues_and_no_others(example: Path, form: str, tmp_path: Path) -> None:
    content: dict[str, Any] = yaml.safe_load(example.read_text("utf-8"))
    path = tmp_path / f"datapackage.{form}"
    write = json.dumps if form == "json" else yaml.safe_dump
    path.write_text(write(content["descriptor"]), encoding="utf-8")
    issues = [(issue.code, issue.severity.value, issue.path) for issue in found(path)]
    assert sorted(issues, key=str) == sorted(
        ((code, severity, path.name + pointer) for code, severity, pointer in content["issues"]), key=str
    )


def test_a_schema_in_a_file_of_its_own_is_told_all_of_its_faults_at_once(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "a", "type": "text"}, {"name": "b"}], "primaryKey": ["a", "c"]}
    (tmp_path / "schema.json").write_text(json.dumps(schema), encoding="utf-8")
    with pytest.raises(IssuesError) as caught:
        read_schema(tmp_path / "schema.json")
    assert [issue.path for issue in caught.value.issues] == ["schema.json#/fields/0/type", "schema.json#/primaryKey"]
