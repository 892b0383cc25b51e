"""Marking one document: the tally of each measure, and each miss."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lading.standoff import Span
from scripts.evaluation.accounts import Account, Item, Known
from scripts.evaluation.measures import FACTS, ITEMS, SPEAKERS, VALUES, Measure
from scripts.evaluation.persons import Who, folded
from scripts.evaluation.tally import Tally

SAME = 0.9
"""Two spans are the same when they share at least this much of what they cover together."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as the answers have it."""

    measure: Measure
    span: Span | None
    found: str | None
    expected: str | None

    def __str__(self) -> str:
        place = f" {_shown(self.span)}" if self.span else ""
        return f"{self.measure}{place}: found {self.found or 'nothing'}, expected {self.expected or 'nothing'}"


@dataclass(frozen=True, slots=True)
class Marks:
    """How one document fared."""

    known: Known
    tallies: Mapping[Measure, Tally]
    misses: tuple[Miss, ...]


def marks(known: Known, found: Account) -> Marks:
    """How what was found in a document fares against its answers."""
    marker = _Marker()
    answers = known.answers
    marker.agree(Measure.READ, True, True, None)
    for name, answer in answers.facts.items():
        marker.agree(FACTS[name], found.facts[name], answer, None)
    for name, expected in answers.items.items():
        marker.items(name, _judged(name, found.items[name], known), _judged(name, expected, known))
    if answers.items.get("turns") == ():
        marker.agree(Measure.NO_TURNS, len(found.items["turns"]), 0, None)
    if not known.is_diplomatic:
        marker.agree(Measure.NOT_DIPLOMATIC, found.n_officials + found.n_events, 0, None)
    return Marks(known, dict(marker.tallies), tuple(marker.misses))


def marks_of_unread(known: Known, reason: str) -> Marks:
    """How a document fares that could not be read: nothing was found in it, and nothing was invented."""
    marker = _Marker()
    for name, items in known.answers.items.items():
        if items:
            marker.items(name, (), _judged(name, items, known))
    facts = {FACTS[name]: Tally(0, 1, 1) for name in known.answers.facts}
    miss = Miss(Measure.READ, None, reason, "a document")
    return Marks(known, {Measure.READ: Tally(0, 1, 1), **facts, **marker.tallies}, (miss,))


def overlap(left: Span, right: Span) -> float:
    """What two spans share, as a part of what they cover together."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    covered = max(left.end, right.end) - min(left.start, right.start)
    return max(shared, 0) / covered if covered else 1.0


def _judged(name: str, items: Sequence[Item], known: Known) -> Sequence[Item]:
    if name != "quotations":
        return items
    return [item for item in items if item.span and not any(span.contains(item.span) for span in known.not_judged)]


class _Marker:
    def __init__(self) -> None:
        self.tallies: dict[Measure, Tally] = defaultdict(Tally)
        self.misses: list[Miss] = []

    def items(self, name: str, found: Sequence[Item], expected: Sequence[Item]) -> None:
        """Mark what there can be many of, and what is said of those that were found."""
        measure = ITEMS[name]
        pairs = list(_pairs(found, expected))
        self.tallies[measure] += Tally(len(pairs), len(found), len(expected))
        for item in _without(found, [partner for partner, _ in pairs]):
            self.misses.append(Miss(measure, item.span, str(item) or "one", None))
        for item in _without(expected, [answer for _, answer in pairs]):
            self.misses.append(Miss(measure, item.span, None, str(item) or "one"))
            for detail in _details(name, item):
                self.tallies[detail] += Tally(0, 0, 1)
        for partner, answer in pairs:
            if name == "turns":
                self._note(Measure.TURN_BOUNDS, partner.span == answer.span, partner.span, answer.span, answer.span)
            if name in SPEAKERS and answer.who is not None:
                self.agree(SPEAKERS[name], partner.who, answer.who, answer.span)
            for value, expected_value in answer.values.items():
                self.agree(VALUES[name, value], partner.values[value], expected_value, answer.span)

    def agree(self, measure: Measure, found: Any, expected: Any, span: Span | None) -> None:
        """Mark what there is one of."""
        self._note(measure, _agree(found, expected), found, expected, span)

    def _note(self, measure: Measure, right: bool, found: Any, expected: Any, span: Span | None) -> None:
        self.tallies[measure] += Tally(int(right), 1, 1)
        if not right:
            self.misses.append(Miss(measure, span, _shown(found), _shown(expected)))


def _details(name: str, answer: Item) -> Iterator[Measure]:
    if name == "turns":
        yield Measure.TURN_BOUNDS
    if name in SPEAKERS and answer.who is not None:
        yield SPEAKERS[name]
    yield from (VALUES[name, value] for value in answer.values)


def _pairs(found: Sequence[Item], expected: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    left = list(found)
    for answer in expected:
        partner = next((item for item in left if _same(item, answer)), None)
        if partner is not None:
            left = _without(left, [partner])
            yield partner, answer


def _without(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    return [item for item in items if not any(item is other for other in others)]


def _same(item: Item, answer: Item) -> bool:
    """Whether it is the same thing: at the same place, or, where that is not told, about the same person."""
    if item.span and answer.span:
        return overlap(item.span, answer.span) >= SAME
    return _agree(item.who, answer.who)


def _agree(found: Any, expected: Any) -> bool:
    match found, expected:
        case Who(), Who():
            return found.agrees(expected)
        case Span(), Span():
            return overlap(found, expected) >= SAME
        case str(), str():
            return folded(found) == folded(expected)
    return bool(found == expected)


def _shown(value: Any) -> str | None:
    if isinstance(value, Span):
        return f"[{value.start}:{value.end}]"
    return None if value is None else str(value)
