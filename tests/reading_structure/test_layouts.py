"""Documents whose answers tell the zones are read as the answers say, to the character."""

import hashlib

from tests.reading_structure.conftest import Example


def test_the_turns_are_those_of_the_answers(example: Example) -> None:
    found = [
        {"kind": turn.kind.value, "speaker": turn.speaker, "start": turn.start, "end": turn.end}
        for turn in example.reading.layout.turns
    ]
    keys = ("kind", "speaker", "start", "end")
    assert found == [{key: turn[key] for key in keys} for turn in example.answers["turns"]]


def test_the_spans_hold_the_words_of_the_answers(example: Example) -> None:
    text = example.reading.text
    found = [hashlib.sha256(text[turn.start : turn.end].encode()) for turn in example.reading.layout.turns]
    assert [digest.hexdigest() for digest in found] == [turn["sha256"] for turn in example.answers["turns"]]


def test_title_and_genre_are_those_of_the_answers(example: Example) -> None:
    facts = example.reading.facts
    assert facts.title == example.answers["title"]
    assert facts.genre == example.answers.get("genre", facts.genre)


def test_the_day_of_publication_is_that_of_the_answers(example: Example) -> None:
    facts = example.reading.facts
    day, _, time = (example.answers["published"] or "").partition("T")
    assert str(facts.date_published or "") == day
    assert (facts.date_basis is None) == (facts.date_published is None)
    if time:
        assert facts.time_published == time


def test_the_zones_are_those_of_the_answers(example: Example) -> None:
    found = [[zone.kind.value, zone.start] for zone in example.reading.layout.zones]
    assert found == example.answers["zones"]


def test_an_answer_replies_to_the_latest_question(example: Example) -> None:
    latest: int | None = None
    for turn in example.reading.layout.turns:
        if turn.kind == "question":
            latest = turn.start
        assert turn.reply_to == (latest if turn.kind == "answer" else None)
