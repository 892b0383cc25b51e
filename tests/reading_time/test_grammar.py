"""Grammars: the first letters of a rule only spare work; what is found is what its patterns match."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lading.standoff import Span
from scripts.reading.grammar import Grammar
from scripts.reading.language import LANGUAGES, Language
from scripts.reading.numerals import numerals

SLOTS = {"month": {"May": 5, "May\u0131s": 5, "мая": 5}, "day": "(?:0?[1-9]|[12][0-9])", "unit": ["days", "long years"]}
PATTERNS = [
    "<day> <month>",
    "(?:in|the (?:early )?)<month>",
    "(?P<it><day>)-<day> <month>",
    "(?:more than )?<day>\\s?(?:<unit>|%)",
    "[$€]\\s?\\d{1,3}(?:,\\d{3})*",
    "(?-i:<month>)(?! <day>)",
    "во?|по <month>",
    "ÇAY|i̇stanbul|[^\\W\\d_]{3}ful",
]
PIECES = [
    "May",
    " ",
    "MAYIS",
    "may\u0131s",
    "мая",
    "3",
    "12",
    "-",
    "days",
    "long\nyears",
    "%",
    "$",
    ",",
    "in",
    "the",
    "early",
    "во",
]
TABLES = sorted((Path(__file__).parent / "tables").glob("*/*.yaml"))


@given(
    patterns=st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=4, unique=True),
    parts=st.lists(st.sampled_from([*PIECES, "more than", "çay", "İSTANBUL", "joyful", "𐐷"]), max_size=15),
)
def test_a_grammar_finds_what_its_patterns_match(patterns: list[str], parts: list[str]) -> None:
    text = "".join(parts)
    grammar = Grammar({"slots": SLOTS, "rules": [{"reads": "it", "pattern": pattern} for pattern in patterns]})

    found = {Span(it.start, it.end) for it in grammar.find(text, [Span(0, len(text))])}

    assert found == set(leftmost_longest(text, [grammar.pattern(pattern) for pattern in patterns]))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.stem}-{path.stem}")
def test_no_rule_of_a_language_is_missed_by_its_first_letters(path: Path) -> None:
    language = Language(path.stem)
    words = language.words(path.parent.stem)
    grammar = Grammar(words, numerals(language).slots())
    patterns = [grammar.pattern(rule["pattern"]) for rule in words["rules"]]

    for text, *_ in yaml.safe_load(path.read_text("utf-8"))["rows"]:
        found = [Span(it.start, it.end) for it in grammar.find(text, [Span(0, len(text))])]
        assert found == leftmost_longest(text, patterns)


def leftmost_longest(text: str, patterns: list[re.Pattern[str]]) -> list[Span]:
    """What the patterns match, each tried at every place: the leftmost, of those the longest."""
    matches = [found for pattern in patterns for at in range(len(text)) if (found := pattern.match(text, at))]
    spans: list[Span] = []
    for span in sorted((_it(found) for found in matches), key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return spans


def _it(found: re.Match[str]) -> Span:
    groups: dict[str, Any] = found.groupdict()
    return Span(*found.span("it" if groups.get("it") is not None else 0))


@pytest.mark.parametrize("tag", sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir()))
@pytest.mark.parametrize("subject", ["timexes", "amounts", "events"])
def test_every_rule_of_every_language_compiles(tag: str, subject: str) -> None:
    language = Language(tag)
    words = language.words(subject)
    grammar = Grammar(words, numerals(language).slots())
    assert all(grammar.pattern(rule["pattern"]) for rule in words["rules"])
