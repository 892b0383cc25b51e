"""Who was heard so far, as a text goes on: the last of all, the last body, the last man and the last woman."""

from typing import NamedTuple

from lading.standoff import Span
from scripts.reading.names.shapes import Gender


class Voice(NamedTuple):
    """Who speaks, and the words that say so."""

    speaker_id: str
    source: Span | None


class Heard:
    """Remembers who spoke, or is what a sentence was about."""

    def __init__(self) -> None:
        self._last: str | None = None
        self.body: str | None = None
        self.person: str | None = None
        self._by_gender: dict[Gender, str] = {}
        self.since = 0
        """Behind this place nobody unknown was heard."""
        self.first_person: str | None = None
        self._stranger: frozenset[str] = frozenset()
        """The words for whoever was heard last, where that is nobody known."""

    @property
    def last(self) -> Voice | None:
        """Who spoke last."""
        return Voice(self._last, None) if self._last else None

    def of_gender(self, gender: Gender) -> str | None:
        """The last person of a gender."""
        return self._by_gender.get(gender)

    def note_person(self, person: str, gender: Gender | None) -> None:
        """Note that a person spoke; without a gender any pronoun may mean that person."""
        self._last = self.person = person
        self._stranger = frozenset()
        self.first_person = self.first_person or person
        for possible in (gender,) if gender else Gender:
            self._by_gender[possible] = person

    def note_body(self, body: str) -> None:
        """Note that a body spoke."""
        self._last = self.body = body

    def is_of_stranger(self, noun: str) -> bool:
        """Whether a noun takes up the words for somebody unknown who was heard last."""
        return bool(noun) and self._stranger.issuperset(noun.casefold().split())

    def lose(self, at: int, words: str) -> None:
        """Note that somebody unknown spoke up to a place of the text, and how a text describes that person."""
        self._last = self.person = None
        self._stranger = frozenset(words.casefold().split())
        self._by_gender = {}
        self.since = at
