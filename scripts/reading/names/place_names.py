"""The names of places in one document: their spellings, and how their people are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from schemas.vocabularies import EntityType
from scripts.reading.language import Language
from scripts.reading.names.entities import REGISTRIES_REMEMBERED, Registry
from scripts.reading.names.identity import Same
from scripts.reading.names.shapes import shapes
from scripts.reading.names.states import states


@dataclass(slots=True)
class PlaceNames:
    """The places by the skeletons of their names and by their adjectives."""

    language: Language
    _spellings: dict[str, str] = field(default_factory=dict)
    _demonyms: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "PlaceNames":
        """The same names, to which others can be added."""
        return PlaceNames(self.language, dict(self._spellings), dict(self._demonyms))

    def call(self, place: str, name: str) -> None:
        """Give a place a further name; who came first keeps an adjective."""
        self._spellings.setdefault(shapes(self.language).fold(name), place)
        for demonym in demonyms(self.language, name):
            self._demonyms.setdefault(demonym, place)

    def spelt(self, name: str) -> str | None:
        """The place whose name is another spelling of the same sounds."""
        return self._spellings.get(shapes(self.language).fold(name))

    def by_demonym(self, word: str) -> str | None:
        """The place whose people are called so, in whatever case."""
        forms = (form for base in shapes(self.language).bases(word) for form in (base, base[:1].lower() + base[1:]))
        return next((self._demonyms[form] for form in forms if form in self._demonyms), None)


def place_names(registry: Registry, language: Language) -> PlaceNames:
    """The places of the registry, for a document of its own."""
    return _registered(Same(registry), language).copy()


@lru_cache(maxsize=REGISTRIES_REMEMBERED)
def _registered(registry: Same[Registry], language: Language) -> PlaceNames:
    known = PlaceNames(language)
    for name, entity_id in registry.value.names.items():
        if registry.value.entities[entity_id].entity_type == EntityType.PLACE:
            known.call(entity_id, name)
    return known


@lru_cache(maxsize=4096)
def demonyms(language: Language, name: str) -> tuple[str, ...]:
    """How the people of a place may be called, as its name tells."""
    return tuple(dict.fromkeys(_demonyms(language, name)))


def _demonyms(language: Language, name: str) -> Iterator[str]:
    endings, irregular = _endings(language)
    world = states(language)
    if name in irregular:
        yield irregular[name]
    state = world.by_name.get(name)
    yield from state.adjectives if state else ()
    for old, new in endings:
        demonym = name.removesuffix(old) + new
        if name.endswith(old) and world.by_adjective.get(demonym) is None:
            yield demonym
            yield demonym[:1].lower() + demonym[1:]


@cache
def _endings(language: Language) -> tuple[tuple[tuple[str, str], ...], Mapping[str, str]]:
    """The endings of places with those of their adjectives, and the adjectives that follow no rule."""
    words = language.words("names")
    return tuple((old, new) for old, new in words["demonym_endings"]), words["demonyms"]
