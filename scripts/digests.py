"""Digests: what ties a record to the words that it is about, filled in and checked where the text is at hand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lading.issue import Issue, IssuesError
from lading.standoff import text_digest
from scripts.draft import ANCHORED, Draft, span
from scripts.entries import Entry
from scripts.reading.source import SourceText, read


def filled(draft: Draft, source: SourceText) -> Draft:
    """The draft with a digest where a record had none. IssuesError where one is of other words than the span's."""
    issues = list(stale(draft, source))
    if issues:
        raise IssuesError(issues)
    records = {table: tuple(_filled(entry, source) for entry in entries) for table, entries in draft.records.items()}
    return replace(draft, records=records)


def stale(draft: Draft, source: SourceText) -> Iterator[Issue]:
    """Every record whose digest is of other words than those of its span."""
    for table in ANCHORED:
        for entry in draft.records.get(table, ()):
            written = entry.values["text_digest"]
            if written is not None and written != _digest(entry, source):
                message = f"{written} is the digest of other words than those of {list(span(entry))}"
                hint = "correct the offsets; or, where they are right, delete the digest and run convert with --draft"
                yield entry.place.issue("text-digest", table, message, about="text_digest", hint=hint)


def require_digests(drafts: Iterable[Draft], texts: Path) -> None:
    """IssuesError with every digest that is wrong, in the drafts whose text lies in the folder."""
    issues: list[Issue] = []
    for draft in drafts:
        path = texts / str(draft.document.values["source_file"])
        source = read(path) if path.is_file() else None
        if source and source.sha256 == draft.sha256:  # another text is a matter of the whole document
            issues.extend(stale(draft, source))
    if issues:
        raise IssuesError(issues)


def _filled(entry: Entry, source: SourceText) -> Entry:
    if entry.values["text_digest"] is not None:
        return entry
    return replace(entry, values={**entry.values, "text_digest": _digest(entry, source)})


def _digest(entry: Entry, source: SourceText) -> str:
    start, end = span(entry)
    return text_digest(source.text[start:end])
