"""Patterns of Table Schema, which are regular expressions of XML Schema that the whole value matches.

Their syntax is that of other engines but for a few escapes. What XML Schema has not, ^ and $ for the ends of a value
(as in an example of the standard), look-around and back-references, is understood as elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import SchemaError, SchemaValidator

from lading.adopt.described import MisfitError
from lading.adopt.effort import longest_text

LETTERS = r"\p{L}"
ESCAPES: Mapping[str, str] = {"i": rf"_:{LETTERS}", "c": rf"\-._:\p{{M}}\p{{Nd}}\p{{Lm}}\u00B7{LETTERS}"}
"""The first and the other characters of names in XML, for the inside of a class."""
BLOCKS: Mapping[str, str] = {
    "BasicLatin": r"\x00-\x7F",
    "Latin-1Supplement": r"\u0080-\u00FF",
    "LatinExtended-A": r"\u0100-\u017F",
    "LatinExtended-B": r"\u0180-\u024F",
    "IPAExtensions": r"\u0250-\u02AF",
    "CombiningDiacriticalMarks": r"\u0300-\u036F",
    "Greek": r"\u0370-\u03FF",
    "GreekandCoptic": r"\u0370-\u03FF",
    "Cyrillic": r"\u0400-\u04FF",
    "Armenian": r"\u0530-\u058F",
    "Hebrew": r"\u0590-\u05FF",
    "Arabic": r"\u0600-\u06FF",
    "Devanagari": r"\u0900-\u097F",
    "Thai": r"\u0E00-\u0E7F",
    "Georgian": r"\u10A0-\u10FF",
    "LatinExtendedAdditional": r"\u1E00-\u1EFF",
    "GreekExtended": r"\u1F00-\u1FFF",
    "GeneralPunctuation": r"\u2000-\u206F",
    "CurrencySymbols": r"\u20A0-\u20CF",
    "Hiragana": r"\u3040-\u309F",
    "Katakana": r"\u30A0-\u30FF",
    "CJKUnifiedIdeographs": r"\u4E00-\u9FFF",
    "HangulSyllables": r"\uAC00-\uD7AF",
}
"""Blocks of Unicode, as in \\p{IsCyrillic}; other engines know scripts instead."""
TOKEN = re.compile(r"\\[pP]\{Is(?P<block>[A-Za-z0-9-]+)\}|\\(?P<name>[icIC])|\\.|(?P<less>-)(?=\[)|[\[\]]|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WholePattern:
    """A pattern that the whole value matches, as Table Schema means it also where it does not say so."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        """The schema of strings with the pattern."""
        schema: Any = handler(source)
        found = with_pattern(_anchored(translated(self.pattern)), self.pattern, whole=True)
        if "max_length" in found and "max_length" in schema:
            found["max_length"] = min(found["max_length"], schema["max_length"])
        return schema | found


def _anchored(pattern: str) -> str:
    """The pattern from the beginning of a value to its end, as it is where it says so itself: messages show it."""
    if pattern.startswith("^") and pattern.endswith("$") and not pattern.endswith(r"\$") and "|" not in pattern:
        return pattern
    return f"^(?:{pattern})$"


def with_pattern(pattern: str, written: str, *, whole: bool) -> dict[str, Any]:
    """What a schema of strings says of a pattern: read in linear time where it does without look-around.

    `written` is the pattern as somebody wrote it. Where it has look-around, no longer texts match than can be looked at
    in bounded time. Raises MisfitError for a pattern that no engine can read, or that might take one forever.
    """
    linear = {"pattern": pattern, "regex_engine": "rust-regex"}
    try:
        SchemaValidator({"type": "str", **linear})
    except SchemaError:
        _compile(written)
        backtracking = rf"^(?:{written})\Z" if whole else written
        _compile(backtracking)
        longest = longest_text(backtracking, whole=whole)
        if longest is None:
            raise MisfitError("its pattern has look-around or the like, and might take forever") from None
        return {"pattern": backtracking, "regex_engine": "python-re", "max_length": longest}
    return linear


def found_by(pattern: str) -> Callable[[str], bool]:
    """Whether a pattern matches any part of a text, as in JSON Schema; MisfitError as above."""
    validator = SchemaValidator({"type": "str", **with_pattern(pattern, pattern, whole=False)})
    return validator.isinstance_python


def _compile(pattern: str) -> None:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        raise MisfitError(f"its pattern is no regular expression: {error}") from None


def translated(pattern: str) -> str:
    """The pattern with what only XML Schema has written as elsewhere."""
    return "".join(_tokens(pattern))


def _tokens(pattern: str) -> Iterator[str]:
    depth = 0
    for token in TOKEN.finditer(pattern):
        text = token[0]
        if token["name"] or token["block"] in BLOCKS:
            inside = ESCAPES[token["name"].lower()] if token["name"] else BLOCKS[token["block"]]
            negated = text[1].isupper()
            yield f"[^{inside}]" if negated else inside if depth else f"[{inside}]"
        elif token["less"] and depth:
            yield "--"  # the characters of the second class are taken from the first
        else:
            depth += (text == "[") - (text == "]" and depth > 0)
            yield text
