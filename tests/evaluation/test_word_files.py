"""Every language has every word file with the keys that English has, and the readers use every key.

Only what the converter looks up by name is compared. What is looked up by the words of a text, such as the months by
their names, is different in every language.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml

from tests.habits.repository import ROOT

READING = ROOT / "scripts" / "reading"
LANGUAGES = READING / "languages"
TAGS = sorted(path.name for path in LANGUAGES.iterdir() if path.is_dir())
SUBJECTS = sorted(path.stem for path in (LANGUAGES / "en").glob("*.yaml"))
KEYED_BY_CODE = {"states"}
"""Subjects whose keys are codes of a standard, which no reader names."""


@cache
def words(tag: str, subject: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = yaml.load((LANGUAGES / tag / f"{subject}.yaml").read_bytes(), yaml.CSafeLoader)
    return content


@cache
def names_in_code() -> frozenset[str]:
    """Every identifier and every string of the readers, and of the files that describe layouts and kinds of events."""
    code = (name for path in READING.rglob("*.py") for name in _names(ast.parse(path.read_text("utf-8"))))
    descriptions = (path for path in READING.rglob("*.yaml") if LANGUAGES not in path.parents)
    return frozenset(code) | {name for path in descriptions for name in re.findall(r"\w+", path.read_text("utf-8"))}


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield from (name, name.lower())  # the members of an enumeration are capitals for their values
            case ast.keyword(arg=str(name)):
                yield name


def keys(content: Mapping[str, Any], prefix: str = "") -> set[str]:
    """The keys that the readers can name, those of the mappings inside as `outer.inner`."""
    found = {prefix + key for key in content}
    for key, inner in content.items():
        if isinstance(inner, dict) and inner and names_in_code().issuperset(map(str, inner)):
            found |= keys(inner, f"{prefix}{key}.")
    return found


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_every_word_file(tag: str) -> None:
    assert sorted(path.stem for path in (LANGUAGES / tag).glob("*.yaml")) == SUBJECTS


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_every_word_file_has_the_keys_of_the_english_one(tag: str, subject: str) -> None:
    assert set(words(tag, subject)) == set(words("en", subject))


@pytest.mark.parametrize("subject", sorted(set(SUBJECTS) - KEYED_BY_CODE))
@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_what_the_readers_look_up_inside_an_entry_is_there_in_every_language(tag: str, subject: str) -> None:
    assert keys(words("en", subject)) - keys(words(tag, subject)) == set()


@pytest.mark.parametrize("subject", sorted(set(SUBJECTS) - KEYED_BY_CODE))
def test_the_readers_use_every_key(subject: str) -> None:
    assert set(words("en", subject)) <= names_in_code()
