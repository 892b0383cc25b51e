"""One person is one person, whatever the language, the script, the transliteration and the case."""

from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schemas.vocabularies import ZoneKind
from scripts.reading.found import Layout, Zone
from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.names.inflection import NO_ENDING, inflection
from scripts.reading.names.names import Names
from scripts.reading.names.skeletons import SHARED, skeletons
from scripts.registry import Registry, load

HERE = Path(__file__).parent
SPELLINGS: dict[str, dict[str, str]] = yaml.safe_load((HERE / "examples" / "spellings.yaml").read_text("utf-8"))
REGISTRY = load(HERE / "registry")
CYRILLIC = "".join(chr(code) for code in (*range(0x430, 0x450), 0x451))
RULES = [
    (tag, ending, "" if base == NO_ENDING else base)
    for tag in ("ru", "tr", "az", "de")
    for endings, bases in Language(tag).words("names")["inflection"]
    for ending in listed(endings)
    for base in listed(bases)
]


def _read(text: str, tag: str, registry: Registry) -> Names:
    whole = Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ())
    return names.find(text, whole, Language(tag), registry)


@pytest.mark.parametrize("tag", SPELLINGS)
def test_every_spelling_of_a_registered_name_is_that_person(tag: str) -> None:
    known = _read("", tag, REGISTRY)
    assert {name: known.person(name) for name in SPELLINGS[tag]} == SPELLINGS[tag]


@pytest.mark.parametrize("tag", SPELLINGS)
def test_a_spelling_within_a_text_makes_nobody_new(tag: str) -> None:
    for name, person in SPELLINGS[tag].items():
        in_full = REGISTRY.entities[person].name if person else "Nobody"
        text = f"{in_full}. {name}."
        found = _read(text, tag, REGISTRY)
        assert found.new_entities == ()
        assert {mention.entity_id for mention in found.mentions} <= {person}


@given(st.sampled_from(RULES), st.data())
def test_a_name_with_an_ending_has_a_form_in_common_with_its_basic_form(
    rule: tuple[str, str, str], data: st.DataObject
) -> None:
    tag, ending, base = rule
    letters = CYRILLIC if tag == "ru" else ascii_lowercase
    stem = data.draw(st.text(letters, min_size=2, max_size=12)).capitalize()
    forms, keys = inflection(Language(tag)).bases(stem + ending), skeletons(Language(tag)).keys
    assert stem + base in forms
    assert not set(keys(stem + base)).isdisjoint(keys(stem + ending))


@given(st.text(CYRILLIC, min_size=1, max_size=16))
def test_a_name_in_cyrillic_letters_has_a_skeleton_in_latin_ones(name: str) -> None:
    folded = skeletons(Language("ru")).fold(name.capitalize())
    assert folded.isascii()
    assert folded == folded.lower()


@given(st.text(ascii_lowercase, min_size=1, max_size=16))
def test_capitals_and_accents_change_no_skeleton(name: str) -> None:
    fold = skeletons(SHARED).fold
    accented = name.replace("a", "\u00e1").replace("e", "e\u0301").replace("z", "\u017e")
    assert fold(name.upper()) == fold(name.capitalize()) == fold(accented) == fold(name)


INTRODUCTIONS: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "examples" / "introductions.yaml").read_text("utf-8"))
"""Sentences that introduce a man, common names, and the endings of first names and surnames."""


@given(st.sampled_from(sorted(INTRODUCTIONS)), st.data())
def test_an_inflected_name_is_the_person_whom_the_text_introduces(tag: str, data: st.DataObject) -> None:
    words = INTRODUCTIONS[tag]
    first, surname = (data.draw(st.sampled_from(words[key])) for key in ("first_names", "surnames"))
    known = _read(words["sentence"].format(f"{first} {surname}"), tag, REGISTRY)
    person = known.person(f"{first} {surname}")
    assert person is not None
    assert known.name(person) == f"{first} {surname}"
    endings = (data.draw(st.sampled_from(words[key])) for key in ("endings_of_first_names", "endings_of_surnames"))
    inflected = " ".join(word + ending for word, ending in zip((first, surname), endings, strict=True))
    assert known.person(inflected) == person
    assert known.person(inflected.split()[-1]) == person
