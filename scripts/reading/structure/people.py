"""The people of a document: whom title and lead announce, and whom a label, a lead-in or a description means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from scripts.reading.language import Language
from scripts.reading.structure import designation, patterns, prose
from scripts.reading.structure.designation import Designation


@dataclass(frozen=True, slots=True)
class People:
    """The persons that a document designates, in the order in which it does."""

    known: tuple[Designation, ...]
    titled: frozenset[Designation]
    """Those whom the title names."""
    announced: frozenset[Designation]
    """Those whom the title, the lead or a lead-in names, not a label alone."""
    language: Language

    def person(self, designated: Designation) -> str | None:
        """The full name of the person meant; the name as given where nobody of that name is known."""
        if designated.name:
            return self._named(designated.name) or _as_written(designated.name)
        return self._in_office(designated.office or "")

    def announces(self, name: str | None) -> bool:
        """Whether a person of this name, or of this surname, is known."""
        return name is not None and self._named(name) is not None

    def presents(self, name: str | None) -> bool:
        """Whether a person of this name is known by an office or from a title that tells no office.

        A lead names interviewers, too, and so does a title: "Interview of the Foreign Minister with North Courier".
        """
        in_office = [person for person in (*self.known, *self.titled) if person.office]
        titles_tell_offices = any(person.office for person in self.titled)
        return _is_among(name, in_office) or (not titles_tell_offices and self.is_titled(name))

    def is_titled(self, name: str | None) -> bool:
        """Whether the title names a person of this name."""
        return _is_among(name, self.titled)

    def titles(self, designated: Designation) -> bool:
        """Whether the title tells the very office of the person designated."""
        office = designation.grammar(self.language).office.search(designated.office or "")
        return office is not None and any(_holds(person, office[0], self.language) for person in self.titled)

    def _named(self, name: str) -> str | None:
        for same in (_is_same, _is_short_for):
            for known in self.known:
                if known.name and same(name, known.name):
                    return _as_written(known.name)
        return None

    def _in_office(self, description: str) -> str | None:
        """Who holds the office that a description such as "the head of state" stands for."""
        bare = _bare(" ".join(prose.LETTERS.findall(description.casefold())), self.language)
        descriptions = self.language.words("labels")["descriptions"]
        for said in sorted(descriptions, key=len, reverse=True):
            if re.search(rf"\b{said}\b", bare):
                for known in self.known:
                    if known.name and any(_holds(known, office, self.language) for office in descriptions[said]):
                        return _as_written(known.name)
        return self.holder(description)

    def holder(self, description: str) -> str | None:
        """Who is known to hold the very office; None where several persons are."""
        office = designation.grammar(self.language).office.search(description)
        holders = {
            known.name for known in self.known if known.name and office and _holds(known, office[0], self.language)
        }
        return _as_written(holders.pop()) if len(holders) == 1 else None


def find(titles: Iterable[str], texts: Iterable[str], labels: Iterable[Designation], language: Language) -> People:
    """Everybody that title, texts (lead, lead-ins) and labels designate by a full name; who holds an office first."""
    titled = [person for title in titles for person in designation.find(title, language)]
    found = [person for text in texts for person in designation.find(text, language)]
    full = [person for person in (*titled, *found, *labels) if person.name and len(person.name.split()) > 1]
    ordered = tuple(sorted(full, key=lambda person: person.office is None))
    return People(ordered, frozenset(titled), frozenset((*titled, *found)), language)


def speaker_of_title(title: str, language: Language) -> Designation | None:
    """Who speaks by the title: "<person>'s remarks", "statement by <person or office>"; a ministry is nobody."""
    for pattern in _title_patterns(language):
        found = pattern.search(title)
        if found is None:
            continue
        words = found.groupdict()
        if possessor := words.get("possessor"):
            people = list(designation.find(possessor, language))
            if people and possessor.endswith(people[-1].name or people[-1].office or ""):
                return people[-1]
        elif person := words.get("person"):
            people = list(designation.find(person, language))
            start = _bare(person, language)
            if people and start.startswith(_bare(people[0].office or people[0].name or "", language)):
                return next((each for each in people if each.name and each.office == people[0].office), people[0])
    return None


@cache
def _title_patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    noun = patterns.pattern(language, "speech_nouns").pattern
    written = patterns.written(language, "title_speakers")
    return tuple(re.compile(each.replace("<noun>", noun), re.IGNORECASE) for each in written)


def speaker_of_lead_in(line: str, people: People, last: str | None) -> str | None:
    """Whom a line such as "Welcoming the guests, the head of state said:" lets speak; `last` for a pronoun.

    Without a verb of saying a colon must end the line; then the first whom it means speaks, not whom they greet.
    """
    verbs = list(patterns.pattern(people.language, "speech_verbs").finditer(line))
    if verbs and line.endswith((":", ".", "…")):
        return _meant_by(line[: verbs[-1].start()], people, last)
    is_label = designation.is_name_like(line, people.language)
    if is_label or not line.endswith(":"):
        return None
    meant = (_meant_by(beginning, people, last) for beginning in _beginnings(line, people.language))
    return next((speaker for speaker in meant if speaker), None)


def _beginnings(line: str, language: Language) -> Iterator[str]:
    """The beginnings of a line, each longer by a verb or a noun, so that none ends within a name or an office."""
    particles = designation.grammar(language).particles
    tokens = list(prose.LETTERS.finditer(line))
    for token, following in pairwise(tokens):
        if following[0].islower() and following[0] not in particles:
            yield line[: token.end()]
    yield line


def _meant_by(subject: str, people: People, last: str | None) -> str | None:
    """Whom the subject of a sentence names or describes."""
    language = people.language
    named = [person for person in designation.find(subject, language) if person.name]
    if named:
        return people.person(named[-1])
    surnames = [word for word in prose.LETTERS.findall(subject) if word[0].isupper() and people.announces(word)]
    if surnames:
        return people.person(Designation(surnames[-1]))
    described = people.person(Designation(None, subject))
    if described:
        return described
    is_pronoun = bool(patterns.words(language, "pronouns") & set(subject.casefold().split()))
    return last if is_pronoun else None


def _bare(text: str, language: Language) -> str:
    """The text without articles and forms of address."""
    words = designation.grammar(language)
    return " ".join(word for word in text.split() if word.casefold() not in words.articles | words.honorifics)


def _is_among(name: str | None, persons: Iterable[Designation]) -> bool:
    known = [person.name for person in persons if person.name]
    return name is not None and any(_is_same(name, each) or _is_short_for(name, each) for each in known)


def _is_same(name: str, known: str) -> bool:
    return name.casefold() == known.casefold()


def _is_short_for(name: str, known: str) -> bool:
    """Whether `name` is the surname, with initials or without, of the person known."""
    parts, known_parts = re.findall(r"[^\s.]+", name.casefold()), known.casefold().split()
    return parts[-1:] == known_parts[-1:] and all(
        len(part) <= 2 and known_part.startswith(part[0])
        for part, known_part in zip(parts[:-1], known_parts[:-1], strict=False)
    )


def _holds(person: Designation, office: str, language: Language) -> bool:
    """Whether the person holds this very office: a vice president is no president."""
    held = designation.grammar(language).office.search(person.office or "")
    return held is not None and held[0].casefold() == office.casefold()


def _as_written(name: str) -> str:
    """The name; one printed in capitals throughout in the usual way."""
    parts: Sequence[str] = name.split()
    capitals = all(part.isupper() for part in parts) and any(len(part.strip(".")) > 2 for part in parts)
    return " ".join(part.capitalize() for part in parts) if capitals else name
