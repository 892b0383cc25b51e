"""The people of a document: whom title and lead announce, and whom a label, a lead-in or a description means."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.reading.language import Language
from scripts.reading.structure import designation, likeness, patterns, prose, slips, spelling, wording
from scripts.reading.structure.designation import Designation

SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_]{4})|\n")


SHORTEST = 4
"""In letters, of a surname in another case."""

MOST_WORDS = 4
"""Of a name."""
REACH = 80
"""In characters: so far from an office a name may stand that goes with it."""


@dataclass(frozen=True, slots=True)
class People:
    """The persons that a document designates, in the order in which it does."""

    known: tuple[Designation, ...]
    titled: frozenset[Designation]
    """Those whom the title names."""
    announced: frozenset[Designation]
    """Those whom the title, the lead or a lead-in names, not a label alone."""
    language: Language
    presented: tuple[Designation, ...] = ()
    """Those of them whom title and lead name, in their order."""
    told: str = ""
    """What title and lead tell."""
    quoted: str | None = None
    """Whom the title quotes, as in "Lena Orsa: We know the way"."""

    def person(self, designated: Designation) -> str | None:
        """The full name of the person meant; the name as given where nobody of that name is known."""
        if designated.name:
            name = designated.name
            named = self._named(name) or self._named_in_another_case(name) or self._with_last_letter(name)
            return named or self._by_other_name(name) or spelling.as_written(designated.name, self.language)
        return self._in_office(designated.office or "")

    def _named_in_another_case(self, name: str) -> str | None:
        """The full name of somebody of whom the label has the initial, where title or lead have it in another case."""
        parts = likeness.NAME_PART.findall(name)
        if len(parts) == 1:
            return self._with_surname_in_another_case(name)
        if len(parts) < 2 or len(parts[0]) > 1 or len(parts[-1]) < 3:
            return None
        surname = spelling.any_case([parts[-1]], self.language)
        # next to the surname, or one word off: further away the place of an office may begin with the same letter
        given_names = (
            found
            for between in ("", r"\w+\s+")
            for found in re.finditer(rf"\b({parts[0]}\w{{2,}})\s+{between}({surname})\b", self.told, re.IGNORECASE)
            if not wording.grammar(self.language).patronymic.search(found[1])
        )
        found = next(given_names, None)
        if found is None:
            return None
        as_labelled = spelling.folded(found[2]) == spelling.folded(parts[-1])
        given = found[1] if as_labelled else spelling.nominative(found[1], self.language)
        return f"{given} {spelling.as_written(parts[-1], self.language)}"

    def _with_surname_in_another_case(self, surname: str) -> str | None:
        """The full name of the only one who is announced by this surname in another case."""
        declined = re.compile(spelling.any_case([surname], self.language), re.IGNORECASE)
        announced = {
            known.name.split()[0] for known in self.announced if known.name and self._is_of(known.name, declined)
        }
        if len(announced) != 1 or len(surname) < SHORTEST:
            return None
        given = spelling.nominative(announced.pop(), self.language)
        return f"{given} {spelling.as_written(surname, self.language)}"

    def _is_of(self, name: str, surname: re.Pattern[str]) -> bool:
        given, *_, last = name.split() if " " in name else ("", name)
        return len(given.strip(".")) > 1 and "." not in given and surname.fullmatch(last) is not None

    def _with_last_letter(self, name: str) -> str | None:
        """The full name of somebody whose last letter was taken for one of an ending, as in "Veldarinin"."""
        longer = (known.name for known in self.known if known.name)
        return next((each for each in longer if spelling.folded(each)[:-1] == spelling.folded(name)), None)

    def _by_other_name(self, name: str) -> str | None:
        """The only one who is announced in an office and has this first name, or a surname that this is a slip of."""
        holders = {known.name for known in self.announced if known.name and known.office and " " in known.name}
        meant = {each for each in holders if likeness.is_given_name(name, each) or _is_slip_of_surname(name, each)}
        return spelling.as_written(meant.pop(), self.language) if len(meant) == 1 else None

    def announces(self, name: str | None) -> bool:
        """Whether a person of this name, or of this surname, is known."""
        return name is not None and self._named(name) is not None

    def mentions(self, name: str | None) -> bool:
        """Whether title or lead have the name."""
        return name is not None and re.search(rf"\b{re.escape(name)}\b", self.told) is not None

    def presents(self, name: str | None) -> bool:
        """Whether a person of this name is known by an office or from a title that tells no office.

        A lead names interviewers, too, and so does a title: "Interview of the Foreign Minister with North Courier".
        """
        in_office = [person for person in (*self.known, *self.titled) if person.office]
        titles_tell_offices = any(person.office for person in self.titled)
        known = likeness.is_among(name, in_office, self.language) or (not titles_tell_offices and self.is_titled(name))
        return known or (name is not None and self._stands_beside_office(name))

    def _stands_beside_office(self, name: str) -> bool:
        """Whether title or lead, in whatever case, have the name behind an office or an office behind the name."""
        offices = patterns.pattern(self.language, "public_bodies")
        surname = spelling.any_case(name.rsplit(".", maxsplit=1)[-1].split()[-1:], self.language)
        for found in re.finditer(rf"\b{surname}\b", self.told, re.IGNORECASE):
            before = SENTENCE_END.split(self.told[max(0, found.start() - REACH) : found.start()])[-1]
            behind = self.told[found.end() : found.end() + REACH].lstrip(" ,(\u2013\u2014-")
            if offices.match(behind):
                return True
            in_front = list(offices.finditer(before))
            if in_front and not self._names_another(before[in_front[-1].end() :]):
                return True
        return False

    def _names_another(self, told: str) -> bool:
        """Whether somebody is named in what is told between an office and a name."""
        return any(person.surname in told for person in self.known if person.surname)

    def is_titled(self, name: str | None) -> bool:
        """Whether the title names a person of this name."""
        return likeness.is_among(name, self.titled, self.language)

    def interviewee(self, *, in_office: bool = False) -> str | None:
        """Who is asked: whom the title quotes, whom it or the lead names first with an office, else the only one."""
        if self.quoted and not in_office:
            return self.person(Designation(self.quoted))
        holders = [Designation(known.name) for known in self.known if known.name and known.office]
        in_offices = [
            person
            for person in self.presented
            if person.name and (person.office or likeness.is_among(person.name, holders, self.language))
        ]
        if held := next(iter(sorted(in_offices, key=_is_by_surname)), None):
            return self.person(held)
        if self.awaits_name:
            named = (person.name for person in self.presented if person.name and len(person.name.split()) > 1)
            if name := next(named, None):
                return self.person(Designation(name))
        names = {person.name for person in self.titled if person.name and not _is_by_surname(person)}
        return self.person(Designation(names.pop())) if len(names) == 1 and not in_office else None

    @property
    def awaits_name(self) -> bool:
        """Whether the title tells an office and no name: a name below it is that of the holder."""
        return bool(self.titled) and all(person.office and not person.name for person in self.titled)

    def titles_alone(self, name: str | None) -> bool:
        """Whether the title names a person of this name and nobody else."""
        return self.is_titled(name) and len({person.name for person in self.titled if person.name}) == 1

    def titles(self, designated: Designation) -> bool:
        """Whether the title tells the very office of the person designated."""
        office = wording.grammar(self.language).office.search(designated.office or "")
        return office is not None and any(_holds(person, office[0], self.language) for person in self.titled)

    def _named(self, name: str) -> str | None:
        for same in (likeness.is_same, likeness.is_short_for):
            for known in self.known:
                if known.name and same(name, known.name):
                    return spelling.as_written(known.name, self.language)
        return None

    def _in_office(self, description: str) -> str | None:
        """Who holds the office that a description such as "the head of state" stands for."""
        bare = wording.without_articles(_letters(description), self.language)
        descriptions = self.language.words("labels")["descriptions"]
        for said in sorted(descriptions, key=len, reverse=True):
            if re.search(rf"\b{_letters(said)}\b", bare):
                meant = [
                    known
                    for known in self.known
                    if known.name and any(_holds(known, office, self.language) for office in descriptions[said])
                ]
                if meant:
                    nearest = max(meant, key=lambda known: _in_common(bare, known.office or "", self.language))
                    return spelling.as_written(nearest.name or "", self.language)
        return self.holder(description)

    def holder(self, description: str) -> str | None:
        """Who is known to hold the very office; None where several persons are."""
        office = wording.grammar(self.language).office.search(description)
        holders = {
            known.name for known in self.known if known.name and office and _holds(known, office[0], self.language)
        }
        return spelling.as_written(holders.pop(), self.language) if len(holders) == 1 else None


def find(titles: Iterable[str], texts: Iterable[str], labels: Iterable[Designation], language: Language) -> People:
    """Everybody that title, texts (lead, lead-ins) and labels designate by a full name; who holds an office first.

    An office and a surname are enough in a title, as in "News conference by President Halden".
    """
    titles, texts = list(titles), list(texts)
    titled = [person for title in titles for person in _persons(title, language)]
    found = [person for text in texts for person in _persons(text, language)]
    told = [person for person in (*titled, *found) if person.name and len(person.name.split()) > 1]
    names = [person.name for person in told if person.name]
    labelled = [
        label
        for label in labels
        if label.name and len(label.name.split()) > 1 and not likeness.is_abbreviated(label.name)
        if not any(_is_shortened(label.name, name) for name in names)
    ]
    by_surname = [
        person
        for person in titled
        if person.name and person.office and _is_by_surname(person)
        if not any(likeness.is_short_for(person.name, known.name or "") for known in (*told, *labelled))
    ]
    full = [*told, *labelled, *by_surname]
    ordered = tuple(sorted(dict.fromkeys(full), key=lambda person: person.office is None))
    lines = "\n".join((*titles, *texts))
    quoted = next((name for title in titles if (name := _quoted(title, language))), None)
    return People(ordered, frozenset(titled), frozenset((*titled, *found)), language, (*titled, *found), lines, quoted)


def _quoted(title: str, language: Language) -> str | None:
    """The full name that stands before the colon of a title."""
    before, colon, words = title.partition(":")
    is_occasion = patterns.pattern(language, "speech_nouns").search(before) is not None
    if not colon or not words.strip() or is_occasion or not designation.is_name_like(before, language):
        return None
    name = designation.read(before, language).name
    return name if name and 1 < len(name.split()) <= MOST_WORDS and not name.isupper() else None


def _is_shortened(label: str, name: str) -> bool:
    """Whether a label is short for a name; one that has the first words of it is a name by itself."""
    return name != label and likeness.is_short_for(label, name) and not _goes_on(label, name)


def _goes_on(name: str, known: str) -> bool:
    """Whether what is known begins with the full name and has more words, which may be those of the title."""
    return " " in name and spelling.folded(known).startswith(f"{spelling.folded(name)} ")


def _is_by_surname(person: Designation) -> bool:
    return len((person.name or "").split()) == 1


def _persons(text: str, language: Language) -> Iterator[Designation]:
    """The persons of a text; capitalised words that tell what is held are no name."""
    occasions = patterns.pattern(language, "speech_nouns")
    return (person for person in designation.find(text, language) if not occasions.search(person.name or ""))


def _letters(text: str) -> str:
    """The words of the text for comparison, without marks between them."""
    return " ".join(prose.LETTERS.findall(spelling.folded(text)))


def _in_common(description: str, office: str, language: Language) -> int:
    """How many words, small ones apart, the description of somebody shares with the office that is told in full."""
    small = wording.grammar(language).particles
    return len({*description.split()} & {*_letters(office).split()} - small)


def _holds(person: Designation, office: str, language: Language) -> bool:
    """Whether the person holds this very office: a vice president is no president."""
    held = wording.grammar(language).office.search(person.office or "")
    if held is None:
        return False
    either_way = (spelling.any_case(each.split(), language) for each in (office, held[0]))
    pairs = zip(either_way, (held[0], office), strict=True)
    return any(re.fullmatch(pattern, each, re.IGNORECASE) for pattern, each in pairs)


def _is_slip_of_surname(name: str, known: str) -> bool:
    return slips.is_misspelt(spelling.unaccented(name), spelling.unaccented(known).rsplit(maxsplit=1)[-1])
