import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lading.publish import STAGING, recover
from scripts import build
from tests.scripts.workspace import REVIEWED, ROOT, contents, edit, package


def rows(root: Path, table: str) -> list[dict[str, object]]:
    return list(pq.read_table(root / f"data/tables/{table}.parquet").to_pylist())


def test_a_build_says_in_one_line_what_it_built(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--root", str(root)]) == 0
    assert capsys.readouterr().out == "built baku-talks 0.1.0: 36 records of 1 documents\n"
    assert (root / "datapackage.json").is_file()
    assert (root / "docs/codebook.md").is_file()


def test_sources_without_a_document_are_no_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = package(built)
    (built / "data/sources" / REVIEWED).unlink()
    assert build.main(["--root", str(built)]) == 2
    assert "nothing to build" in capsys.readouterr().err
    assert package(built) == good


def test_a_source_whose_name_is_no_identifier_is_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "data/sources" / REVIEWED).rename(root / "data/sources/Bad Name.yaml")
    assert build.main(["--root", str(root)]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Bad Name.yaml: 'Bad Name' is no identifier" in said


def test_a_second_build_is_byte_identical(root: Path) -> None:
    build.main(["--root", str(root)])
    first = contents(root)
    build.main(["--root", str(root)])
    assert contents(root) == first


def test_the_order_of_lines_in_a_source_does_not_matter(root: Path) -> None:
    build.main(["--root", str(root)])
    first = package(root)
    source = root / "data/sources" / REVIEWED
    lines = source.read_text("utf-8").splitlines(keepends=True)
    start = lines.index("segments:\n") + 1
    lines[start : start + 3] = reversed(lines[start : start + 3])
    source.write_text("".join(lines), "utf-8")

    build.main(["--root", str(root)])
    assert package(root) == first


def test_identifiers_are_made_of_document_kind_and_start(root: Path) -> None:
    build.main(["--root", str(root)])
    document = REVIEWED.removesuffix(".yaml")
    assert [row["mention_id"] for row in rows(root, "mentions")] == [f"{document}-mention-9", f"{document}-mention-92"]
    assert [row["rendition_id"] for row in rows(root, "renditions")] == [f"{document}-rendition-1"]


def test_what_follows_from_other_records_is_filled_in(root: Path) -> None:
    build.main(["--root", str(root)])
    turns, segments = rows(root, "turns"), rows(root, "segments")
    assert [turn["sequence"] for turn in turns] == [1, 2]
    assert turns[1]["reply_to"] == turns[0]["turn_id"]
    assert {segment["start"]: segment["turn_id"] for segment in segments} == {
        46: turns[0]["turn_id"],
        78: turns[1]["turn_id"],
        123: turns[1]["turn_id"],
    }
    assert {row["entity_id"]: row["entity_type"] for row in rows(root, "mentions")} == {
        "port-elsen": "place",
        "agreement-on-coastal-shipping": "agreement",
    }
    assert [row["host"] for row in rows(root, "renditions")] == ["example.org"]
    assert [row["quad_code"] for row in rows(root, "events")] == ["verbal-cooperation"]


def test_entities_that_only_a_document_names_are_provisional(root: Path) -> None:
    source = root / "data/sources" / REVIEWED
    edit(source, "entity_id: port-elsen", "entity_id: elsen-port-authority")
    with source.open("a", encoding="utf-8") as file:
        file.write("entities:\n- {entity_id: elsen-port-authority, entity_type: organisation, name: Elsen Port}\n")

    assert build.main(["--root", str(root)]) == 0
    assert {row["entity_id"]: row["status"] for row in rows(root, "entities")}["elsen-port-authority"] == "provisional"
    assert "elsen-port-authority" in {row["entity_id"] for row in rows(root, "organisations")}


def test_check_names_each_file_that_would_change_and_changes_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build.main(["--root", str(root)])
    assert build.main(["--root", str(root), "--check"]) == 0
    capsys.readouterr()
    edit(root / "data/registry/places.yaml", "name: Ostravia", "name: Republic of Ostravia")
    before = contents(root)

    assert build.main(["--root", str(root), "--check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert {line.split(":")[0] for line in said} == {
        f"data/tables/{table}.{suffix}" for table in ("entities", "places") for suffix in ("csv", "parquet")
    } | {"datapackage.json"}
    assert contents(root) == before


@pytest.mark.parametrize("folder", ["data/registry", "data/sources"])
def test_a_folder_that_is_missing_is_one_line(folder: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(root / folder)
    assert build.main(["--root", str(root)]) == 2
    assert capsys.readouterr().err.startswith(f"{root / folder}: no such folder")


def test_a_wrong_option_is_usage(root: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        build.main(["--root", str(root), "--fast"])
    assert stopped.value.code == 2


def start(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "scripts/build.py", "--root", str(root)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)


def test_it_runs_as_typed_from_the_repository_root(root: Path) -> None:
    assert start(root).wait(timeout=60) == 0
    assert (root / "datapackage.json").is_file()


def test_a_build_that_is_killed_leaves_the_old_package_or_the_new_one(root: Path) -> None:
    places = root / "data/registry/places.yaml"
    old = places.read_text("utf-8")
    texts = [old, old.replace("name: Ostravia", "name: Republic of Ostravia")]
    packages = []
    for text in texts:
        places.write_text(text, "utf-8")
        build.main(["--root", str(root)])
        packages.append(package(root))
    assert packages[0] != packages[1]
    moment = random.Random(7)  # noqa: S311 - no secret
    for attempt in range(6):
        places.write_text(texts[attempt % 2], "utf-8")
        process = start(root)
        while process.poll() is None and not (root / STAGING).exists():
            time.sleep(0.001)
        time.sleep(moment.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        recover(root)
        assert package(root) in packages
