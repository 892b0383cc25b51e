import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lading.validate import validate
from schemas import CONVERTED_DOCUMENTS
from scripts import convert
from scripts.sources import read_sources
from tests.scripts.workspace import BAD, GOOD, ROOT, TALKS, contents

EXAMPLES = ROOT / "examples/documents"
SOURCES = ROOT.parent / "shared/sources"
DOCUMENTS = sorted((BAD / "documents").iterdir())


def run(*arguments: str | Path) -> int:
    return convert.main([*map(str, arguments), "--registry", str(GOOD / "registry")])


def column(package: Path, table: str, name: str) -> list[object]:
    return list(pq.read_table(package / f"data/tables/{table}.parquet").column(name).to_pylist())


def test_documents_become_a_package_that_validates(tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert run(EXAMPLES, "--output", package) == 0
    report = validate(package, dataset=CONVERTED_DOCUMENTS, texts=EXAMPLES)
    assert report.valid, report.issues


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts of the five documents are not beside the checkout")
def test_the_five_documents_become_a_package_that_validates(tmp_path: Path) -> None:
    assert convert.main([str(SOURCES), "--output", str(tmp_path)]) == 0
    report = validate(tmp_path, dataset=CONVERTED_DOCUMENTS, texts=SOURCES)
    assert report.valid, report.issues


def test_people_whom_the_registry_does_not_know_are_provisional(tmp_path: Path) -> None:
    assert run(EXAMPLES, "--output", tmp_path / "package") == 0
    entities = dict(
        zip(
            column(tmp_path / "package", "entities", "name"),
            column(tmp_path / "package", "entities", "status"),
            strict=True,
        )
    )
    assert entities["Elias Varga"] == "provisional"
    assert entities["Marta Holm"] == "registered"


def test_the_package_holds_of_the_registry_what_the_documents_speak_of(tmp_path: Path) -> None:
    assert run(TALKS, "--output", tmp_path / "package") == 0
    assert "marta-holm" in column(tmp_path / "package", "persons", "entity_id")
    assert "pavel-rudin" not in column(tmp_path / "package", "persons", "entity_id")


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    files = sorted(EXAMPLES.glob("*.txt"))
    assert run(*files, "--output", tmp_path / "one") == 0
    assert run(*reversed(files), "--output", tmp_path / "two") == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_second_run_over_the_first_changes_nothing(tmp_path: Path) -> None:
    run(EXAMPLES, "--output", tmp_path)
    first = contents(tmp_path)
    run(EXAMPLES, "--output", tmp_path)
    assert contents(tmp_path) == first


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_a_bad_document_is_one_line_and_the_others_are_converted(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(document, TALKS, "--output", tmp_path) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert document.name in said.err
    assert column(tmp_path, "documents", "source_file") == ["talks.txt"]


def test_nothing_is_written_when_no_document_can_be_read(tmp_path: Path) -> None:
    package = tmp_path / "package"
    assert run(*DOCUMENTS, "--output", package) == 1
    assert not package.exists()


@pytest.mark.parametrize("options", [[], ["--draft"]], ids=["a package", "drafts"])
def test_a_text_that_is_given_twice_is_taken_once(
    options: Sequence[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = shutil.copy(TALKS, tmp_path / "yesterdays-talks.txt")
    assert run(TALKS, copy, "--output", tmp_path / "out", *options) == 0
    assert f"yesterdays-talks.txt: the same text as {TALKS}; taken once" in capsys.readouterr().err


def test_two_texts_of_the_same_file_name_cannot_be_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "talks.txt"
    other.write_text((EXAMPLES / "ferry-news.txt").read_text("utf-8"), "utf-8")
    assert run(TALKS, other, "--output", tmp_path / "package") == 1
    assert "another text has the same file name" in capsys.readouterr().err


def test_a_folder_that_build_owns_is_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(root)
    assert run(TALKS, "--output", root) == 2
    assert "name another" in capsys.readouterr().err
    assert contents(root) == before


@pytest.mark.parametrize(
    "arguments",
    [[], ["missing.txt", "--output", "out"], [str(TALKS)], [str(TALKS), "--output", "out", "--jobs", "0"]],
    ids=["no file", "a file that is missing", "nowhere to write", "no process"],
)
def test_wrong_usage_is_exit_code_2(arguments: Sequence[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        convert.main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("options", [["--output", "package"], ["--draft", "--output", "drafts"]])
def test_a_folder_without_documents_is_exit_code_2(
    options: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(GOOD / "registry", *options) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_fault_in_the_registry_is_reported_before_anything_is_read(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(BAD / "registry/persons--unknown-field.yaml", root / "data/registry/persons.yaml")
    arguments = [str(TALKS), "--output", str(root / "out"), "--registry", str(root / "data/registry")]
    assert convert.main(arguments) == 1
    assert "persons, title: no such field" in capsys.readouterr().err
    assert not (root / "out").exists()


def test_drafts_are_stand_off_files(tmp_path: Path) -> None:
    assert run(EXAMPLES, "--draft", "--output", tmp_path) == 0
    drafts = read_sources(tmp_path)
    assert {draft.document.values["source_file"] for draft in drafts} == {path.name for path in EXAMPLES.glob("*.txt")}
    assert all(draft.document_id.endswith(draft.sha256[:6]) for draft in drafts)


def test_no_sentence_of_a_document_is_in_its_draft(tmp_path: Path) -> None:
    assert run(TALKS, "--draft", "--output", tmp_path) == 0
    (draft,) = tmp_path.glob("*.yaml")
    assert "What did you sign" not in draft.read_text("utf-8")


def test_a_draft_over_a_reviewed_file_keeps_what_the_curator_did(root: Path) -> None:
    (reviewed,) = read_sources(root / "data/sources")
    assert run(TALKS, "--draft", "--output", root / "data/sources") == 0
    (renewed,) = read_sources(root / "data/sources")
    assert renewed.document.values == reviewed.document.values
    assert [turn.values["summary"] for turn in renewed.records["turns"]] == [
        turn.values["summary"] for turn in reviewed.records["turns"]
    ]
    assert [entry.values for entry in renewed.rejected] == [entry.values for entry in reviewed.rejected]


def test_drafts_are_not_put_into_a_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(built)
    assert run(TALKS, "--draft", "--output", built) == 2
    assert "drafts need a folder of their own" in capsys.readouterr().err
    assert contents(built) == before


def test_compare_prints_scores_and_corrections(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(TALKS, "--compare", "--sources", root / "data/sources") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].split()[0] == "table"
    assert any(line.endswith("documents changed date_basis: title -> dateline") or "documents" in line for line in said)


def test_compare_names_a_document_that_nobody_has_reviewed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = EXAMPLES / "ferry-news.txt"
    assert run(news, TALKS, "--compare", "--sources", root / "data/sources") == 1
    said = capsys.readouterr()
    assert said.err.startswith("ferry-news.txt: no file of")
    assert said.out.startswith("table")


def test_compare_prints_no_scores_where_nobody_has_reviewed_a_document(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(EXAMPLES / "ferry-news.txt", "--compare", "--sources", root / "data/sources") == 1
    assert capsys.readouterr().out == ""


def test_it_runs_as_typed_from_the_repository_root(tmp_path: Path) -> None:
    command = [sys.executable, "scripts/convert.py", "examples/documents", "--output", str(tmp_path / "package")]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_whoever_holds_some_of_the_texts_can_check_those(tmp_path: Path) -> None:
    assert run(EXAMPLES, "--output", tmp_path / "package") == 0
    (tmp_path / "texts").mkdir()
    shutil.copy(EXAMPLES / "ferry-news.txt", tmp_path / "texts")
    report = validate(tmp_path / "package", dataset=CONVERTED_DOCUMENTS, texts=tmp_path / "texts")
    assert report.valid
    assert [issue.code for issue in report.issues] == ["text-missing"] * (len(list(EXAMPLES.glob("*.txt"))) - 1)


def test_drafting_again_without_a_correction_changes_nothing(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    assert run(EXAMPLES, "--draft", "--output", drafts) == 0
    first = contents(drafts)
    assert run(EXAMPLES, "--draft", "--output", drafts) == 0
    assert contents(drafts) == first


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    command = [sys.executable, "scripts/convert.py", str(TALKS), "--output", str(tmp_path / "file/package")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert (
        ended.stderr
        == f"{tmp_path}/file/package: nothing can be written there (Not a directory); name another folder\n"
    )


@pytest.mark.parametrize("there", [ROOT, None], ids=["the repository root", "elsewhere"])
def test_the_command_that_it_prints_last_checks_the_package(there: Path | None, tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, ROOT / "scripts/convert.py", EXAMPLES, "--output", "out of the way"]
    if there:
        command[-1] = tmp_path / "out of the way"
    done = subprocess.run(command, cwd=there or tmp_path, capture_output=True, text=True, check=True)
    says, printed = done.stdout.splitlines()[-1].split(": ", 1)
    assert says == "check it with"
    checked = subprocess.run(["sh", "-c", printed], cwd=there or tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "--texts" in printed


def test_texts_of_the_package_before_go_with_it(tmp_path: Path) -> None:
    assert run(EXAMPLES, "--output", tmp_path) == 0
    (tmp_path / "texts/ferry-news.txt").write_text("My own notes", "utf-8")
    (tmp_path / "texts/notes.txt").write_text("My own notes", "utf-8")
    assert run(TALKS, "--output", tmp_path) == 0
    assert sorted(path.name for path in (tmp_path / "texts").iterdir()) == ["ferry-news.txt", "notes.txt", "talks.txt"]


def test_no_text_appears_without_its_package(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    assert run(TALKS, "--output", tmp_path) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_drafts_of_which_one_would_take_the_place_of_another_text_are_not_written(tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    assert run(EXAMPLES, "--draft", "--output", drafts) == 0
    (draft, *_) = sorted(drafts.iterdir())
    content = draft.read_text("utf-8")
    (sha256,) = re.findall(r"sha256: (\w{64})", content)
    draft.write_text(content.replace(sha256, "0" * 64), "utf-8")
    before = contents(drafts)
    assert run(EXAMPLES, TALKS, "--draft", "--output", drafts) == 2
    assert contents(drafts) == before
