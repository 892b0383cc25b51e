"""What holds for the quotations of every text in every language, also for one that nobody would write."""
# ruff: noqa: RUF001 - the marks themselves are what is tested

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.vocabularies import ZoneKind
from scripts.reading.found import Layout, Quotation, Zone
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.quotations import quotations
from scripts.registry import Registry

WORDS = {
    "en": "said he added According to Foreign Minister Merelin that Osgan's told",
    "ru": "сказал — он добавил, По словам министра Сольвина что Сольвин",
    "es": "dijo él añadió Según el ministro Oreval que —precisó—",
    "tr": "dedi o ekledi diye Bakan Aldoğru Aldoğru'nun ifadesini kullandı sorusu üzerine",
    "de": "sagte er fügte hinzu Laut Minister Varnholt dass so der Solbachs",
    "fr": "a-t-il dit il a ajouté Selon le ministre Lanteuil que M. Marvaut",
    "az": "deyib o əlavə edib - deyə nazir Solvin bildirib ki, sözlərinə görə",
}
UNHURRIED = settings(deadline=None)
"""The first example of a language reads its word files."""
MARKS = [*"“”«»„‘’‚‹›\"'—–-,.:!?()\U0001f6e5", "''"]


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, Language]:
    tag = draw(st.sampled_from(sorted(WORDS)))
    pieces = st.lists(st.sampled_from([*WORDS[tag].split(), *MARKS, "\n", "\n\n"]), max_size=40)
    return draw(st.sampled_from([" ", ""])).join(draw(pieces)), Language(tag)


def _quotations(text: str, language: Language, nobody: Registry) -> tuple[Quotation, ...]:
    layout = Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ())
    return quotations.find(text, layout, names.find(text, layout, language, nobody), language)


@UNHURRIED
@given(drawn=_texts())
def test_quotations_lie_in_the_text_in_order_and_apart_from_their_cues(
    drawn: tuple[str, Language], nobody: Registry
) -> None:
    text, language = drawn
    found = _quotations(text, language, nobody)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    for each in found:
        beside = [span for span in (each.cue, each.source) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in beside)
        assert not any(span.overlaps(each.span) for span in beside)
