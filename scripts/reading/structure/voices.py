"""Voices: all the labels of one person, by which the person is judged."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.reading.structure import spelling
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.parts import Part
from scripts.reading.structure.people import People

NOTED = re.compile(r"\S\s+\(([^\W\d_])[^()]*\)")
"""A note in brackets behind a name."""


@dataclass(frozen=True, slots=True)
class Voice:
    """All the labels of one person, or of one part."""

    name: str
    labels: tuple[Label, ...]

    @property
    def asks_mostly(self) -> bool:
        """Whether more often than not there is a question."""
        return sum(label.asks for label in self.labels) * 2 > len(self.labels)

    @property
    def part(self) -> Part:
        """The part that one of the labels tells."""
        return next((label.part for label in self.labels if label.part is not Part.NAME), Part.NAME)

    @property
    def designation(self) -> Designation:
        """Name and office, each from the first label that has it."""
        designated = [label.designation for label in self.labels]
        name = next((each.name for each in designated if each.name), None)
        return Designation(name, next((each.office for each in designated if each.office), None))


def name_of(label: Label, people: People) -> str:
    """What the labels of one person have in common: the name of the person, or the office or the word alone."""
    if label.part is Part.QUESTION and label.designation.name is None:
        return "?"
    person = people.person(label.designation) if label.designation != Designation(None) else None
    return spelling.folded(person) if person else label.name


def gathered(candidates: Sequence[Label], names: Sequence[str]) -> Mapping[str, Voice]:
    """The voices by their names, which stand beside the labels."""
    found: dict[str, list[Label]] = defaultdict(list)
    for label, name in zip(candidates, names, strict=True):
        found[name].append(label)
    return {name: Voice(name, tuple(labels)) for name, labels in found.items()}


def has_body(voice: Voice) -> bool:
    """Whether a note tells for whom somebody speaks, as in "Lohmann (Government)", and nothing is asked."""
    label = voice.labels[0]
    noted = NOTED.search(label.printed)
    return voice.part is Part.NAME and not label.asks and noted is not None and noted[1].isupper()
