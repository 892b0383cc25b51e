"""Occasions: whether a document shows that a state or a public body speaks in it.

Kings speak in plays and secretaries in clubs. An office in a label proves nothing by itself; somebody is an official
where the document names a public body, an office that only these have, or the holder of an office by name.
"""

from collections.abc import Iterable, Sequence

from scripts.reading.language import Language
from scripts.reading.structure import designation, patterns, titles
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part


def is_official(
    title: str, announcing: Sequence[str], announced: Iterable[Designation], labels: Sequence[Label], language: Language
) -> bool:
    """Whether title, announcing lines, the persons these name, or the labels (the press asks an office) tell so."""
    if titles.genre(title, language) in titles.PRESS_GENRES:
        return True
    printed = [label.printed for label in labels]
    if any(patterns.pattern(language, "public_bodies").search(line) for line in (title, *announcing, *printed)):
        return True
    if patterns.pattern(language, "private_bodies").search(title):
        return False
    return (
        any(person.office and (person.name or _is_of_somewhere(person, language)) for person in announced)
        or any(label.designation.name and _is_of_somewhere(label.designation, language) for label in labels)
        or {Part.QUESTION, Part.OFFICIAL} <= {label.part for label in labels}
    )


def _is_of_somewhere(person: Designation, language: Language) -> bool:
    """Whether the office is told with its place, as in "President of Veldoria"."""
    prepositions = designation.grammar(language).prepositions
    return not prepositions.isdisjoint((person.office or "").casefold().split())
