from pathlib import Path

import pytest

from benchmarks.convert import bench, recombine, tabulate
from benchmarks.convert.bench import beside_peers, growing

MACHINE = {"processor": "one", "cores": 2, "memory": "8 GiB", "system": "Linux", "python": "3.11"}


def test_recombined_documents_are_the_same_whenever_they_are_made_and_differ_from_each_other() -> None:
    documents = recombine.invented()
    texts = [recombine.recombined(number, 1_500, documents) for number in range(200)]
    assert texts == [recombine.recombined(number, 1_500, documents) for number in range(200)]
    assert len(set(texts)) == len(texts)
    assert all(1_500 <= len(text) < 15_000 for text in texts)


def test_they_are_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    n_bytes = recombine.write(3, 500, folder)
    (folder / "document-00000.txt").write_text("")
    assert recombine.write(3, 500, folder) < n_bytes


def test_a_conversion_is_measured_and_its_results_are_a_table(tmp_path: Path) -> None:
    (case,) = growing([4], 1, tmp_path)
    page = tabulate.render({"machine": MACHINE, "peers": [], "growth": [case.as_json()]})
    assert page.splitlines()[-1].startswith("| convert | 4 | 0.0")
    assert case.memory > 1


def test_a_peer_that_is_not_there_is_no_fast_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "PEERS", {"missing": "a peer that is not there"})
    with pytest.raises(RuntimeError, match="a peer that is not there ended with status 1"):
        next(beside_peers(2, tmp_path))
