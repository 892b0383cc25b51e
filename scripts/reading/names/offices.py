"""Who holds which office, as a text says in passing: "President of Veldoria Viktor Halden", "Veldoria's FM Merelin"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import EntityType
from scripts.reading.language import Language
from scripts.reading.names.bodies import Bodies
from scripts.reading.names.entities import Entities
from scripts.reading.names.gazetteer import Hit
from scripts.reading.names.office_words import PERSON, PLACE, office_words
from scripts.reading.names.ownership import BREAK, FULL_NAME, Ownership
from scripts.reading.names.person_names import GAP_AFTER, PersonNames
from scripts.reading.names.persons import Office
from scripts.reading.names.polities import Polities
from scripts.reading.names.shapes import CAPITAL, GAP, Shapes, Word
from scripts.reading.names.small_words import small_words

COMMA_AFTER = re.compile(rf",{GAP}")
CLOCK_TIME = re.compile(r"(?<!\d)(?:\d{1,2}[:.])?\d{1,2}\s?$")
ADJECTIVE_BEHIND = re.compile(rf"{GAP}((?!{CAPITAL})[^\W\d_]{{4,}})(?!\w)")
NAME_SET_OFF = re.compile(rf",?{GAP}{CAPITAL}")
NAME_BEHIND = re.compile(rf"{GAP}{CAPITAL}")
LOOK_BACK = 80
SENTENCE = 400
"""Within so many characters "the country" finds its name."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """An office in a text; the holder where a name stands with it."""

    office: Office
    title: Span
    start: int
    end: int
    holder: tuple[Word, ...] = ()
    is_inflected: bool = False
    """Whether the office stands in another case, and so does the name behind it."""
    is_counterpart: bool = False
    """Whether the office is only that of somebody's counterpart."""
    possessor: str | None = None
    """An unknown name that the office is said to be of ("Karsenia's President"): a place, or else a person."""


class Offices:
    """Reads the offices of a document."""

    def __init__(
        self, language: Language, shapes: Shapes, entities: Entities, polities: Polities, bodies: Bodies
    ) -> None:
        self.words = office_words(language)
        self._small = small_words(language)
        self._shapes = shapes
        self._entities = entities
        self._polities = polities
        self._names = PersonNames(self.words, shapes, entities, owners_stand_in_front=self._small.is_in_front)
        self._ownership = Ownership(self._small, shapes, entities, polities, bodies, self._names)
        self.is_title, self.name, self.unknown = self._names.is_title, self._names.name, self._names.unknown

    def kind(self, role: str) -> str | None:
        """The kind of office that a role names."""
        hits = self.words.titles.find(role, Span(0, len(role)))
        return next((hit.meaning for hit in hits), None)

    def kinds(self, designation: str) -> frozenset[str]:
        """The kinds of office that a description may mean, of whatever state."""
        lower = self._shapes.lower(designation)
        hit = next(self.words.epithets.find(lower, Span(0, len(lower))), None)
        return frozenset(hit.meaning) if hit else frozenset()

    def described(self, designation: str) -> tuple[Office, ...]:
        """The offices that a description such as "the Veldorian diplomat" may mean; none where its state is unknown."""
        lower = self._shapes.lower(designation)
        hit = next(self.words.epithets.find(lower, Span(0, len(lower))), None)
        if hit is None:
            return ()
        owned = self._polities.owned(designation, hit.end) or self._polities.adjective_behind(designation, hit.end)
        owner = self._polities.owner(designation, hit.start)
        of_somebody = (
            self._small.of.match(designation, hit.end)
            or (self._small.is_beside and NAME_BEHIND.match(designation, hit.end))
            or self._small.adjective_before.search(designation, 0, hit.start)
        )
        if of_somebody and not (owned or owner):
            return ()
        of = owned[1] if owned else owner[1] if owner else None
        kinds = dict.fromkeys(self._kind(designation, hit.start, kind) for kind in hit.meaning)
        return tuple(Office(kind, of) for kind in kinds)

    def find(self, text: str, span: Span) -> Iterator[Appointment]:
        """The offices within a span, in order.

        A place or a body that an office is said to be of becomes known on the way, as nothing else tells where its
        name ends and the name of the holder begins.
        """
        previous: Appointment | None = None
        for title in self.words.titles.find(text, span):
            is_read = previous is not None and title.start < previous.end
            if not is_read and not self._is_time_of_day(text, title):
                previous = self._appointment(text, span, title, previous)
                yield previous

    def _is_time_of_day(self, text: str, title: Hit[str]) -> bool:
        """Whether an abbreviation stands behind a figure, as in "5 PM"."""
        near = max(0, title.start - LOOK_BACK)
        return text[title.start : title.end].isupper() and bool(CLOCK_TIME.search(text, near, title.start))

    def _kind(self, text: str, start: int, kind: str) -> str:
        """The kind of an office that a word begins; the leader of a party is no head of state."""
        group = self.words.group_before.search(text, max(0, start - LOOK_BACK), start)
        return f"{group[1]}-{kind}" if group and self.words.of.get(kind) == PLACE else kind

    def _appointment(self, text: str, span: Span, title: Hit[str], previous: Appointment | None) -> Appointment:
        end, of, possessor = title.end, None, None
        near = max(span.start, title.start - LOOK_BACK)
        if adjective := self._adjective_behind(text, title):
            title, of = adjective
            end = title.end
        kind = self._kind(text, title.start, title.meaning)
        is_counterpart = previous is not None and self.words.of.get(kind) == PERSON
        if previous and is_counterpart:
            kind = previous.office.kind
        if of is not None:
            pass
        elif owned := self._ownership.owned(text, Span(title.end, span.end), kind):
            end, of = owned
        elif self.words.of.get(title.meaning) == PERSON and (
            origin := self._ownership.origin(text, Span(title.end, span.end))
        ):
            end, of = origin
        elif owner := self._polities.owner(text, title.start):
            of = owner[1]
        elif self.words.state_noun.search(text, near, title.start):
            of = self._last_place(text, Span(max(span.start, title.start - SENTENCE), title.start))
        elif self._small.is_in_front:
            possessor = self._ownership.unknown_owner(text, title)
        elif match := self._small.possessor.search(text, near, title.start):
            possessor = self._ownership.possessor(text, title, match)
        elif previous and previous.holder and self._small.joint.fullmatch(text, previous.end, title.start):
            of, possessor = previous.office.of, previous.possessor
        if end == title.end and (of or possessor):
            end = self._ownership.accredited(text, Span(end, span.end))
        elif end > title.end:
            end = self._ownership.behind_body(text, Span(end, span.end))
        office = Office(kind, of)
        is_determined = of is not None or self.words.determined.search(text, near, title.start) is not None
        after = self._followed_by_name(text, Span(end, span.end), is_determined=is_determined)
        if len(after) == 1 and of is None and self._is_noun(text[title.start : title.end]):
            after = ()
        is_specific = of is not None or end > title.end or " " in text[title.start : title.end]
        before = () if after else self._follows_name(text, Span(span.start, title.start), end, is_specific=is_specific)
        start = before[0].start if before else title.start
        inflected = bool(after) and not self.words.is_basic(text[title.start : title.end])
        reached = after[-1].end if after else end
        return Appointment(office, title.span, start, reached, after or before, inflected, is_counterpart, possessor)

    def _adjective_behind(self, text: str, title: Hit[str]) -> tuple[Hit[str], str | None] | None:
        """The title with the adjective of a state behind it, known or not, and the state."""
        if known := self._polities.adjective_behind(text, title.end):
            return self._resumed(text, title, known[0]), known[1]
        unknown = ADJECTIVE_BEHIND.match(text, title.end) if self._small.adjective_behind else None
        if unknown is None or unknown[1] in self._small.binding:
            return None
        resumed = self._resumed(text, title, unknown.end())
        name_follows = NAME_SET_OFF.match(text, unknown.end())
        return (resumed, None) if resumed.end > unknown.end() or name_follows else None

    def _resumed(self, text: str, title: Hit[str], end: int) -> Hit[str]:
        """A title that goes on behind the adjective of a state: "ministre russe des Affaires étrangères"."""
        whole = text[title.start : title.end] + text[end : end + LOOK_BACK]
        longer = self.words.titles.at(whole, 0)
        if longer is None or longer.end <= title.end - title.start:
            return Hit(title.start, end, title.meaning)
        return Hit(title.start, end + longer.end - (title.end - title.start), longer.meaning)

    def _is_noun(self, title: str) -> bool:
        """Whether a title is a common noun as it stands."""
        return title.lower() in self.words.nouns

    def _followed_by_name(self, text: str, span: Span, *, is_determined: bool) -> tuple[Word, ...]:
        """The name right after an office; after a comma only a full name that is set off."""
        comma = COMMA_AFTER.match(text, *span)
        gap = comma or GAP_AFTER.match(text, *span)
        if not gap or (comma and not is_determined):
            return ()
        words = self._names.name(text, Span(gap.end(), span.end))
        if len(words) > FULL_NAME and self.words.date.match(text, words[-1].end):
            words = words[:-1]
        if comma and words and not self._is_set_off(text, words, span.end):
            return ()
        return tuple(words)

    def _is_set_off(self, text: str, words: Sequence[Word], limit: int) -> bool:
        """Whether the words are a full name between commas, not the place of a dateline."""
        end = words[-1].end
        return len(words) > 1 and bool(BREAK.match(text, end, limit)) and not self.words.date.match(text, end)

    def _follows_name(self, text: str, span: Span, end: int, *, is_specific: bool) -> tuple[Word, ...]:
        """The name that an office is set after: "Maria Oduya, President of Sundal,", "Pavel Ornes, the mayor,"."""
        match = self.words.apposition.search(text, max(span.start, span.end - LOOK_BACK), span.end)
        end = self._behind_superior(text, end)
        ends = BREAK.match(text, end) or self._small.joint.match(text, end)
        if not match or not (is_specific or match["article"]) or not ends:
            return ()
        words = self._names.name(text, Span(*match.span("name")))
        return tuple(words) if len(words) > 1 and words[-1].end == match.end("name") else ()

    def _behind_superior(self, text: str, end: int) -> int:
        """Where an office ends that is one under another: "Special Representative of the Secretary-General"."""
        of = self._small.of.match(text, end)
        superior = self.words.titles.at(text, of.end()) if of else None
        return superior.end if superior else end

    def _last_place(self, text: str, span: Span) -> str | None:
        hits = (hit.meaning for hit in self._entities.find(text, [span]))
        places = [entity for entity in hits if self._entities.type(entity) == EntityType.PLACE]
        return places[-1] if places else None
