"""Where anchored records lie, for the rules that compare them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from lading.standoff import Span
from schemas.anchored import Anchored

A = TypeVar("A", bound=Anchored)


def by_document(records: Iterable[A]) -> Mapping[str, Sequence[A]]:
    """Anchored records by document, each list in order of start."""
    grouped: dict[str, list[A]] = defaultdict(list)
    for record in sorted(records, key=span):
        grouped[record.document_id].append(record)
    return grouped


def span(record: Anchored) -> Span:
    """Where the record points."""
    return Span(record.start, record.end)
