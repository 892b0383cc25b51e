"""The baseline may only rise."""

import json
from pathlib import Path

import pytest

from lading.issue import LadingError
from scripts.evaluation.baseline import Baseline, Standing, falls, raised, read_baseline, render
from scripts.evaluation.marking import Marks
from scripts.evaluation.measures import Measure
from scripts.evaluation.scores import ALL, FAMILY, LANGUAGE
from scripts.evaluation.tally import Tally
from tests.evaluation.conftest import account, known


def result(name: str, right: int, digest: str = "0", expected: int = 10) -> Marks:
    return Marks(known(account(), name, digest=digest), {Measure.TURNS: Tally(right, expected, expected)}, ())


def baseline(*results: Marks) -> Baseline:
    return raised(results, {})


def test_a_figure_that_stays_is_no_fall() -> None:
    assert not list(falls([result("en/pier", 9)], baseline(result("en/pier", 9))))


def test_a_figure_below_the_baseline_is_told_for_everything_it_is_part_of() -> None:
    below = list(falls([result("en/pier", 8)], baseline(result("en/pier", 9))))
    assert {fall.group.by for fall in below} == {ALL.by, LANGUAGE, FAMILY}
    assert {(fall.before, fall.now) for fall in below} == {(0.9, 0.8)}


def test_one_document_may_lose_what_another_of_its_language_and_family_gains() -> None:
    before = baseline(result("en/pier", 9), result("en/quay", 5))
    assert not list(falls([result("en/pier", 8), result("en/quay", 6)], before))


def test_what_another_language_gains_does_not_make_up_for_a_loss() -> None:
    before = baseline(result("en/pier", 9), result("de/steg", 5))
    below = list(falls([result("en/pier", 8), result("de/steg", 9)], before))
    assert [fall.group.name for fall in below] == ["en"]


def test_finding_more_is_no_loss_when_not_all_of_it_is_right() -> None:
    def speakers(right: int, found: int) -> Marks:
        return Marks(known(account(), "en/pier"), {Measure.TURN_SPEAKERS: Tally(right, found, 10)}, ())

    assert not list(falls([speakers(5, 8)], baseline(speakers(5, 5))))
    assert list(falls([speakers(4, 8)], baseline(speakers(5, 5))))


def test_a_new_document_is_not_held_against_the_converter() -> None:
    assert not list(falls([result("en/pier", 9), result("en/quay", 0)], baseline(result("en/pier", 9))))


def test_neither_is_one_whose_text_or_answers_changed() -> None:
    assert not list(falls([result("en/pier", 0, digest="1")], baseline(result("en/pier", 9))))


def test_a_document_whose_text_is_not_at_hand_keeps_its_standing() -> None:
    before = baseline(result("en/pier", 9), result("en/reviewed", 10))
    assert raised([result("en/pier", 10)], before)["en/reviewed"] == before["en/reviewed"]


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    before: Baseline = {"en/pier": Standing("0", {Measure.TURNS: Tally(9, 10, 11), Measure.TITLE: Tally(1, 1, 1)})}
    path.write_text(render(before), encoding="utf-8")
    assert read_baseline(path) == before
    assert render(read_baseline(path)) == path.read_text(encoding="utf-8")


def test_without_a_file_there_is_no_baseline(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "baseline.json") == {}


@pytest.mark.parametrize(
    "content", ["", "[]", '{"en/pier": {}}', json.dumps({"en/pier": {"digest": "0", "tallies": {"x": [1]}}})]
)
def test_what_is_no_baseline_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LadingError, match=r"is no baseline"):
        read_baseline(path)
