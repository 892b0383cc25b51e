import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

import lading
from lading.cli import main
from tests.lading_validate.harbour import write_harbour

HARBOUR = "tests.lading_validate.harbour:HARBOUR"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def validate_json(*arguments: str | Path) -> dict[str, object]:
    output: dict[str, object] = json.loads(run("validate", "--format", "json", *arguments).stdout)
    return output


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_harbour(tmp_path)


@pytest.fixture
def broken(package: Path) -> Path:
    rows = "".join(f"gannet,x{number},1880-05-01,\n" for number in range(1, 31))
    (package / "data/tables/visits.csv").write_text(f"ship_id,number,arrived,left\n{rows}", encoding="utf-8")
    return package


def test_a_valid_package_exits_with_0_and_says_what_was_read(package: Path) -> None:
    result = run("validate", package, "--dataset", HARBOUR, "--texts", package.parent / "texts")
    assert result.exit_code == 0
    assert "remarks +csv" in result.stdout
    assert result.stdout.splitlines()[-1] == "valid: 8 tables, 18 rows, 0 errors, 0 warnings"
    assert result.stderr == ""


def test_a_package_with_issues_exits_with_1(broken: Path) -> None:
    assert run("validate", broken).exit_code == 1


def test_the_descriptor_itself_can_be_named(package: Path) -> None:
    assert run("validate", package / "datapackage.json").exit_code == 0


def test_totals_are_honest_where_the_listing_is_limited(broken: Path) -> None:
    limited = run("validate", broken, "--limit", "3").stdout
    assert "type-error, field number (30)" in limited
    assert "27 more" in limited
    assert limited.count("row 3: 'x3' in number") == 1
    assert "row 4" not in limited
    listed = validate_json(broken, "--limit", "3")
    assert listed["counts"] == {"error": 32, "warning": 0}
    assert len(listed["issues"]) == 5  # type: ignore[arg-type]


def test_text_lists_twenty_issues_of_a_code_and_json_all_of_them(broken: Path) -> None:
    assert "10 more" in run("validate", broken).stdout
    assert "more" not in run("validate", broken, "--limit", "0").stdout
    assert len(validate_json(broken)["issues"]) == 32  # type: ignore[arg-type]


def test_json_has_every_attribute_of_an_issue(broken: Path) -> None:
    report = validate_json(broken)
    assert list(report) == ["valid", "counts", "issues", "tables"]
    assert report["valid"] is False
    first = next(issue for issue in report["issues"] if issue["code"] == "type-error")  # type: ignore[attr-defined]
    assert first == {
        "code": "type-error",
        "severity": "error",
        "resource": "visits-csv",
        "row": 1,
        "line": 2,
        "field": "number",
        "cell": "x1",
        "message": "'x1' in number is no integer",
        "hint": "expected digits with a sign at most, such as 42",
        "path": "data/tables/visits.csv",
        "rule": None,
    }
    tables = report["tables"]
    assert [table["rows"] for table in tables][:4] == [3, 3, 3, 30]  # type: ignore[attr-defined]
    assert all(list(table) == ["resource", "rows", "seconds", "notes"] for table in tables)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "no data package"),
        ([".", "--dataset", "no-colon"], "module:NAME"),
        ([".", "--dataset", "nowhere:X"], "nowhere"),
        ([".", "--dataset", "json:dumps"], "not a lading.dataset.Dataset"),
        ([".", "--texts", "nowhere"], "no such folder"),
        ([".", "--texts", "."], "dataset"),
        (["x" * 5000], "no data package"),
        (["loop/datapackage.json"], "no data package"),
        ([".", "--texts", "x" * 5000], "no such folder"),
        ([".", "--dataset", ".x:Y"], ".x:Y"),
        ([".", "--dataset", HARBOUR, "--model", "tests.lading_validate.harbour:Ship"], "not both"),
        ([".", "--dataset", "no_python:X"], "SyntaxError"),
        ([".", "--dataset", "no_luck:X"], "ValueError"),
    ],
)
def test_what_could_not_run_is_one_line_and_exit_code_2(
    arguments: Sequence[str], says: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "loop").symlink_to(package / "loop")
    (package / "no_python.py").write_text("def\n")
    (package / "no_luck.py").write_text("raise ValueError('first line\\nsecond line')\n")
    monkeypatch.chdir(package)
    result = run("validate", *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert says in result.stderr


def test_failing_rows_have_the_columns_of_their_table_in_its_order(broken: Path, tmp_path: Path) -> None:
    assert run("validate", broken, "--failures", tmp_path / "failing").exit_code == 1
    names = pq.read_schema(tmp_path / "failing" / "visits-csv.parquet").names
    assert names[6:] == ["ship_id", "number", "arrived", "left"]


def test_a_wrong_option_exits_with_2() -> None:
    assert run("validate", "--limit", "-1").exit_code == 2
    assert run("validate", "--format", "papyrus").exit_code == 2


def declare(folder: Path, module: str, code: str) -> None:
    (folder / "pyproject.toml").write_text(f'[tool.lading]\ndataset = "{module}:HARBOUR"\n', encoding="utf-8")
    (folder / f"{module}.py").write_text(code, encoding="utf-8")


def test_the_models_of_the_own_project_are_used(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(package, "own_harbour", "from tests.lading_validate.harbour import HARBOUR\n")
    visits = package / "data/tables/visits.csv"
    visits.write_text(visits.read_text(encoding="utf-8").replace("1880-05-04", "1880-04-04"), encoding="utf-8")
    monkeypatch.chdir(package)
    assert "row-constraint" in run("validate").stdout


def test_the_code_of_a_package_from_elsewhere_is_not_run(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(package, "hostile", "raise SystemExit('the code ran')\n")
    monkeypatch.chdir(tmp_path)
    assert run("validate", package).exit_code == 0


def test_the_traces_of_a_build_elsewhere_are_left_alone(package: Path) -> None:
    (package / ".lading-staging").mkdir()
    assert run("validate", package).exit_code == 0
    assert (package / ".lading-staging").exists()


def test_the_command_says_its_version() -> None:
    assert run("--version").stdout == f"lading, version {lading.__version__}\n"


@pytest.mark.parametrize("named", [".", "datapackage.json"], ids=["as a folder", "by its descriptor"])
def test_a_build_interrupted_in_the_own_project_is_finished_first(
    package: Path, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted(str(path.relative_to(package)) for path in package.rglob("*") if path.is_file())
    committed = package / ".lading-commit"
    committed.mkdir()
    (committed / ".manifest").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    (committed / ".obsolete").touch()
    (package / "datapackage.json").replace(committed / "datapackage.json")
    monkeypatch.chdir(package)
    assert run("validate", named).exit_code == 0
    assert not committed.exists()


@pytest.mark.parametrize("settings", ["tool = 3", "[tool]\nlading = 3", "[tool.lading]\ndataset = 3", "tool ="])
def test_a_project_that_declares_no_name_is_one_line_and_exit_code_2(
    settings: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "pyproject.toml").write_text(settings)
    monkeypatch.chdir(package)
    result = run("validate")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def run_as_program(*arguments: str | Path, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-c", "from lading.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, check=False, stderr=subprocess.PIPE, **options)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_report_that_cannot_be_written_is_one_line_and_exit_code_2(form: str, package: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = run_as_program("validate", package, "--format", form, stdout=full)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize("form", ["text", "json"])
def test_cells_in_any_script_are_reported_in_any_encoding(form: str, broken: Path) -> None:
    visits = broken / "data/tables/visits.csv"
    visits.write_text(visits.read_text(encoding="utf-8").replace("x1,", "Ծիծեռնակ,"), encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    result = run_as_program("validate", broken, "--format", form, stdout=subprocess.PIPE, env=environment)
    assert (result.returncode, result.stderr) == (1, b"")
    assert b"\\u053e" in result.stdout


def test_an_interrupted_run_says_nothing_about_the_data(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "interrupted_dataset.py").write_text("raise KeyboardInterrupt")
    monkeypatch.syspath_prepend(tmp_path)
    result = run("validate", package, "--dataset", "interrupted_dataset:ANY")
    assert result.exit_code == 2
    assert result.stderr == "lading: interrupted\n"
