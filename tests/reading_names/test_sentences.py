from pathlib import Path

from lading.standoff import Span
from scripts.reading import sentences
from scripts.reading.language import Language

BOUNDARY = "|"


def test_sentences_end_where_an_example_marks_it(sentences_example: Path, english: Language) -> None:
    marked = sentences_example.read_text("utf-8")
    text = marked.replace(BOUNDARY, "")
    found = sentences.split(text, Span(0, len(text)), english)
    assert [text[start:end] for start, end in found] == [part.strip() for part in marked.split(BOUNDARY)]


def test_only_the_span_is_split(english: Language) -> None:
    text = "Osgan: We go. They stay. He waits."
    assert sentences.split(text, Span(6, 24), english) == [Span(7, 13), Span(14, 24)]
