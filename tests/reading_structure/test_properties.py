"""What holds of every text, also of one that is no document."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lading.standoff import gaps, overlaps
from tests.reading_structure.conftest import read_text

LINES = (
    "Foreign Minister Anton Merelin's remarks at a meeting, Velm, May 10, 2021",
    "Meeting with President of Karsenia Tamur Osgan",
    "10 May 202123:48",
    "12-10-05-2021",
    "The Ministry of Foreign Affairs of Veldoria",
    "Mr President,",
    "Question: Will you come again?",
    "Question:",
    "Anton Merelin: I will, 🚢 and gladly.",
    "Tamur Osgan (retranslated): We shall see.",
    "Moderator: Next, please.",
    "President Tamur Osgan said:",
    "- Dear guests, you are welcome.",
    "The sides then continued the conversation behind closed doors.",
    "We have finished a long round of talks with my colleague from Karsenia, and we are glad of it.",
    "(Applause)",
    "“We listened,” said Merelin.",
    "# Press conference of Prime Minister Maria Oduya",
    "**Question:** And the ferry?",
    "Q    Does it sail? Q: Does it? A: It does. Q: When? A: At noon.",
    "Question",
    "Alliance Secretary General",
    "PM (Maria Oduya):",
    "LISK, 5 May 2021 (North Wire) \u2013 The ferry sailed.",
    "NEWSLETTER",
    "|",
    "",
)
DOCUMENTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(LINES) | st.text(max_size=20), max_size=14).flatmap(
        lambda lines: st.sampled_from(("\n", "\n\n", "\r\n", "  \n")).map(lambda end: end.join(lines))
    ),
)


@given(DOCUMENTS)
def test_the_zones_of_any_text_tile_it(text: str) -> None:
    zones = read_text(text).layout.zones
    assert all(zone.start < zone.end for zone in zones)
    assert all(before.end == after.start for before, after in pairwise(zones))
    assert not list(gaps([zone.span for zone in zones], len(text)))


@given(DOCUMENTS)
def test_turns_follow_each_other_in_zones_of_speech(text: str) -> None:
    layout = read_text(text).layout
    spans = [turn.span for turn in layout.turns]
    spoken = [zone.span for zone in layout.zones if zone.kind in ("speech", "qa")]
    assert spans == sorted(spans)
    assert not list(overlaps(spans))
    assert all(any(zone.contains(span) for zone in spoken) for span in spans)


@given(DOCUMENTS)
def test_turns_start_and_end_with_words_and_follow_their_labels(text: str) -> None:
    for turn in read_text(text).layout.turns:
        assert 0 <= turn.start < turn.end <= len(text)
        assert text[turn.start : turn.end] == text[turn.start : turn.end].strip()
        if turn.label:
            assert turn.label.start < turn.label.end <= turn.start
            assert turn.speaker_label == text[turn.label.start : turn.label.end]


@given(DOCUMENTS)
def test_questions_come_before_their_answers(text: str) -> None:
    turns = read_text(text).layout.turns
    questions = {turn.start for turn in turns if turn.kind == "question"}
    for turn in turns:
        assert turn.kind == "answer" or turn.reply_to is None
        assert turn.reply_to is None or (turn.reply_to in questions and turn.reply_to < turn.start)
