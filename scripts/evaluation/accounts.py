"""What there is to say of a document, in the one shape in which what was found is compared with the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lading.standoff import Span
from scripts.evaluation.persons import Who


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a document: where it stands, who it is about, and what else is said of it."""

    span: Span | None = None
    who: Who | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        said = (f"{name} {value}" for name, value in self.values.items() if not isinstance(value, Span))
        return ", ".join([*([] if self.who is None else [str(self.who)]), *said])


def zone(kind: str, start: int) -> Item:
    """A zone, which goes on to the next one: it is where it starts."""
    return Item(Span(start, start + 1), values={"kind": kind})


@dataclass(frozen=True, slots=True)
class Account:
    """What is said of one document; whatever the answers leave out is not compared."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    n_officials: int = 0
    """How many turns, and parts in the occasion, are given to officials; counted in what was found alone."""
    n_events: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A document with its answers, and by what they are added up."""

    name: str
    digest: str
    """Changes with the text and with the answers."""
    language: str
    family: str
    answers: Account
    is_diplomatic: bool = True
    not_judged: tuple[Span, ...] = ()
    """Where it does not matter whether something is taken for a direct quotation."""
