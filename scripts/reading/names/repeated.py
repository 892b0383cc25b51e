"""Repeated names: full names that begin with a common first name and stand in a text more than once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lading.standoff import Span
from scripts.reading.names.directory import Directory
from scripts.reading.names.shapes import Word
from scripts.reading.names.vocabulary import vocabulary

FULL_NAME = range(2, 4)


def repeated(text: str, spans: Sequence[Span], directory: Directory) -> Iterator[tuple[Word, ...]]:
    """The names of persons whom nothing else introduces, wherever they stand within the spans."""
    known, shapes = vocabulary(text), directory.shapes
    firsts = [word for word in known.capitalised if shapes.given(word) is not None]
    found: defaultdict[tuple[str, str], list[tuple[Word, ...]]] = defaultdict(list)
    for span in known.spans_with(firsts, spans):
        for word in firsts:
            for place in known.places_within(word, span):
                words = tuple(directory.offices.unknown(text, Span(place, span.end)))
                if len(words) in FULL_NAME and shapes.given(words[1].text) is None:
                    found[shapes.given(words[0].text) or "", _base(words[-1].text, directory)].append(words)
    for names in found.values():
        if len(names) > 1:
            yield from names


def _base(surname: str, directory: Directory) -> str:
    """What the cases of a surname share."""
    return min(directory.shapes.keys(surname), key=lambda key: (len(key), key))
