"""Nominatives: the basic form of a name that a text gives in another case, as far as the text makes it certain."""

from collections.abc import Container, Sequence

from scripts.reading.names.shapes import Gender, Shapes

SHORTEST_IN_CAPITALS = 4
"""Beside words in small letters, fewer capitals are initials or an abbreviation."""


class Nominatives:
    """Brings names to their basic form; `attested` are the words of the text."""

    def __init__(self, shapes: Shapes, attested: Container[str]) -> None:
        self._shapes = shapes
        self._attested = attested

    def of(self, words: Sequence[str], *, inflected: bool) -> tuple[str, ...]:
        """The basic form of a person's name, or the name as printed.

        The case of the whole name is told by an office in front that is `inflected`, by a first name that is common, or
        by a surname that stands elsewhere in its basic form.
        """
        words = tuple(self._in_small_letters(words))
        *others, last = words
        if not self._shapes.every_word_is_inflected:
            return (*others, self.attested(last))
        first = words[0]
        given = self._shapes.given(first)
        gender = self._shapes.gender((given,)) if given else None
        if given and given == first and not (inflected and gender == Gender.FEMALE):
            return words  # a woman's surname has cases also behind a first name that has none
        if given:
            return (given, *(self._agreeing(word, gender) for word in words[1:]))
        surname = self._likeliest(last) if inflected else self.attested(last)
        is_told = inflected or surname != last
        is_his = surname != last and not surname.endswith(self._shapes.feminine_endings)
        return (*(self._first_name(word, is_his=is_his) for word in others), surname) if is_told else words

    def _first_name(self, word: str, *, is_his: bool) -> str:
        """The basic form of a first name that is not known; what would be a woman's beside a man's surname has none."""
        base = self._likeliest(word)
        return word if is_his and base.endswith(self._shapes.feminine_endings) else base

    def of_place(self, name: str) -> str:
        """The basic form of the name of a place of one word that has something in the genitive."""
        return self._likeliest(name)

    def is_attested(self, word: str) -> bool:
        """Whether the text has another word that the word may be a form of."""
        return any(form in self._attested for form in self._shapes.bases(word)[1:])

    def _likeliest(self, word: str) -> str:
        """The form that the text has too, or else the first that a word may be a form of."""
        forms = self._shapes.bases(word)[1:] if word.isalpha() else ()
        known = next((form for form in forms if form in self._attested), None)
        return known or next(iter(forms), word)

    def attested(self, word: str) -> str:
        """The basic form of a word that the text has too, or that its ending tells, or the word as printed.

        Of two words that may each be a form of the other ("Zarechnaya", "Zarechnoy") neither tells of the other.
        """
        forms = (form for form in self._shapes.bases(word)[1:] if form in self._attested)
        known = next((form for form in forms if word not in self._shapes.bases(form)), None)
        return known or self._shapes.of_surname(word) or word

    def _agreeing(self, word: str, gender: Gender | None) -> str:
        """The basic form of a word behind a first name of a gender."""
        forms = self._shapes.bases(word)[1:]
        known = next((form for form in forms if form in self._attested or self._shapes.is_patronymic(form)), None)
        if known or gender is None:
            return known or word
        feminine = self._shapes.feminine_endings
        fitting = (form for form in forms if form.endswith(feminine) == (gender == Gender.FEMALE))
        return next(fitting, word)

    def _in_small_letters(self, words: Sequence[str]) -> Sequence[str]:
        """The words of a name some of which, as surnames on lists, are printed in capitals."""
        shortest = 2 if all(word.isupper() for word in words) else SHORTEST_IN_CAPITALS
        return [
            self._shapes.title(word) if word.isupper() and word.isalpha() and len(word) >= shortest else word
            for word in words
        ]
