"""Persons by name: one person of the registry is the same under each name, and names are the same in each spelling."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from scripts.registry import Registry

DOTLESS = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i"})


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, by every name that is known of them; nobody where there is none.

    `label` is what the document prints for somebody of whom no name is known.
    """

    names: frozenset[str] = frozenset()
    label: str | None = None

    def __bool__(self) -> bool:
        return bool(self.names)

    def __str__(self) -> str:
        return min(self.names, key=lambda name: (-len(name), name)) if self.names else "nobody"

    def agrees(self, answer: "Who") -> bool:
        """Whether this is whom the answer names; an office that stands for a name is printed as a label."""
        if not answer:
            return not self
        return bool((self.names or {self.label}) & answer.names)


class Persons:
    """Who is meant by a name or an identifier."""

    def __init__(self, registry: Registry) -> None:
        self.ids = {folded(name): entity_id for name, entity_id in registry.names.items()}
        self.names: dict[str, set[str]] = defaultdict(set)
        for name, entity_id in self.ids.items():
            self.names[entity_id].add(name)

    def named(self, name: str | None) -> Who:
        """Who goes by the name."""
        if name is None:
            return Who()
        known = self.names.get(self.ids.get(folded(name), ""), set())
        return Who(frozenset({folded(name), *known}))

    def identified(self, entity_id: str | None, name: str | None = None, label: str | None = None) -> Who:
        """Who has the identifier; `name` is what a person is called whom the registry does not know."""
        names = self.names.get(entity_id or "", set()) | ({folded(name)} if name else set())
        return Who(frozenset(names), folded(label) if label else None)


def folded(name: str) -> str:
    """The name without what spellings of one name differ in: capitals, accents, punctuation and spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(DOTLESS))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[\W_]+", " ", letters).strip()
