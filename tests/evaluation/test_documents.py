"""The documents with answers are whole, and their answers have one form."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from lading.issue import LadingError
from schemas.vocabularies import Genre, TurnKind
from scripts import answers
from scripts.evaluate import DOCUMENTS
from scripts.evaluation.written import KEYS, Answers, anchored, read_answers, render
from scripts.registry import Registry
from tests.evaluation.test_word_files import TAGS

TEXT = "Briefing by Mara Zelin\n\nMara Zelin: The pier stays. It is our pier.\n\nQuestion: Until when?\n"


def text_of(path: Path) -> str:
    return path.with_suffix(".txt").read_bytes().decode("utf-8")


def joined(text: str) -> str:
    return " ".join(text.split())


PATHS = sorted(DOCUMENTS.rglob("*.json"))
WRITTEN = {path: read_answers(path, text_of(path)) for path in PATHS}


def faulty(fault: str) -> list[str]:
    """The documents whose answers have a fault that has a name below."""
    return [str(path.relative_to(DOCUMENTS)) for path, written in WRITTEN.items() if FAULTS[fault](path, written)]


def answers_without_question(_: Path, written: Answers) -> bool:
    kinds = [turn["kind"] for turn in written.get("turns", ())]
    return "answer" in kinds and "question" not in kinds[: kinds.index("answer")]


def turns_that_overlap(_: Path, written: Answers) -> bool:
    turns = written.get("turns", [])
    return any(left["end"] > right["start"] for left, right in pairwise(turns))


def blanks_around_a_span(path: Path, written: Answers) -> bool:
    words = [text_of(path)[item["start"] : item["end"]] for key in ("turns", "quotes") for item in written.get(key, ())]
    return any(text != text.strip() for text in words)


FAULTS: Mapping[str, Callable[[Path, Answers], bool]] = {
    "another form than the script gives": lambda path, written: path.read_text("utf-8") != render(written),
    "no folder of its language": lambda path, written: path.parent.name != written["language"],
    "a language that is not read": lambda _, written: written["language"] not in TAGS,
    "a title that is not in the text": lambda path, written: (
        joined(written.get("title") or "") not in joined(text_of(path))
    ),
    "a place that is not in the text": lambda path, written: (
        joined(written.get("place") or "") not in joined(text_of(path))
    ),
    "an unknown genre": lambda _, written: (written.get("genre") or "news") not in tuple(Genre),
    "an unknown kind of turn": lambda _, written: any(
        turn["kind"] not in tuple(TurnKind) for turn in written.get("turns", ())
    ),
    "an answer to no question": answers_without_question,
    "turns that overlap": turns_that_overlap,
    "blanks around a span": blanks_around_a_span,
    "turns on a page that is not diplomatic": lambda _, written: (
        not written.get("diplomatic", True) and bool(written.get("turns"))
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_document_has(fault: str) -> None:
    assert faulty(fault) == []


def test_every_text_has_answers() -> None:
    texts = {path.with_suffix(".json") for path in DOCUMENTS.rglob("*.txt")}
    assert texts == set(PATHS)


def test_every_language_has_every_kind_of_document() -> None:
    for tag in TAGS:
        there = [written for written in WRITTEN.values() if written["language"] == tag]
        genres = {written["genre"] for written in there if written.get("genre")}
        assert {"press-conference", "interview", "readout", "joint-statement", "news"} <= genres
        assert any(not written.get("diplomatic", True) for written in there)
        assert any(len(written.get("turns", ())) == 1 for written in there)


def test_offsets_and_digests_follow_from_the_first_and_last_words() -> None:
    written = {"turns": [{"kind": "statement", "head": "The pier", "tail": "our pier."}]}
    (turn,) = anchored(written, TEXT)["turns"]
    assert TEXT[turn["start"] : turn["end"]] == "The pier stays. It is our pier."
    assert set(turn) == {"kind", "start", "end", "sha256"}


def test_words_that_are_not_in_the_text_are_refused() -> None:
    with pytest.raises(LadingError, match="The quay"):
        anchored({"turns": [{"kind": "statement", "head": "The quay", "tail": "our pier."}]}, TEXT)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "Expecting"),
        ('{"language": "en"}', "family is no key of answers, or is missing"),
        ('{"language": "en", "family": "news", "titel": null}', "titel is no key"),
        ('{"language": "en", "family": "news", "turns": [{"kind": "question"}]}', "KeyError 'start'"),
        ('{"language": "en", "family": "news", "turns": [{"start": 0, "end": 4, "sha256": "0"}]}', "is not that of"),
        ('{"language": "en", "family": "news", "turns": [{"start": 0, "end": 999, "sha256": "0"}]}', "is not that of"),
    ],
)
def test_answers_that_cannot_be_used_are_one_clear_line(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "pier.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LadingError, match=complaint):
        read_answers(path, TEXT)


def test_what_the_converter_finds_is_written_as_a_first_version(tmp_path: Path, registry: Registry) -> None:
    text = tmp_path / "pier.txt"
    text.write_text(TEXT, encoding="utf-8")
    answers.write(text, registry)
    written = read_answers(tmp_path / "pier.json", TEXT)
    assert [turn["kind"] for turn in written["turns"]] == ["statement", "question"]
    assert set(written) <= set(KEYS)


def test_completing_answers_twice_changes_nothing(tmp_path: Path, registry: Registry) -> None:
    text = tmp_path / "pier.txt"
    text.write_text(TEXT, encoding="utf-8")
    beside = tmp_path / "pier.json"
    turns = [{"kind": "question", "speaker": None, "head": "Until when?"}]
    beside.write_text(json.dumps({"language": "en", "family": "news", "turns": turns}), encoding="utf-8")
    answers.write(text, registry)
    once = beside.read_text("utf-8")
    answers.write(text, registry)
    assert beside.read_text("utf-8") == once
    assert read_answers(beside, TEXT)["turns"][0]["start"] == TEXT.index("Until")
