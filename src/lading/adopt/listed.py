"""Closed lists of values: `enum`, and `categories` with their labels."""

from collections.abc import Collection, Hashable, Sequence
from typing import Any, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from lading.adopt.values import constraint_value, key
from lading.descriptor import Field
from lading.issue import one_line, shortened
from lading.record import Vocabulary

MOST_MEMBERS = 200
"""Longer lists are no types: every message about a value that is not in them would repeat all of them."""


def closed_list(
    field: Field, missing: Collection[str], name: str, base: Any, *, bounded: bool
) -> tuple[Any, Sequence[Any]]:
    """The type of the values of a field and the metadata that restricts it to its list, if it has one.

    Texts and integers that nothing else is said of become a type of their own, `name`.
    """
    values = _values(field, missing)
    if values is None:
        return base, ()
    if bounded or not values or len(values) > MOST_MEMBERS or base not in (str, int):
        return base, (_one_of(values),)
    return (_vocabulary(name, values, field) if base is str else Literal[tuple(dict.fromkeys(values))]), ()


def _values(field: Field, missing: Collection[str]) -> list[Any] | None:
    """The values of `enum`, which is a part of `categories` where both are given. A missing value is none of them."""
    enum, categories = field.constraints.enum, field.categories
    listed = enum if enum is not None else categories and tuple(category.value for category in categories)
    if listed is None:
        return None
    return [constraint_value(field, value) for value in listed if value not in missing]


def _vocabulary(name: str, values: Sequence[str], field: Field) -> type[Vocabulary]:
    labels = {category.value: category.label for category in field.categories or ()}
    members = [(f"VALUE_{number}", (value, labels.get(value) or value)) for number, value in enumerate(values)]
    vocabulary: type[Vocabulary] = Vocabulary(one_line(name), members, module=__name__)  # type: ignore[arg-type, call-arg, assignment]
    return vocabulary


def _one_of(values: Sequence[Any]) -> AfterValidator:
    known: frozenset[Hashable] = frozenset(map(key, values))
    listed = shortened(", ".join(str(value) for value in values[:MOST_MEMBERS]))

    def check(value: Any) -> Any:
        if key(value) not in known:
            raise PydanticCustomError("enum", "Input should be one of {values}", {"values": listed})
        return value

    return AfterValidator(check)
