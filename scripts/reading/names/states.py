"""The states of the world: what a language calls them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from scripts.reading.grammar import listed
from scripts.reading.language import Language
from scripts.reading.names.gazetteer import Gazetteer
from scripts.reading.names.inflection import inflection


@dataclass(frozen=True, slots=True)
class State:
    """A state by its code in ISO 3166-1, its names, the short one first, and its adjectives."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class States:
    """The states by everything that a language calls them."""

    by_code: Mapping[str, State]
    by_name: Gazetteer[State]
    by_adjective: Gazetteer[State]


@cache
def states(language: Language) -> States:
    """The states in a language, from its word file `states`."""
    every = [
        State(code, listed(state["names"]), listed(state.get("adjectives", "")))
        for code, state in language.words("states").items()
    ]
    # the first of two states that share an adjective has it
    adjectives = {
        form: state for state in reversed(every) for adjective in state.adjectives for form in _forms(adjective)
    }
    forms = inflection(language)
    return States(
        {state.code: state for state in every},
        Gazetteer({name: state for state in every for name in state.names}, forms.printed_bases, capitalised=True),
        Gazetteer(adjectives, forms.bases),
    )


def _forms(adjective: str) -> tuple[str, ...]:
    """An adjective as a sentence may begin with it too."""
    return adjective, adjective[:1].upper() + adjective[1:]
