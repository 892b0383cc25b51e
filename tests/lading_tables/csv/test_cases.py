"""Every file in `cases` is a text and what reading it gives; adding a case is adding a file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lading.issue import Issue
from lading.tables.csv import batches, blocks
from lading.tables.row import Row
from tests.lading_tables.csv.sources import Outcome, by_columns, outcome, schema_of, source

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
NAMES = {"says", "texts", "encoding", "format", "dialect", "fields", "schema", "rows", "issues", "apart"}


def shown(issue: Issue) -> dict[str, Any]:
    named = {"code": issue.code, "row": issue.row, "line": issue.line, "field": issue.field, "cell": issue.cell}
    return {name: value for name, value in named.items() if value is not None}


def assert_as_described(case: dict[str, Any], found: Outcome) -> None:
    rows, faults = found
    assert [[row.line, *row.values.values()] for row in rows] == case["rows"]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert [shown(issue) for issue in (*_of(rows), *faults)] == case.get("issues", [])


def _of(rows: list[Row]) -> list[Issue]:
    return [issue for row in rows for issue in row.issues]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
@pytest.mark.parametrize("block_bytes", [1, 7, blocks.BLOCK_BYTES])
def test_a_text_gives_these_rows_and_issues_however_it_is_read(
    file: Path, block_bytes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert set(case) <= NAMES
    monkeypatch.setattr(blocks, "BLOCK_BYTES", block_bytes)
    encoding = case.get("encoding", "utf-8")
    paths = []
    for number, text in enumerate(case["texts"]):
        paths.append(tmp_path / f"{number}.csv")
        paths[-1].write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    schema = schema_of(case["fields"], **case.get("schema", {}))
    options = {"table_format": case.get("format", "csv"), "encoding": encoding}
    table = source(paths, schema, case.get("dialect"), **options)
    assert_as_described(case, outcome(table.rows()))
    assert_as_described(case, outcome(by_columns(table)))
    assert outcome(table.rows()) == outcome(by_columns(table))


@pytest.mark.parametrize(
    "file", [file for file in CASES if "\napart:" in file.read_text("utf-8")], ids=lambda file: file.stem
)
def test_only_what_is_not_regular_has_no_place_in_a_frame(file: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    encoding, dialect = case.get("encoding", "utf-8"), case.get("dialect")
    (tmp_path / "table.csv").write_bytes(case["texts"][0].encode(encoding))
    schema = schema_of(case["fields"], **case.get("schema", {}))
    table = source(tmp_path / "table.csv", schema, dialect, encoding=encoding)
    assert [row.number for batch in table.batches() for row in batch.apart] == case["apart"]


def test_a_record_longer_than_a_block_is_read_in_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 10)
    monkeypatch.setattr(batches, "LONGEST_RECORD", 30)
    (tmp_path / "table.csv").write_text('a,b\n1,2\n3,"' + "x\n" * 50 + '"\n5,6\n')
    table = source(tmp_path / "table.csv", schema_of(["a", "b"]))
    assert [row.line for row in by_columns(table)] == [2, 3, 54]
    assert outcome(by_columns(table)) == outcome(table.rows())
