"""How a text designates a person: the name, the office, or both, as in "President of Veldoria Viktor Halden"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, zip_longest

from scripts.reading.language import Language
from scripts.reading.structure import places, spelling
from scripts.reading.structure.wording import Grammar, grammar

NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
"""A name between quotation marks, as that of a newspaper."""
WORD = re.compile(r"[^\W_][\w.\u2019'&-]*")
INFLECTED = re.compile(r"(?=\w*[^\W\d_]{2})[^a-z\W]*-[^\W\d_A-Z]+")
"""An abbreviation with the ending of a case."""
RANK = re.compile(r"[^\W\d_]{2,}\.")
"""An abbreviated rank or form of address in front of a name."""
REMEMBERED = 4096
"""Labels come again and again."""

MOST_SURNAMES = 2

INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")


@dataclass(frozen=True, slots=True)
class Designation:
    """A person as designated; neither part is invented."""

    name: str | None
    office: str | None = None

    @property
    def surname(self) -> str | None:
        """The last word of the name."""
        return self.name.split()[-1] if self.name else None


@lru_cache(maxsize=REMEMBERED)
def read(designation: str, language: Language) -> Designation:
    """The name and the office of a text that designates one person and says nothing else."""
    words = grammar(language)
    designation = _in_full(designation, words)
    notes = " ".join(NOTE.findall(designation))
    parts = [_of_label(part, words) for part in NOTE.sub(" ", designation).split(",") if part.strip()]
    parts = [
        _in_apposition(part, following, words) or part
        for part, following in zip_longest(parts, parts[1:], fillvalue=Designation(None))
    ]
    name = next((part.name for part in parts if part.name), None)
    office = next((part.office for part in parts if part.office), None)
    if office is None and words.office.search(notes):
        office = notes.strip("()[]<> ")
    if name is None and office is not None:
        name = name_in_notes(designation, language)
    if name is None and office is None and len(parts) == 1:
        name = _behind_particle(NOTE.sub(" ", designation).split(), words)
    return Designation(name, office)


def _of_label(part: str, words: Grammar) -> Designation:
    """Office and name of a part of a label; what holds no office is a name, though a preposition may stand in it."""
    found = _parts(part, words)
    return found if found.name or found.office else Designation(_with_particle(part.split(), words))


def _in_full(designation: str, words: Grammar) -> str:
    """The designation with the office in full that it opens with in short."""
    first, _, rest = designation.partition(" ")
    office = words.abbreviated.get(first.replace("\u2019", "'"))
    return f"{office} {rest}" if office else designation


def name_in_notes(designation: str, language: Language) -> str | None:
    """The full name that stands in brackets beside an office, as in "PM (Maria Oduya)"."""
    words = grammar(language)
    for note in NOTE.findall(designation):
        inner = note[1:-1].strip()
        name = _parts(inner, words).name if is_name_like(inner, language) else None
        is_place = tuple(inner.casefold().split()) in words.places
        if name == inner and len(inner.split()) > 1 and not is_place:
            return name
    return None


@lru_cache(maxsize=REMEMBERED)
def bare(designation: str) -> str:
    """The designation in lower case, without the notes in brackets."""
    return spelling.folded(" ".join(NOTE.sub(" ", designation).split()))


def find(text: str, language: Language) -> Iterator[Designation]:
    """The persons that running text designates by an office, a full name or both, in their order."""
    words = grammar(language)
    spans = list(_persons(text, words))
    previous: Designation | None = None
    for (start, end), (following, _) in pairwise([*spans, (len(text), len(text))]):
        person = (_of_label if previous and previous.office else _parts)(text[start:end], words)
        if previous and (joined := _in_apposition(previous, person, words) or _with_office_behind(previous, person)):
            yield joined
        elif person.office or (person.name and 2 <= len(person.name.split()) <= 4):
            yield person
        previous = person if text[end:following].strip() == "," else None


def _in_apposition(held: Designation, named: Designation, words: Grammar) -> Designation | None:
    """The holder of an office whose name follows after a comma, as in "the President of Sundal, Maria Oduya".

    One word at the end of the office is then a part of the place: "Secretary General of the Northern Pact, Lena Orsa".
    """
    if held.office is None or named.office or named.name is None:
        return None
    if held.name is None:
        return Designation(named.name, held.office)
    has_place = not words.prepositions.isdisjoint(held.office.casefold().split())
    if has_place and len(held.name.split()) == 1 and len(named.name.split()) > 1:
        return Designation(named.name, f"{held.office} {held.name}")
    return None


def _with_office_behind(named: Designation, held: Designation) -> Designation | None:
    """The person whose office follows after a comma, as in "Lena Orsa, Secretary General of the Northern Pact"."""
    is_full_name = named.name is not None and named.office is None and len(named.name.split()) > 1
    return Designation(named.name, held.office) if is_full_name and held.office and not held.name else None


def is_name_like(text: str, language: Language) -> bool:
    """Whether every word may be a part of a name or an office: capitalised, or one of the small words between."""
    words = grammar(language)
    bare = QUOTED.sub(" X ", NOTE.sub(" ", text))
    if not WORD.search(bare):
        return False
    tokens = WORD.findall(words.office.sub(" ", bare))
    return all(_is_capitalised(token) or _may_stand_between(token, words) for token in tokens)


def _may_stand_between(token: str, words: Grammar) -> bool:
    """Whether the word, which is in small letters, may stand in an office; "d'Etat" starts with such a word."""
    before, _, after = token.rpartition("'" if "'" in token else "\u2019")
    if before:
        return not words.particles.isdisjoint((before, f"{before}'")) and (
            after[:1].isupper() or _may_stand_between(after, words)
        )
    return token in words.particles or token in words.outlets or token.casefold() in words.place_endings


def _persons(text: str, words: Grammar) -> Iterator[tuple[int, int]]:
    """The runs, cut at an "and" that joins two persons and not two parts of one office."""
    for start, end in _runs(text, words):
        first = start
        for conjunction in words.conjunction.finditer(text, start, end):
            left, right = text[first : conjunction.start()], text[conjunction.end() : end]
            if _parts(left, words).name or words.office.search(right):
                yield first, conjunction.start()
                first = conjunction.end()
        yield first, end


def _runs(text: str, words: Grammar) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with small words between them; punctuation and a possessive end one."""
    run: list[re.Match[str]] = []
    held = iter(words.office.finditer(text))
    office = next(held, None)
    held_until = 0
    for token in WORD.finditer(text):
        while office and office.end() <= token.start():
            held_until = office.end()
            office = next(held, None)
        in_office = office is not None and office.start() <= token.start()
        capitalised = token[0][0].isupper() or in_office
        goes_on = capitalised or _may_stand_between(token[0], words)
        ends = len(run) > 1 and not in_office and _ends_name(run[-1], token, words)
        owned = in_office and len(run) == 1 and _owns(text, run[-1], token, words)
        if run and goes_on and not ends and (owned or _goes_on(text, run[-1], token, words)):
            run.append(token)
            continue
        if run:
            yield _trimmed(run, held_until, words)
        run = [token] if in_office or (capitalised and token[0] not in words.no_names) else []
    if run:
        yield _trimmed(run, held_until, words)


def _ends_name(last: re.Match[str], token: re.Match[str], words: Grammar) -> bool:
    """Whether the word, though capitalised, is no part of a name; behind a preposition it may be one of a place."""
    is_place = last[0] in words.particles or token[0].casefold() in words.place_endings
    return token[0] in words.no_names and not is_place


def _goes_on(text: str, last: re.Match[str], token: re.Match[str], words: Grammar) -> bool:
    """Whether nothing but a blank parts the two words: a full stop does, but not that of an initial or a title."""
    if INFLECTED.fullmatch(token[0]):
        return False
    stops = last[0].endswith(".") and not INITIALS.fullmatch(last[0]) and last[0].casefold() not in words.honorifics
    return not (stops or text[last.end() : token.start()].strip() or words.possessive.search(last[0]))


def _owns(text: str, owner: re.Match[str], token: re.Match[str], words: Grammar) -> bool:
    """Whether a word in the possessive stands right before another, as in "Veldoria's foreign minister"."""
    return words.possessive.search(owner[0]) is not None and text[owner.end() : token.start()].isspace()


def _trimmed(run: list[re.Match[str]], held_until: int, words: Grammar) -> tuple[int, int]:
    """The run without the possessive and the full stop at its end, nor small words behind the last office."""
    while len(run) > 1 and (run[-1][0] in words.particles or run[-1][0] in words.place_endings):
        if run[-1].end() <= held_until:
            break
        run.pop()
    last = words.possessive.sub("", run[-1][0])
    if not INITIALS.fullmatch(last):
        last = last.rstrip(".")
    return run[0].start(), run[-1].start() + len(last)


def _parts(text: str, words: Grammar) -> Designation:
    """Office and name of a text without commas: the office comes first, then its place, then the name."""
    text = text.strip()
    offices = list(words.office.finditer(text))
    if not offices:
        tokens = [token.casefold() for token in text.split()]
        names_body = not words.prepositions.isdisjoint(tokens) or not words.place_endings.isdisjoint(tokens)
        return Designation(None if names_body else _name(text.split(), words))
    held = offices[-1]
    rest = places.after_place(text[held.end() :].lstrip(". ").split(), words)
    name = _with_particle(rest, words) or _name(places.before_preposition(rest, words), words)
    office = text.rsplit(maxsplit=len(rest))[0] if name else text
    before = text[: held.start()].split()
    if name is None and len(before) > 2 and before[0].casefold() in words.honorifics:
        return Designation(_name(before, words), text[held.start() :].strip())
    return Designation(name, office.strip())


def _with_particle(tokens: Sequence[str], words: Grammar) -> str | None:
    """The name that words are which have a particle such as "de la" in them, with no state behind it."""
    for index in range(len(tokens)):
        length = places.length_of_particle(tokens[index:], words)
        if not length:
            continue
        surname = tokens[index + length :]
        is_name = (index > 0 or places.opens_surname(tokens, words)) and all(
            map(_is_capitalised, (*tokens[:index], *surname))
        )
        folded = [token.casefold() for token in (*tokens[:index], *surname)]
        is_place = " ".join(map(str.casefold, surname)) in words.states or not words.place_endings.isdisjoint(folded)
        return _name(tokens, words) if is_name and not is_place and 0 < len(surname) <= MOST_SURNAMES else None
    return None


def _behind_particle(tokens: Sequence[str], words: Grammar) -> str | None:
    """The surname that a label is in which nothing stands in front of the particle."""
    surname = tokens[places.length_of_particle(tokens, words) :]
    is_place = " ".join(map(str.casefold, surname)) in words.states
    is_name = 0 < len(surname) <= MOST_SURNAMES and len(surname) < len(tokens) and all(map(_is_capitalised, surname))
    return " ".join(tokens) if is_name and not is_place else None


def _name(tokens: Sequence[str], words: Grammar) -> str | None:
    bare = (words.possessive.sub("", token) for token in tokens if token.casefold() not in words.honorifics)
    kept = [token for token in bare if token]
    while kept and (kept[0].casefold() in words.articles or (len(kept) > 1 and RANK.fullmatch(kept[0]))):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in words.behind_names:
        kept.pop()
    return " ".join(kept) if kept and _is_capitalised(kept[-1]) else None


def _is_capitalised(token: str) -> bool:
    return token[:1].isupper() or token[:1].isdigit()
