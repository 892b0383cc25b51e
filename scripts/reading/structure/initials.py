"""Initials: labels such as FS that stand for an office of which the document speaks in full."""

import re
from collections.abc import Iterable
from functools import cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.structure import designation, prose
from scripts.reading.structure.designation import Designation

INITIALS = re.compile(r"[^\W\d_]{2,4}")


def read(label: str, texts: Iterable[str], language: Language) -> Designation | None:
    """Whom the label designates if it is the initials of an office that the texts mention."""
    if not are(label):
        return None
    initials = _bare(label)
    text = "\n".join(texts).casefold()
    for office in _offices(language).get(initials.casefold(), ()):
        if re.search(rf"\b{re.escape(office.casefold())}\b", text):
            return Designation(designation.name_in_notes(label, language), office)
    return None


def of_person(label: str, heading: Iterable[str], language: Language) -> Designation | None:
    """Whom the label designates if it is the initials of somebody whom the heading names."""
    if not are(label):
        return None
    initials = _bare(label).casefold()
    named = (person for line in heading for person in designation.find(line, language) if person.name)
    return next((person for person in named if initials in _initials(person.name or "")), None)


def _initials(name: str) -> set[str]:
    """The initials of a name; a hyphen may part two or be left out."""
    return {"".join(word[0] for word in words).casefold() for words in (name.split(), prose.LETTERS.findall(name))}


def are(label: str) -> bool:
    """Whether the label, notes in brackets apart, is nothing but a few capital letters."""
    initials = _bare(label)
    return INITIALS.fullmatch(initials) is not None and initials.isupper()


def _bare(label: str) -> str:
    return designation.NOTE.sub(" ", label).strip()


@cache
def _offices(language: Language) -> dict[str, list[str]]:
    """The offices of several words by their initials."""
    found: dict[str, list[str]] = {}
    for office in language.words("offices")["offices"].values():
        for title in listed(office.get("titles", "")):
            words = prose.LETTERS.findall(title)
            if len(words) > 1:
                found.setdefault("".join(word[0] for word in words if word[0].isupper()).casefold(), []).append(title)
    return found
