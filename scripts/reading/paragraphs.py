"""The paragraphs of a document that are read for names and quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import AttributionBasis, ZoneKind
from scripts.reading.found import Layout
from scripts.reading.readable import readable


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, without the label of the turn that it opens."""

    zone: ZoneKind
    span: Span


def paragraphs(text: str, layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs of all zones but boilerplate. Labels of turns are no prose; sentences that lead in are."""
    labels = [turn.label for turn in layout.turns if turn.label and turn.attribution_basis == AttributionBasis.LABEL]
    waiting = iter(sorted(labels))
    label = next(waiting, None)
    for zone, span in readable(text, layout):
        while label is not None and label.end <= span.start:
            label = next(waiting, None)
        start = label.end if label is not None and span.contains(label) else span.start
        if start < span.end:
            yield Paragraph(zone, Span(start, span.end))
