"""What an annotation of a field says: the plain type inside it, what is said beside it, and whether None is a value."""

import types
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin

import annotated_types
from pydantic.fields import FieldInfo

from lading.record import DeclarationError


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A plain type, a parametrised one (`Literal["a"]`, `list[str]`), or Any; and what stood around it."""

    base: Any
    metadata: tuple[Any, ...]
    nullable: bool


def unwrap(annotation: Any, metadata: Iterable[Any], where: str) -> Unwrapped:
    """Take `Annotated`, `| None`, and names given to types off an annotation; `metadata` is what its field says."""
    inside, nullable = list(parts(metadata)), False
    while True:
        if hasattr(annotation, "__value__"):  # a TypeAliasType, whoever made it
            annotation = annotation.__value__
        elif isinstance(annotation, NewType):
            annotation = annotation.__supertype__
        elif get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            inside = [*parts(more), *inside]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation, nullable = _only_member(annotation, where), True
        elif get_origin(annotation) is Literal and None in get_args(annotation):
            annotation, nullable = Literal[tuple(value for value in get_args(annotation) if value is not None)], True
        else:
            return Unwrapped(annotation, tuple(inside), nullable)


def parts(metadata: Iterable[Any]) -> Iterable[Any]:
    """The single conditions that are stated, also those that one item states together."""
    for item in metadata:
        if isinstance(item, FieldInfo):
            yield from parts(item.metadata)
        elif isinstance(item, annotated_types.GroupedMetadata):
            yield from item
        elif item is not None:
            yield item


def _only_member(union: Any, where: str) -> Any:
    members = [member for member in get_args(union) if member is not types.NoneType]
    if len(members) != 1 or len(members) == len(get_args(union)):
        raise DeclarationError(f"{where}: a column has one type, not {union!r}")
    return members[0]
