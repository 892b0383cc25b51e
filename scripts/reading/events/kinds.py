"""The kinds of happenings that are events, and how each is coded when done or planned: the same in every language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from schemas.vocabularies import EventCategory

KINDS = Path(__file__).parent / "kinds.yaml"


@dataclass(frozen=True, slots=True)
class Coding:
    """How an event is coded: PLOVER category, mode and context, CAMEO code."""

    category: EventCategory | None = None
    mode: str | None = None
    context: str | None = None
    cameo_code: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening.

    In a visit one side comes to the other, in front of which it is named unless `host_first`; a transfer goes from one
    side to the other; in what is personal I and you take part themselves. It takes `n_parties` to make an event of it,
    and a sentence with one of the words of the list `about`. A paper is known by its date, also where something else is
    said of it; what is claimed, one side says of the other. What has a topic is followed by the days of that topic.
    """

    title: str
    done: Coding
    planned: Coding
    is_meeting: bool = False
    is_visit: bool = False
    is_transfer: bool = False
    is_personal: bool = False
    host_first: bool = False
    is_paper: bool = False
    has_topic: bool = False
    is_claimed: bool = False
    is_call: bool = False
    n_parties: int = 0
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds by name, and the offices of states whose holders take part."""

    by_name: Mapping[str, Kind]
    main_meeting: Kind
    """The kind of the meeting that a document is about."""
    main_meeting_without_host: Kind
    """Its kind where nothing tells who came to whom."""
    offices: tuple[str, ...]
    highest_offices: tuple[str, ...]


@cache
def kinds_of_events() -> Kinds:
    """The kinds, from their file."""
    content: Mapping[str, Any] = yaml.safe_load(KINDS.read_text("utf-8"))
    kinds = {name: _kind(**kind) for name, kind in content["kinds"].items()}
    return Kinds(
        kinds,
        kinds[content["main_meeting"]],
        kinds[content["main_meeting_without_host"]],
        tuple(content["offices"]),
        tuple(content["highest_offices"]),
    )


def _kind(title: str, done: Mapping[str, Any], planned: Mapping[str, Any], **settings: Any) -> Kind:
    return Kind(title, _coding(**done), _coding(**planned), **settings)


def _coding(category: str | None = None, **rest: str) -> Coding:
    return Coding(EventCategory[category] if category else None, **rest)
