"""Spans: each lies in its document, and, where the text is at hand, still selects the text it was made for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lading.issue import Issue
from lading.record import Record, cells_of
from lading.standoff import TextPositionSelector, text_digest
from lading.tables import quoting
from lading.tables.row import Row


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sound record, its row number, and its line where the table is a text."""

    row: int
    record: Record
    line: int | None = None

    def as_row(self) -> Row:
        """The row, with the cells that the record has."""
        return Row(self.row, self.line, cells_of(self.record))


def within(found: Numbered, selector: TextPositionSelector, lengths: Mapping[str, int]) -> Iterator[Issue]:
    """What is wrong with the span itself; `lengths` gives the code points of each document.

    A span without either end is absent; a document that is not listed is a foreign-key issue already.
    """
    cells = cells_of(found.record)
    start, end, length = cells[selector.start], cells[selector.end], lengths.get(cells[selector.document])
    if (start is None) != (end is None):
        name = selector.start if start is None else selector.end
        yield _issue(found, name, f"the span [{start}, {end}) has one end only", "give both ends or none")
    elif start is not None and start >= end:
        message = f"the span [{start}, {end}) selects nothing: {selector.end} is not after {selector.start}"
        hint = "give the first code point, and the one after the last"
        yield _issue(found, selector.end, message, hint)
    elif start is not None and length is not None and end > length:
        message = f"the span [{start}, {end}) ends past its document, which has {length} code points"
        yield _issue(found, selector.end, message, "count offsets in code points, not in bytes or UTF-16 units")


def anchored(found: Numbered, selector: TextPositionSelector, texts: Mapping[str, str]) -> Iterator[Issue]:
    """Whether the span still selects the text that the record quotes, or whose digest it carries."""
    cells = cells_of(found.record)
    if (text := texts.get(cells[selector.document])) is None:
        return
    start, end = cells[selector.start], cells[selector.end]
    if start is None or end is None or not 0 <= start < end <= len(text):
        return
    selected = text[start:end]
    expected = cells[selector.digest] if selector.digest else None
    if expected is not None and text_digest(selected) != expected:
        message = f"the text of [{start}, {end}) has another digest than {expected}"
        hint = "correct the offsets, or renew the digest if the span is right"
        yield _issue(found, selector.digest or "", message, hint, "text-digest")
    quoted = cells[selector.exact] if selector.exact else None
    if quoted is not None and selected != quoted:
        message = f"the text of [{start}, {end}) is not {quoting.quoted(quoted)}"
        yield _issue(found, selector.exact or "", message, "correct the offsets or the quoted text", "text-exact")


def _issue(found: Numbered, field: str, message: str, hint: str, code: str = "span-error") -> Issue:
    shown = quoting.text(cells_of(found.record)[field])
    return Issue(code, message, hint, row=found.row, line=found.line, field=field, cell=shown)
