"""Many documents: the same package whatever the order, the processes and the interruptions."""

import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from itertools import count
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lading.package import write_package
from lading.publish import staging
from lading.validate import validate
from schemas import CONVERTED_DOCUMENTS
from scripts import convert
from scripts.assemble import assemble
from scripts.excerpt import excerpt
from scripts.reading.document import read_document
from scripts.reading.source import read
from scripts.records import sound_records
from scripts.registry import Registry, load
from tests.conversion.documents import REGISTRY, contents, folder_of, text
from tests.input.files import DOCUMENTS, PAGES
from tests.scripts.workspace import ROOT, tell_apart

MANY = 30


def run(*arguments: str | Path) -> int:
    return convert.main([*map(str, arguments), "--registry", str(REGISTRY)])


def column(package: Path, table: str, name: str) -> list[object]:
    return list(pq.read_table(package / f"data/tables/{table}.parquet").column(name).to_pylist())


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load(REGISTRY)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(MANY, tmp_path_factory.mktemp("many") / "given")


@pytest.fixture(scope="module")
def package(many: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    package = tmp_path_factory.mktemp("packages") / "package"
    assert run(many, "--output", package, "--jobs", "1") == 0
    return package


def test_neither_the_order_nor_the_number_of_processes_changes_a_byte(
    many: Path, package: Path, tmp_path: Path
) -> None:
    files = sorted(many.iterdir(), reverse=True)
    assert run(*files[5:], *files, "--output", tmp_path / "package", "--jobs", "2") == 0
    assert contents(tmp_path / "package") == contents(package)


def test_the_tables_are_those_of_all_documents_together(
    many: Path, package: Path, registry: Registry, tmp_path: Path
) -> None:
    """The plain way, with everything in memory."""
    drafts = [read_document(read(path), registry) for path in sorted(many.iterdir())]
    drafts = tell_apart(sorted(drafts, key=lambda draft: draft.document_id), registry)
    entries, left_out = assemble(excerpt(registry, drafts), drafts)
    made = sound_records(CONVERTED_DOCUMENTS, entries, left_out)
    records = {table: [record for record, _ in members] for table, members in made.items()}
    with staging(tmp_path / "package") as staged:
        write_package(CONVERTED_DOCUMENTS, records, staged)
    found = {name: data for name, data in contents(package).items() if not name.startswith("texts")}
    for name, data in contents(tmp_path / "package").items():
        if not name.startswith("data/tables/documents."):  # format and encoding are known of files alone
            assert name == "datapackage.json" or found[name] == data, name


def test_a_killed_conversion_is_taken_up_where_it_was(many: Path, package: Path, tmp_path: Path) -> None:
    given = shutil.copytree(many, tmp_path / "given")
    output = tmp_path / "package"
    command = [sys.executable, "scripts/convert.py", given, "--output", output, "--registry", REGISTRY, "--jobs", "1"]
    process = subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.DEVNULL)
    texts = tmp_path / ".package.converting/texts"
    while not texts.is_dir() or len(list(texts.iterdir())) < MANY // 3:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not output.exists()

    converted = {path.name for path in texts.iterdir()}
    for path in sorted(given.iterdir())[: len(converted) - 1]:
        status, length = path.stat(), len(path.read_bytes())
        path.write_bytes(b"\0" * length)  # to read it again would be found out
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert run(given, "--output", output, "--jobs", "1") == 0
    assert contents(output) == contents(package)
    assert not texts.exists()


def test_a_change_of_a_document_after_the_interruption_is_noticed(many: Path, tmp_path: Path) -> None:
    given = shutil.copytree(many, tmp_path / "given")
    space = tmp_path / ".package.converting"
    space.mkdir()
    (space / "journal").write_bytes(b'{"state": "of another converter"}\nrubbish')
    assert run(given, "--output", tmp_path / "package") == 0
    assert len(column(tmp_path / "package", "documents", "document_id")) == MANY


def test_documents_of_one_day_whose_hashes_begin_alike_get_longer_identifiers(tmp_path: Path) -> None:
    seen: dict[str, str] = {}
    for number in count():
        content = text(0) + f"\nIt was said {number} times.\n"
        beginning = hashlib.sha256(content.encode()).hexdigest()[:6]
        if (other := seen.setdefault(beginning, content)) != content:
            break
    (tmp_path / "one.txt").write_text(other, "utf-8")
    (tmp_path / "two.txt").write_text(content, "utf-8")
    assert run(tmp_path / "one.txt", tmp_path / "two.txt", "--output", tmp_path / "package") == 0
    identifiers = sorted(map(str, column(tmp_path / "package", "documents", "document_id")))
    assert [len(each.rpartition("-")[2]) for each in identifiers] == [6, 12]
    assert validate(tmp_path / "package", dataset=CONVERTED_DOCUMENTS, texts=tmp_path / "package/texts").valid


def test_a_name_for_two_kinds_of_things_is_told_apart_across_documents(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(text(0), "utf-8")
    (tmp_path / "two.txt").write_text(text(1).replace("Orlen", "Anton Merelin"), "utf-8")
    assert run(tmp_path / "one.txt", tmp_path / "two.txt", "--output", tmp_path / "package") == 0
    assert validate(tmp_path / "package", dataset=CONVERTED_DOCUMENTS, texts=tmp_path / "package/texts").valid


def test_documents_of_every_format_become_one_package_that_can_be_checked_against_their_texts(tmp_path: Path) -> None:
    given = tmp_path / "given"
    (given / "below").mkdir(parents=True)
    for file in (DOCUMENTS / "conference.docx", DOCUMENTS / "conference.pdf", PAGES / "ministry.html"):
        shutil.copy(file, given / "below")
    (given / "talks.md").write_text(text(1), "utf-8")
    (given / "old.txt").write_bytes(text(2).replace("flood", "naïveté").encode("cp1252"))
    (given / "notes.json").write_text("{}")
    with zipfile.ZipFile(tmp_path / "given/talks.zip", "w") as archive:
        archive.writestr("2021/talks.txt", text(3))
    output = tmp_path / "package"
    assert run(given, "--output", output) == 0
    assert sorted(map(str, column(output, "documents", "source_file"))) == [
        "conference.docx.txt",
        "conference.pdf.txt",
        "ministry.html.txt",
        "old.txt.utf-8.txt",
        "talks.md",
        "talks.txt",
    ]
    report = validate(output, dataset=CONVERTED_DOCUMENTS, texts=output / "texts")
    assert report.valid
    assert not report.issues


def test_what_is_not_utf_8_and_what_is_left_out_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_bytes(text(2).replace("flood", "naïveté").encode("cp1252"))
    (tmp_path / "photo.jpg").touch()
    assert run(tmp_path, "--output", tmp_path / "package") == 0
    assert capsys.readouterr().out.splitlines()[1:-1] == [
        "read as windows-1252: old.txt.utf-8.txt",
        "left out: 1 file of other kinds (.jpg)",
    ]


def test_standard_input_is_converted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text(0).encode())))
    assert run("-", "--output", tmp_path / "package") == 0
    assert (tmp_path / "package/texts/standard-input").read_text("utf-8") == text(0)


def test_the_texts_are_put_where_they_are_wanted(many: Path, tmp_path: Path) -> None:
    (document, *_) = sorted(many.iterdir())
    assert run(document, "--output", tmp_path / "package", "--texts", tmp_path / "mine") == 0
    assert contents(tmp_path / "mine") == {document.name: document.read_bytes()}
    assert not (tmp_path / "package/texts").exists()


def test_the_draft_of_a_page_says_that_its_text_has_to_be_somewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, drafts = PAGES / "ministry.html", tmp_path / "drafts"
    assert run(page, "--draft", "--output", drafts, "--jobs", "1") == 1
    assert "say where to put it with --texts DIR" in capsys.readouterr().err
    assert run(page, "--draft", "--output", drafts, "--texts", tmp_path / "texts", "--jobs", "1") == 0
    assert (tmp_path / "texts/ministry.html.txt").is_file()


def test_a_format_that_needs_the_extra_is_one_line_that_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert run(PAGES / "ministry.html", "--output", tmp_path / "package", "--jobs", "1") == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "HTML needs an extra; install it with: pip install '.[documents]'" in said


def test_two_conversions_do_not_work_on_one_output(
    many: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    space = tmp_path / ".package.converting"
    space.mkdir()
    holds = (
        "import fcntl, sys; lock = open(sys.argv[1], 'w'); fcntl.flock(lock, 2); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", holds, str(space / "lock")]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    assert run(many, "--output", tmp_path / "package") == 2
    holder.communicate()
    assert "another conversion is at work on it" in capsys.readouterr().err


def test_an_interruption_is_one_line_and_leaves_nothing_but_what_was_converted(many: Path, tmp_path: Path) -> None:
    begin = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a shell may have it ignored
    program = f"{begin}; from scripts import convert, faults; faults.run(convert.main)"
    arguments = [many, "--output", tmp_path / "package", "--registry", REGISTRY, "--jobs", "2"]
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    texts = tmp_path / ".package.converting/texts"
    while not texts.is_dir() or not list(texts.iterdir()):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "interrupted; the same command goes on from here"
    assert [path.name for path in tmp_path.iterdir()] == [".package.converting"]
