"""The states of the world: what a language calls them."""

from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class State:
    """A state by its names, the short one first, and its adjectives."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class States:
    """The states by everything that a language calls them."""

    by_name: Gazetteer[State]
    by_adjective: Gazetteer[State]


@cache
def states(language: Language) -> States:
    """The states in a language, from its word file `states`."""
    every = [
        State(listed(state["names"]), listed(state.get("adjectives", "")))
        for state in language.words("states").values()
    ]
    # the first of two states that share an adjective has it
    adjectives = {adjective: state for state in reversed(every) for adjective in state.adjectives}
    return States(Gazetteer({name: state for state in every for name in state.names}), Gazetteer(adjectives))
