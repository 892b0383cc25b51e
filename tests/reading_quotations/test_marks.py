"""What stands between quotation marks, in each language: marks nest, paragraphs go on, apostrophes are no marks."""
# ruff: noqa: RUF001 - the marks themselves are what is tested

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lading.standoff import Span
from schemas.vocabularies import ZoneKind
from scripts.reading.language import Language
from scripts.reading.paragraphs import Paragraph
from scripts.reading.quoted import marks
from scripts.reading.quoted.insertions import insertions
from scripts.reading.quoted.marks import Quoted

UNHURRIED = settings(deadline=None)
"""The first example of a language reads its word files."""
LANGUAGES = [Language(tag) for tag in ("en", "ru", "es", "tr", "de", "fr", "az")]
PAIRS = {
    "en": ["“”", '""'],
    "ru": ["«»", "„“", '""'],
    "es": ["«»", "“”", '""'],
    "tr": ["“”", '""', "«»"],
    "de": ["„“", "»«", '""'],
    "fr": ["«»", "“”", '""'],
    "az": ["“”", '""', "«»"],
}
WORDS = st.lists(
    st.sampled_from(["Wind", "salt", "o'clock", "l’eau", "Sena'nın", "лёд", "\U0001f6e5Boot"]), min_size=1
).map(" ".join)


def _found(text: str, language: Language) -> list[list[Quoted]]:
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Paragraph(ZoneKind.NARRATIVE, Span(at, at + len(block))))
        at += len(block) + 2
    return [quoted for _, quoted in marks.find(text, blocks, language)]


def _words(text: str, language: Language) -> list[str]:
    return [text[quoted.words.start : quoted.words.end] for each in _found(text, language) for quoted in each]


@st.composite
def _quoting(draw: st.DrawFn) -> tuple[str, list[str], Language]:
    """A paragraph of sentences with quoted words in them, some with other quoted words inside."""
    language = draw(st.sampled_from(LANGUAGES))
    text, expected = "", []
    for _ in range(draw(st.integers(1, 4))):
        outer, inner = draw(st.permutations(PAIRS[language.tag]))[:2]
        words = draw(WORDS)
        if draw(st.booleans()) and not set(outer) & set(inner):
            words = f"{words} {inner[0]}{draw(WORDS)}{inner[-1]} {draw(WORDS)}"
        text += f"{draw(WORDS)} {outer[0]}{words}{outer[-1]} {draw(WORDS)}. "
        expected.append(words)
    return text, expected, language


@UNHURRIED
@given(_quoting())
def test_the_outer_words_are_found_whatever_is_quoted_within_them(quoting: tuple[str, list[str], Language]) -> None:
    text, expected, language = quoting
    assert _words(text, language) == expected


@UNHURRIED
@given(_quoting(), st.text("\U0001f6e5\U0001d49c\U0001f0a1", min_size=1))
def test_offsets_count_code_points(quoting: tuple[str, list[str], Language], ahead: str) -> None:
    text, _, language = quoting
    plain = [quoted.words for each in _found(text, language) for quoted in each]
    moved = [quoted.words for each in _found(f"{ahead} {text}", language) for quoted in each]
    shift = len(ahead) + 1
    assert [Span(start + shift, end + shift) for start, end in plain] == moved


ANY_MARKS = st.lists(
    st.sampled_from([*"«»„“”\"‘’'‚‹›—-,.?! \n", "слово", "Word", "dedi", " — сказал Тарин, — ", "''", "\n\n"])
)


@UNHURRIED
@given(ANY_MARKS.map("".join), st.sampled_from(LANGUAGES))
def test_quoted_words_and_their_parts_lie_in_the_text_in_order_and_apart(text: str, language: Language) -> None:
    quoted = [words for each in _found(text, language) for words in each]
    parts = [part for words in quoted for part in insertions(language).parts(text, words)]
    for found in (quoted, parts):
        assert all(0 <= each.words.start < each.words.end <= len(text) for each in found)
        assert all(left.words.end <= right.words.start for left, right in pairwise(found))
    assert all(each.outer.start <= each.words.start and each.words.end <= each.outer.end for each in quoted)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "“We went.\n\n“We came.” He left.", ["We went.", "We came."]),
        ("en", "“We went.\n\nWe came,” he said. “Yes.”", ["We went.\n\nWe came", "Yes."]),
        ("en", "'Tis the ministers' boat. 'We don't sail,' he said.", ["We don't sail"]),
        ("en", "“We never closed this one, he said.", ["We never closed this one, he said."]),
        ("ru", "«Первое.\n\nВторое», — сказал он. «Третье».", ["Первое.\n\nВторое", "Третье"]),
        ("ru", "«Мы читали «Голос Сенны», — сказал он. «И ждали».", ["Мы читали «Голос Сенны", "И ждали"]),
        ("ru", "«Мы «ждали» их», — сказал он.", ["Мы «ждали» их"]),
        ("ru", "«Первое.\n\n«Второе.\n\n«Третье».", ["Первое.", "Второе.", "Третье"]),
        ("fr", "« Oui », dit-il. « Non ! »", ["Oui", "Non !"]),
        ("de", "„Es geht“, sagte er. „Ja”, sagte sie. »Nein«, hieß es.", ["Es geht", "Ja", "Nein"]),
        ("de", "„Er rief: ‚Halt.‘ Ich blieb.“", ["Er rief: ‚Halt.‘ Ich blieb."]),
        ("tr", "''Sena'nın suyu'' dedi. ”Tamam” dedi. “Olur\" dedi.", ["Sena'nın suyu", "Tamam"]),
        ("tr", "\"Arkadaşım 'Örtün' dedi.\" diye konuştu.", ["Arkadaşım 'Örtün' dedi."]),
        ("az", '“Su var", - deyə o bildirib. ”Çörək də”.', ["Su var", "Çörək də"]),
        ("es", "«Ella dijo: “Puente”, y ya».", ["Ella dijo: “Puente”, y ya"]),
    ],
)
def test_marks_are_read_as_each_language_prints_them(tag: str, text: str, expected: list[str]) -> None:
    assert _words(text, Language(tag)) == expected


def _parts(tag: str, text: str) -> list[str]:
    language = Language(tag)
    quoted = [words for each in _found(text, language) for words in each]
    parts = [part for words in quoted for part in insertions(language).parts(text, words)]
    return [text[part.words.start : part.words.end] for part in parts]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        (
            "ru",
            "«Сваи забиты, — уточнила она, — осталось дождаться весны».",
            ["Сваи забиты", "осталось дождаться весны"],
        ),
        ("ru", '"Мы ждём, - сказал Тарин. - Они тоже".', ["Мы ждём", "Они тоже"]),
        ("ru", "«Порт — это море», — сказал он.", ["Порт — это море"]),
        ("es", "«Lo caro —precisó— habría sido esperar».", ["Lo caro", "habría sido esperar"]),
        ("fr", "« Le pont, a-t-il dit, est à nous. »", ["Le pont", "est à nous."]),
        ("fr", "« Le pont, la digue, le quai. »", ["Le pont, la digue, le quai."]),
        ("az", "“Su var, - o bildirib, - çörək də”.", ["Su var", "çörək də"]),
        ("de", "„Das Boot – sagte man mir – ist alt.“", ["Das Boot – sagte man mir – ist alt."]),
    ],
)
def test_a_clause_of_the_reporter_divides_the_words_around_it(tag: str, text: str, expected: list[str]) -> None:
    assert _parts(tag, text) == expected
