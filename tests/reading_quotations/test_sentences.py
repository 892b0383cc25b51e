"""Sentences in each language: the name of an example begins with the tag of its language, `|` ends a sentence."""

from pathlib import Path

from lading.standoff import Span
from scripts.reading import sentences
from scripts.reading.language import Language

BOUNDARY = "|"


def test_sentences_end_where_an_example_marks_it(sentences_example: Path) -> None:
    marked = sentences_example.read_text("utf-8")
    text = marked.replace(BOUNDARY, "")
    found = sentences.split(text, Span(0, len(text)), Language(sentences_example.stem))
    assert [text[start:end] for start, end in found] == [part.strip() for part in marked.split(BOUNDARY)]
