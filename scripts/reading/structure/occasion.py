"""Occasions: whether a document shows that a state or a public body speaks in it.

Kings speak in plays and secretaries in clubs. An office in a label proves nothing by itself; somebody is an official
where the document names a public body, an office that only these have, or the holder of an office by name.
"""

from collections.abc import Iterable, Sequence

from schemas.vocabularies import Genre
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import patterns, spelling, titles, wording
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part

FEWEST_MATTERS = 3
"""Different words for what states deal with: by so many a text shows what it is about that has no title."""

LONGEST_SIGN = 120
"""In characters."""


def is_official(
    title: str, announcing: Sequence[str], announced: Iterable[Designation], labels: Sequence[Label], language: Language
) -> bool:
    """Whether title, announcing lines, the persons these name, or the labels (the press asks an office) tell so."""
    private = patterns.pattern(language, "private_bodies").search(title)
    genre = titles.genre(title, language)
    if genre in titles.PRESS_GENRES and genre is not Genre.INTERVIEW and not private:
        return True
    # Ministers speak in plays, too: a label tells nothing unless somebody asks.
    asked = any(label.part is Part.QUESTION for label in labels)
    printed = [each for label in labels for each in (label.printed, label.designation.office or "")] if asked else []
    if any(patterns.pattern(language, "public_bodies").search(line) for line in (title, *announcing, *printed)):
        return True
    if private:
        return False
    return (
        any(person.office and (person.name or _is_of_somewhere(person, language)) for person in announced)
        or any(_is_holder(label.designation, language) for label in labels)
        or {Part.QUESTION, Part.OFFICIAL} <= {label.part for label in labels}
    )


def is_other_text(lines: Iterable[str], language: Language) -> bool:
    """Whether a line shows that this is a play, a recipe or the like, whoever is named in it."""
    other = patterns.pattern(language, "other_texts")
    return any(len(line) <= LONGEST_SIGN and other.fullmatch(line.strip("*#()[]:. ")) for line in lines)


def is_of_business(title: str, language: Language) -> bool:
    """Whether the title tells that a firm reports to those who own it."""
    public = patterns.pattern(language, "public_bodies").search(title)
    return public is None and patterns.pattern(language, "business").search(title) is not None


def speaks_of_matters_of_state(blocks: Sequence[Block], language: Language) -> bool:
    """Whether several of the things are named that states deal with."""
    matters = patterns.pattern(language, "public_matters")
    found = {spelling.folded(word[0]) for block in blocks for word in matters.finditer(block.text)}
    return len(found) >= FEWEST_MATTERS


def _is_holder(person: Designation, language: Language) -> bool:
    """Whether an office is told with its place and a name, or with a full name."""
    name = (person.name or "").split()
    return bool(name and person.office) and (len(name) > 1 or _is_of_somewhere(person, language))


def _is_of_somewhere(person: Designation, language: Language) -> bool:
    """Whether the office is told with its place, as in "President of Veldoria"."""
    prepositions = wording.grammar(language).prepositions
    return not prepositions.isdisjoint((person.office or "").casefold().split())
