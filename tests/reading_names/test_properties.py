"""What holds for every text, also for one that nobody would write."""

from itertools import pairwise
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from lading.standoff import Span
from schemas.vocabularies import ZoneKind
from scripts.reading import sentences
from scripts.reading.found import Layout, Zone
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.quotations import quotations
from scripts.registry import load

ENGLISH = Language("en")
REGISTRY = load(Path(__file__).parent / "registry")

NAMES = (
    "Merelin Osgan Tamur Anton Lisk Veldoria Veldorian Rashidovich oglu Maria Oduya President Foreign Minister Ministry"
)
WORDS = "Mr Dr. of the said that he added According to so-called U.S. No. 5 p.m. . , : ; ! ? ( ) [ ] - ' \""
MARKS = "\u201c \u201d \u00ab \u00bb \u201e \u2018 \u2019 \u2019s \u2026 \u2013 \U0001f6e5 \U0001d49c\u00e9 \u0259"
BLANKS = ["\n", "\n\n", "\u00a0", " ", ""]
PIECES = st.sampled_from([*NAMES.split(), *WORDS.split(), *MARKS.split(), *BLANKS])
TEXTS = st.one_of(st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join), st.text())


def _whole(text: str) -> Layout:
    return Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ())


@given(TEXTS)
@example("\u201c\n\n\u201c\u201d")
def test_mentions_and_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    known = names.find(text, _whole(text), ENGLISH, REGISTRY)
    quoted = quotations.find(text, _whole(text), known, ENGLISH)
    for found in (known.mentions, quoted):
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        assert all(left.end <= right.start for left, right in pairwise(found))
    for each in quoted:
        spans = [span for span in (each.cue, each.source) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert not any(span.overlaps(each.span) for span in spans)


@given(TEXTS)
def test_every_mention_is_of_somebody_or_something_known(text: str) -> None:
    known = names.find(text, _whole(text), ENGLISH, REGISTRY)
    new = {entity.entity_id for entity in known.new_entities}
    assert not new & set(REGISTRY.entities)
    assert {mention.entity_id for mention in known.mentions} <= new | set(REGISTRY.entities)


@given(TEXTS, st.data())
def test_sentences_cover_every_character_of_their_span_but_white_space(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = sentences.split(text, span, ENGLISH)
    assert all(span.contains(sentence) and sentence.start < sentence.end for sentence in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[start:end].strip() == text[start:end] for start, end in found)
    covered = {at for start, end in found for at in range(start, end)}
    assert all(at in covered or text[at].isspace() or text[at] in UNPRINTED for at in range(*span))


UNPRINTED = "\u200b\u2060\ufeff"
"""Marks that print nothing, as at the beginning of a file."""


@given(TEXTS, st.text("\U0001f6e5\U0001d49c\U0001f0a1", min_size=1))
def test_characters_outside_the_basic_plane_count_as_one(text: str, ahead: str) -> None:
    prefix = f"{ahead}.\n\n"
    longer = prefix + text
    found = names.find(text, _whole(text), ENGLISH, REGISTRY)
    moved = names.find(longer, _whole(longer), ENGLISH, REGISTRY)
    shift = len(prefix)
    assert [(each.start + shift, each.end + shift) for each in found.mentions] == [
        (each.start, each.end) for each in moved.mentions
    ]
