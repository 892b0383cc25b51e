"""A package appears whole or not at all: also in the hands of processes that are killed."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lading.descriptor import read_descriptor, safe_path
from lading.issue import LadingError
from lading.publish import COMMIT, differences, recover, staging

PUBLISHERS = Path(__file__).parent / "publishers"
ROOT = Path(__file__).parents[2]


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*") if path.is_file()}


OLD_DESCRIPTOR = """{
    "resources": [{"path": "data/tables/a.csv"}, {"path": ["data/tables/gone.csv", "../../README.md"]}],
    "lading:derived": ["schemas/derived/gone.json"]
}"""
NEW_DESCRIPTOR = '{"resources": [{"path": "data/tables/a.csv"}, {"path": "data/tables/b.csv"}]}'
GONE = {"data/tables/gone.csv": "old", "schemas/derived/gone.json": "old"}
OURS = {"README.md": "ours", "data/tables/ours.csv": "ours", "schemas/derived/ours.json": "ours"}
OLD = {"datapackage.json": OLD_DESCRIPTOR, "data/tables/a.csv": "old", **GONE, **OURS}
NEW = {"datapackage.json": NEW_DESCRIPTOR, "data/tables/a.csv": "new", "data/tables/b.csv": "new"}


def test_a_published_package_replaces_the_old_one_and_leaves_other_files_alone(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    with staging(tmp_path) as staged:
        put(staged, NEW)
    assert contents(tmp_path) == {**NEW, **OURS}


def test_a_package_can_be_published_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    with staging(tmp_path / "new" / "folder") as staged:
        put(staged, NEW)
    assert contents(tmp_path / "new" / "folder") == NEW


def test_a_failure_leaves_the_old_package_and_no_trace(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    with pytest.raises(ZeroDivisionError), staging(tmp_path) as staged:
        put(staged, NEW)
        raise ZeroDivisionError
    assert contents(tmp_path) == OLD
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("obstacle", "message"),
    [
        ({"data/tables/a.csv/inside": ""}, "a folder where the package has a file"),
        ({"data": ""}, "a file where the package has a folder"),
    ],
)
def test_an_obstacle_is_noticed_before_anything_is_replaced(
    tmp_path: Path, obstacle: dict[str, str], message: str
) -> None:
    old = {"datapackage.json": "old", **obstacle}
    put(tmp_path, old)
    with pytest.raises(LadingError, match=message), staging(tmp_path) as staged:
        put(staged, NEW)
    assert contents(tmp_path) == old


def test_nothing_at_all_is_not_published_as_it_would_delete_the_package(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    with pytest.raises(LadingError, match="nothing to publish"), staging(tmp_path):
        pass
    assert contents(tmp_path) == OLD


def test_a_file_is_no_place_for_a_package(tmp_path: Path) -> None:
    put(tmp_path, {"file": ""})
    with pytest.raises(LadingError, match="not a folder"), staging(tmp_path / "file"):
        pass


def test_recovery_does_nothing_where_nothing_was_interrupted(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    recover(tmp_path)
    recover(tmp_path / "not there")
    assert contents(tmp_path) == OLD


def test_recovery_waits_for_a_process_that_is_at_work(tmp_path: Path) -> None:
    reader = threading.Thread(target=recover, args=[tmp_path])
    with staging(tmp_path) as staged:
        reader.start()
        put(staged, NEW)
        reader.join(timeout=0.1)
        assert reader.is_alive()
    reader.join()
    assert contents(tmp_path) == NEW


def test_differences_name_each_file_that_publishing_would_touch(tmp_path: Path) -> None:
    put(tmp_path / "root", OLD)
    put(tmp_path / "staged", NEW)
    assert differences(tmp_path / "staged", tmp_path / "root") == [
        "data/tables/a.csv: changed",
        "data/tables/b.csv: missing",
        "data/tables/gone.csv: not a file of the package",
        "datapackage.json: changed",
        "schemas/derived/gone.json: not a file of the package",
    ]


def test_there_are_no_differences_after_publishing(tmp_path: Path) -> None:
    put(tmp_path / "root", OLD)
    put(tmp_path / "staged", NEW)
    with staging(tmp_path / "root") as staged:
        put(staged, NEW)
    assert differences(tmp_path / "staged", tmp_path / "root") == []


@contextmanager
def publishing(publisher: str, root: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that publishes without end, from its first package on; killed at the end of the block."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    process = subprocess.Popen([sys.executable, PUBLISHERS / publisher, root], env=environment)
    try:
        wait_for(root / "started", process)
        yield process
        assert process.poll() is None, "the publisher ended by itself"
    finally:
        process.kill()
        process.wait()
    (root / "started").unlink()


def wait_for(path: Path, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert process.poll() is None, "the publisher ended by itself"
        assert time.monotonic() < deadline, "the publisher does not get on"
        time.sleep(0)


def assert_whole(root: Path) -> None:
    """All files have one number, and the file whose name has another number is gone."""
    found = contents(root)
    number = int(found.pop("datapackage.json"))
    assert found == {f"data/tables/{name}": str(number) for name in (*range(200), f"only-{number}")}


@pytest.mark.parametrize("after", [number / 300 for number in range(12)])
def test_files_that_belong_together_stay_together_whenever_the_process_is_killed(tmp_path: Path, after: float) -> None:
    with publishing("many_files.py", tmp_path):
        time.sleep(after)
    recover(tmp_path)
    assert_whole(tmp_path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks on this system")
def test_a_process_killed_at_any_step_leaves_the_old_package_or_one_that_is_put_in_place(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    subprocess.run([sys.executable, PUBLISHERS / "killed_at_every_step.py", tmp_path], env=environment, check=True)
    listed = '{"resources": [{"path": ["data/tables/a", "data/tables/%s"]}]}'
    old = {"datapackage.json": listed % "gone", "data/tables/a": "old", "data/tables/gone": "old"}
    new = {"datapackage.json": listed % "b", "data/tables/a": "new", "data/tables/b": "new"}
    folders = sorted(tmp_path.iterdir())
    half_in_place = [folder for folder in folders if (folder / COMMIT).exists()]
    for folder in folders:
        recover(folder)
    left = [contents(folder) for folder in folders]
    n_old = left.index(new)
    assert left == [old] * n_old + [new] * (len(left) - n_old)
    assert n_old > len(new)
    assert len(half_in_place) > len(new)


@pytest.mark.parametrize("after", [0.0, 0.03, 0.1])
def test_every_file_has_its_hash_whenever_a_build_is_killed(tmp_path: Path, after: float) -> None:
    with publishing("lighthouses_forever.py", tmp_path):
        time.sleep(after)
    recover(tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    for resource in read_descriptor(tmp_path / "datapackage.json").resources:
        (path,) = resource.paths or ()
        content = safe_path(tmp_path, path).read_bytes()
        assert resource.hash == f"sha256:{hashlib.sha256(content).hexdigest()}"
