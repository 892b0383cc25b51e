"""What curators had to correct in what the converter finds: the converter's own measure of error.

Corrections are given by offset and value; no text of a document is needed or shown.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from scripts.draft import ANCHORED, DOCUMENT, SHAPES, Draft, span
from scripts.entries import Entry
from scripts.sources import scalar

Pair = tuple[Entry | None, Entry | None]

NOT_COMPARED = {
    "origin",
    "text_digest",
    "n_words",
    "summary",
    "event_id",
    "layout_confidence",
    "attribution_confidence",
}
"""What says nothing about the converter: it follows from the span, or it is for the curator to write or to name."""


class Verdict(StrEnum):
    """How a record of the converter fared."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One record, as the converter found it and as a curator left it; one of the two may not exist."""

    document_id: str
    table: str
    found: Mapping[str, Any] | None
    curated: Mapping[str, Any] | None

    @property
    def verdict(self) -> Verdict:
        """How the record fared."""
        if self.found is None:
            return Verdict.MISSING
        if self.curated is None:
            return Verdict.EXTRA
        return Verdict.SAME if self.found == self.curated else Verdict.CHANGED

    def __str__(self) -> str:
        values = self.curated or self.found or {}
        place = f"[{values['start']}:{values['end']}]" if "start" in values else ""
        return " ".join(
            f"{self.document_id} {self.table}{place} {self.verdict} {'; '.join(self._differences())}".split()
        )

    def _differences(self) -> Iterator[str]:
        found, curated = self.found or {}, self.curated or {}
        for name in curated or found:
            if self.verdict == Verdict.CHANGED and found[name] != curated[name]:
                yield f"{name}: {scalar(found[name])} -> {scalar(curated[name])}"
            elif self.verdict != Verdict.CHANGED and name not in ("start", "end"):
                value = (curated or found)[name]
                if value is not None:
                    yield f"{name}: {scalar(value)}"


def compare(found: Draft, curated: Draft) -> Iterator[Comparison]:
    """Every fact and record of a document that either side has."""
    for name in DOCUMENT.columns:
        if name not in NOT_COMPARED:
            left, right = ({name: side.document.values.get(name)} for side in (found, curated))
            yield Comparison(curated.document_id, "documents", left, right)
    for table in ANCHORED:
        sides = pairs(found.records.get(table, ()), curated.records.get(table, ()))
        for entry, other in sorted(sides, key=_start):
            yield Comparison(curated.document_id, table, _compared(table, entry), _compared(table, other))


def pairs(found: Iterable[Entry], curated: Iterable[Entry]) -> Iterator[Pair]:
    """Records side by side: those at the same span, then those that share words, then those left alone."""
    left, right = list(found), list(curated)
    for alike in (_same_record, _same_span, _share_words):
        for entry in tuple(right):
            partner = next((other for other in left if alike(other, entry)), None)
            if partner is not None:
                left.remove(partner)
                right.remove(entry)
                yield partner, entry
    yield from ((entry, None) for entry in left)
    yield from ((None, entry) for entry in right)


def scores(comparisons: Sequence[Comparison]) -> Iterator[str]:
    """For each table how many records fared how, with precision, recall and F1."""
    yield f"{'table':<16}{'same':>8}{'changed':>9}{'missing':>9}{'extra':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    counts = Counter((comparison.table, comparison.verdict) for comparison in comparisons)
    for table in ("documents", *ANCHORED):
        same, changed, missing, extra = (counts[table, verdict] for verdict in Verdict)
        precision = _ratio(same, same + changed + extra)
        recall = _ratio(same, same + changed + missing)
        f1 = _ratio(2 * same, 2 * (same + changed) + missing + extra)
        yield f"{table:<16}{same:>8}{changed:>9}{missing:>9}{extra:>7}{precision:>11.3f}{recall:>8.3f}{f1:>7.3f}"


def corrections(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """One line for each record that a curator had to touch."""
    return (str(comparison) for comparison in comparisons if comparison.verdict != Verdict.SAME)


def _compared(table: str, entry: Entry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {name: entry.values.get(name) for name in SHAPES[table].columns if name not in NOT_COMPARED}


def _start(pair: Pair) -> int:
    return min(span(entry).start for entry in pair if entry is not None)


def _same_record(left: Entry, right: Entry) -> bool:
    return all(left.values.get(name) == right.values.get(name) for name in right.values if name not in NOT_COMPARED)


def _same_span(left: Entry, right: Entry) -> bool:
    return span(left) == span(right)


def _share_words(left: Entry, right: Entry) -> bool:
    return span(left).overlaps(span(right))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
