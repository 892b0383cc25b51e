"""Descriptors from people who mean harm, or whose tools failed: one clear issue, in bounded time and memory."""

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lading.descriptor import read_descriptor
from lading.descriptor.base import MOST_FAULTS
from lading.descriptor.parsing import MOST_BYTES
from lading.descriptor.reading import describe, read_schema
from lading.issue import Issue, IssuesError, LadingError
from tests.lading_descriptor.mutants import FIRST, SECOND, mutants

SECONDS = 20
RESOURCE = '{"name": "a", "path": "a.csv"}'


def written(folder: Path, content: bytes, name: str = "datapackage.json") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def described(folder: Path, descriptor: Any) -> Path:
    return written(folder, json.dumps(descriptor).encode("utf-8"))


def issues_of(path: Path) -> tuple[Issue, ...]:
    with pytest.raises(IssuesError) as caught:
        read_descriptor(path)
    return caught.value.issues


YAML_BOMB = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [*%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c, *%c]\n" % (letter, letter, *[letter - 1] * 9)
    for letter in range(ord("b"), ord("j"))
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (YAML_BOMB, "aliases written out"),
        (b"a: &a [*a]", "the alias *a stands for nothing"),
        (b"a: *nobody", "the alias *nobody stands for nothing"),
        (b"[" * 100_000, "nested in more than 100 levels"),
        (b"- " * 100_000, "nested in more than 100 levels"),
        (b"a: !!python/object/apply:os.system [ls]", "has no counterpart in JSON"),
        (b"a: !!python/name:os.system ''", "has no counterpart in JSON"),
        (b"? [a]\n: b", "the name of a property is a text"),
        (b"a: [", "not YAML"),
        (b"--- {}\n--- {}", "here are 2"),
        (b"", "here are 0"),
        (b"a: \x00", "not YAML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"- a", "a descriptor is an object"),
        (b'a: "' + b"x" * 3_000_000 + b'"', "no more than 2 MiB"),
    ],
)
def test_yaml_that_is_no_descriptor_is_one_issue(tmp_path: Path, content: bytes, message: str) -> None:
    (issue,) = issues_of(written(tmp_path, content, "datapackage.yaml"))
    assert issue.code == "package-error"
    assert message in issue.message


def test_yaml_means_what_json_would_say(tmp_path: Path) -> None:
    content = """
base: &base {type: string, constraints: {required: true}}
created: 2024-01-31T12:00:00Z
resources:
  - name: no
    path: a.csv
    bytes: 12
    schema:
      fields: [{<<: *base, name: yes}, {name: on, constraints: {minimum: 2024-01-31}, type: date}]
"""
    package = read_descriptor(written(tmp_path, content.encode("utf-8"), "datapackage.yml"))
    schema = package.resource("no").table_schema
    assert schema is not None
    assert [(field.name, field.type, field.constraints.required) for field in schema.fields[:1]] == [
        ("yes", "string", True)
    ]
    assert schema.fields[1].constraints.minimum == "2024-01-31"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": ' * 101 + b"1" + b"}" * 101, "nested in more than 100 levels"),
        (b'{"resources": [], "bytes": NaN}', "NaN is no number"),
        (b'{"resources": [], "bytes": -Infinity}', "-Infinity is no number"),
    ],
)
def test_json_beyond_the_standard_is_one_issue(tmp_path: Path, content: bytes, message: str) -> None:
    (issue,) = issues_of(written(tmp_path, content))
    assert message in issue.message


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = written(tmp_path, b'\xef\xbb\xbf{"resources": [' + RESOURCE.encode() + b"]}")
    assert read_descriptor(path).resources[0].name == "a"


@pytest.mark.parametrize("name", ["datapackage.json", "datapackage.yaml"])
def test_a_property_that_is_there_twice_is_a_warning(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, b'{"title": "x", "title": "y", "resources": [' + RESOURCE.encode() + b"]}", name)
    (warning,) = describe(path).issues
    assert warning.severity == "warning"
    assert "'title' twice" in warning.message
    assert describe(path).package.title == "y"


def test_a_descriptor_above_the_bound_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    with path.open("wb") as file:
        file.truncate(200 * 1024**2)
    (issue,) = issues_of(path)
    assert "no more than 32 MiB" in issue.message


def test_a_schema_counts_as_often_as_it_is_referred_to(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "x"}], "padding": "x" * (MOST_BYTES // 100)}
    (tmp_path / "x.json").write_text(json.dumps(schema))
    resources = [{"name": f"r{number}", "path": "a.csv", "schema": "x.json"} for number in range(200)]
    (issue,) = issues_of(described(tmp_path, {"resources": resources}))
    assert "no more than 32 MiB" in issue.message


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_is_no_file_is_not_read(tmp_path: Path, make: Any) -> None:
    make(tmp_path / "datapackage.json")
    with pytest.raises(LadingError, match="no file that can be read"):
        read_descriptor(tmp_path / "datapackage.json")


def test_a_pipe_as_a_schema_is_an_issue(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "schema.json")
    path = described(tmp_path, {"resources": [{"name": "a", "path": "a.csv", "schema": "schema.json"}]})
    assert [issue.path for issue in issues_of(path)] == ["datapackage.json#/resources/0/schema"]


def test_thousands_of_resources_fields_and_references_take_seconds(tmp_path: Path) -> None:
    fields = [{"name": f"f{number}", "type": "integer"} for number in range(10_000)]
    references = [{"fields": field["name"], "reference": {"resource": "r9", "fields": "x"}} for field in fields]
    many = [{"name": f"r{number}", "path": "a.csv", "schema": {"fields": [{"name": "x"}]}} for number in range(10_000)]
    wide = {"name": "wide", "path": "b.csv", "schema": {"fields": fields, "foreignKeys": references}}
    path = described(tmp_path, {"resources": [*many, wide]})
    started = time.perf_counter()
    assert len(read_descriptor(path).resources) == 10_001
    assert time.perf_counter() - started < SECONDS


@pytest.mark.parametrize(
    "descriptor",
    [
        {"resources": [{}] * 50_000},
        {"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [{"type": 1}] * 50_000}}]},
        {"resources": [{"name": "a", "path": "a.csv", "schema": {"fields": [{"name": "x"}] * 50_000}}]},
        {"resources": [{"name": "a", "path": "a.csv"}], "keywords": [1] * 300_000},
        {"resources": [{"name": "a", "path": "/a.csv"}] * 20_000},
    ],
    ids=["resources", "fields", "one name", "keywords", "paths"],
)
def test_a_multitude_of_faults_is_not_listed_in_full(tmp_path: Path, descriptor: Any) -> None:
    path = described(tmp_path, descriptor)
    started = time.perf_counter()
    assert len(issues_of(path)) < 4 * MOST_FAULTS
    assert time.perf_counter() - started < SECONDS


def test_a_path_that_is_a_device_or_too_long_is_an_issue_or_nothing_that_hangs(tmp_path: Path) -> None:
    path = described(tmp_path, {"resources": [{"name": "a", "path": "x/" * 3000 + "a.csv"}]})
    assert "no file can be found" in issues_of(path)[0].message


def test_a_table_schema_has_its_own_places(tmp_path: Path) -> None:
    path = written(tmp_path, b'{"fields": [{"name": "x", "type": "text"}, {"name": "y"}]}', "schema.json")
    with pytest.raises(IssuesError) as caught:
        read_schema(path)
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [
        ("schema-error", "schema.json#/fields/0/type")
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)
MUTANTS = [descriptor for _, descriptor in (*mutants(FIRST), *mutants(SECOND))]


@settings(max_examples=200, deadline=None)
@given(descriptor=st.sampled_from(MUTANTS), value=VALUES, name=st.sampled_from(sorted({*FIRST, *SECOND, "path"})))
def test_whatever_a_descriptor_says_it_is_read_or_its_faults_are_issues(
    tmp_path_factory: pytest.TempPathFactory, descriptor: dict[str, Any], value: Any, name: str
) -> None:
    resources = descriptor.get("resources")
    changed = {**descriptor, name: value}
    if isinstance(resources, list) and resources and isinstance(resources[0], dict):
        changed["resources"] = [resources[0] | {name: value}, *resources[1:]]
    path = described(tmp_path_factory.mktemp("fuzz"), changed)
    try:
        issues = describe(path).issues
    except IssuesError as error:
        issues = error.issues
        assert issues
    assert all(json.dumps(issue.as_json()) for issue in issues)
