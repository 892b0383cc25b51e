"""A pattern that is taken for one of both engines means the same in both."""

import re
import sys

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import SchemaValidator

from lading.compile import patterns

PIECES = (
    *("a", "b", "-", "1", ".", "[ab]", "[^a]", "[a-c1-]", "[-a]", "(", "(?:", ")", "|", "*", "+", "?", "*?", "+?"),
    *("++", "{2}", "{1,2}", "{,2}", "{0,}", "{", "}", "^", "$", r"\d", r"\w", r"\W", r"\s", r"\b", r"\Z", r"\.", "??"),
    *(r"\-", r"\\", r"\1", "]", "[", "\n", "(?i)", "(?=a)", "[[a]]", "[a&&b]", "[a--b]", r"[\w-]", r"[\d_]", "a{0}"),
    *("&", "#", " "),
)  # fmt: skip
texts = st.text("ab1-._ \n\\&{}", max_size=5)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join), st.lists(texts, min_size=1, max_size=5))
def test_polars_matches_where_python_matches_the_whole_text(pattern: str, found: list[str]) -> None:
    alike = patterns.alike(pattern)
    try:
        python = re.compile(pattern)
    except (re.error, FutureWarning):
        return
    if alike is not None:
        matches = pl.Series(found).str.contains(alike).to_list()
        assert matches == [python.fullmatch(text) is not None for text in found]


@pytest.mark.parametrize(
    "pattern", ["[a-z]+", "^[A-Z]{2}-[0-9]{4}$", r"\w+", "(?:ab|c)*", "[^@ ]+@[^@ ]+", r"a\.b", "a.c"]
)
def test_the_usual_patterns_are_of_both_engines(pattern: str) -> None:
    assert patterns.alike(pattern) is not None


@pytest.mark.parametrize("pattern", ["(?i)a", "(?=a).", r"\bword", r"(a)\1", "a$|b", r"\s", "a++", "[a&&b]", "a{,2}"])
def test_what_the_engines_see_differently_is_left_to_python(pattern: str) -> None:
    assert patterns.alike(pattern) is None


@pytest.mark.parametrize("pattern", [r"^\w$", r"^\d$", r"^\s$", "^.$", r"^\p{Lu}$", "(?i)^k$", "^$", r"^\b.\b$"])
def test_polars_and_pydantic_know_the_same_letters(pattern: str) -> None:
    characters = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number <= 0xDFFF]
    sampled = [*characters[:0x3000], *characters[0x3000::16]]
    validator = SchemaValidator({"type": "str", "pattern": pattern})
    by_polars = pl.Series(sampled).str.contains(pattern).to_list()
    assert by_polars == [validator.isinstance_python(character) for character in sampled]
