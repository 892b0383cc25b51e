"""The scene: what the ways of opening a turn are tried on, and what each of them finds."""

from collections.abc import Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, SpeakerType
from scripts.reading.blocks import Block
from scripts.reading.language import Language
from scripts.reading.structure import prose, speakers, spelling
from scripts.reading.structure.designation import Designation
from scripts.reading.structure.labels import Label
from scripts.reading.structure.people import People


@dataclass(frozen=True, slots=True)
class Scene:
    """The text between header and trailer, what its heading says, who is known, and what may be labels."""

    blocks: Sequence[Block]
    heading: Sequence[str]
    labels: Sequence[Label]
    people: People
    language: Language

    @property
    def title(self) -> str:
        """The lines of the heading on one; sites print some twice."""
        return " ".join(dict.fromkeys(self.heading))

    @property
    def stated(self) -> Designation | None:
        """Who speaks by the title, or by a heading above the labels."""
        above = self.blocks[: self.labels[0].block if self.labels else 0]
        headings = (block.text for block in above if prose.is_heading(block.text, self.language))
        told = (speakers.speaker_of_title(line, self.language) for line in (self.title, *headings))
        return next((each for each in told if each), None)

    @property
    def interviewee(self) -> str | None:
        """Who is asked, in the case in which labels stand where the title tells in another who speaks."""
        asked = self.people.interviewee()
        titled = speakers.speaker_of_title(self.title, self.language)
        told = titled.name if titled and asked else None
        return told if told and told == spelling.nominative(asked or "", self.language) else asked


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a turn begins, and who speaks; `label` is what tells so, in the same block or in one before."""

    block: int
    start: int
    basis: AttributionBasis
    speaker_type: SpeakerType
    speaker: str | None
    label: Span | None = None
    confidence: float = 1.0
    by_name: bool = True
    """Whether a label names the speaker, and not only the part."""
    moderates: bool = False
    """Whether an official gives the floor to the press instead of answering."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a family of layouts makes of a scene; `confidence` says how much of its evidence is there."""

    family: str
    openings: tuple[Opening, ...]
    confidence: float
