"""Record models: how a Pydantic model declares its table.

A `Record` subclass is the single source of a table. Its annotations give the fields and their constraints, `table`
gives keys and references, `@rule` methods give the conditions that each row meets. Schemas, SQL, codebook and checks
are derived from these.
"""

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from lading.expression import Expression
from lading.standoff import TextPositionSelector

NUL = PydanticCustomError("nul", "Text holds no NUL")
OFFSET = PydanticCustomError("offset", "Times here have no offset, neither Z nor +hh:mm")


class DeclarationError(TypeError):
    """A record model that cannot be turned into a table: a mistake in the model, not in the data."""


class Vocabulary(StrEnum):
    """A closed list of values, each with a label for people: `NAME = "value", "Label"`."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """A member that is its value and carries its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A member or its exact value, also in strict mode: tables hold values, not members."""
        return core_schema.enum_schema(cls, list(cls), sub_type="str", strict=False, ref=cls.__qualname__)


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: `Annotated[int, Unit("code point")]`."""

    name: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: `fields` of this table hold a value of `to_fields` (by default the same names) of table `to`."""

    fields: tuple[str, ...]
    to: str
    to_fields: tuple[str, ...]

    def __init__(self, fields: str | Sequence[str], to: str, to_fields: str | Sequence[str] = ()) -> None:
        object.__setattr__(self, "fields", _names(fields))
        object.__setattr__(self, "to", to)
        object.__setattr__(self, "to_fields", _names(to_fields or fields))


@dataclass(frozen=True, slots=True)
class Table:
    """What a table is called, what identifies its rows, and what they refer to."""

    name: str
    title: str
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    references: tuple[Reference, ...] = ()
    selectors: tuple[TextPositionSelector, ...] = ()

    def __init__(
        self,
        name: str,
        title: str,
        key: str | Sequence[str],
        *,
        unique: Iterable[Sequence[str]] = (),
        references: Iterable[Reference] = (),
        selectors: Iterable[TextPositionSelector] = (),
    ) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "title", title)
        object.__setattr__(self, "key", _names(key))
        object.__setattr__(self, "unique", tuple(_names(names) for names in unique))
        object.__setattr__(self, "references", tuple(references))
        object.__setattr__(self, "selectors", tuple(selectors))


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition that each row meets: it is broken where the expression is false, not where it is unknown."""

    name: str
    description: str
    expression: Expression


class rule:  # noqa: N801 - used as a decorator
    """Marks a method of a record model as a row rule; its docstring says what holds, its result is the expression."""

    def __init__(self, method: Callable[[Any], Expression]) -> None:
        self.method = method

    def of(self, model: type["Record"]) -> Rule:
        """The rule for one model."""
        name = self.method.__name__
        if not self.method.__doc__:
            raise DeclarationError(f"{model.__name__}.{name}: a rule needs a docstring that says what holds")
        return Rule(name, inspect.cleandoc(self.method.__doc__), self.method(model))


class Record(BaseModel):
    """One row of a table: strict, frozen, no unknown fields, and no values that its files have no room for.

    Those are empty strings, which CSV does not tell from missing ones, strings with NUL, NaN and infinity, and times
    with an offset.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        str_min_length=1,
        allow_inf_nan=False,
        ignored_types=(rule,),
    )

    table: ClassVar[Table]
    rules: ClassVar[tuple[Rule, ...]] = ()
    has_offsets: ClassVar[bool] = False
    """Whether times may have an offset; they can be compared with each other only if all have one, or none."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Collect the rules, and refuse names that are not fields."""
        super().__pydantic_init_subclass__(**kwargs)
        declared = {name: member for base in reversed(cls.__mro__) for name, member in vars(base).items()}
        cls.rules = tuple(member.of(cls) for member in declared.values() if isinstance(member, rule))
        if "table" in vars(cls):
            _refuse_unknown_fields(cls)

    @model_validator(mode="after")
    def _has_room_in_its_files(self) -> Self:
        faults: list[InitErrorDetails] = []
        for name, value in self.__dict__.items():
            if type(value) is str:
                if "\0" in value:
                    faults.append({"type": NUL, "loc": (column_name(type(self), name),), "input": value})
            elif isinstance(value, dt.datetime | dt.time) and value.tzinfo is not None and not self.has_offsets:
                faults.append({"type": OFFSET, "loc": (column_name(type(self), name),), "input": value})
        if faults:
            raise ValidationError.from_exception_data(type(self).__name__, faults)
        return self

    @model_validator(mode="after")
    def _meets_its_rules(self) -> Self:
        row = self.__dict__
        for declared in self.rules:
            if declared.expression.evaluate(row) is False:
                raise PydanticCustomError("row_constraint", "{rule}: {description}", {
                    "rule": declared.name,
                    "description": declared.description,
                    "fields": list(dict.fromkeys(declared.expression.fields())),
                })  # fmt: skip
        return self

    @property
    def key(self) -> tuple[Any, ...]:
        """The values of the primary key."""
        return tuple(getattr(self, name) for name in self.table.key)


def column_name(model: type[Record], field: str) -> str:
    """The column that a field stands for: its alias, where the name of the column is none that a field can have."""
    return model.model_fields[field].alias or field


def _names(names: str | Sequence[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _refuse_unknown_fields(model: type[Record]) -> None:
    table = model.table
    named = {
        "key": table.key,
        "unique": [name for names in table.unique for name in names],
        "references": [name for reference in table.references for name in reference.fields],
        "selectors": [
            name
            for selector in table.selectors
            for name in (selector.document, selector.start, selector.end, selector.digest, selector.exact)
            if name is not None
        ],
        "rules": [name for declared in model.rules for name in declared.expression.fields()],
    }
    known = {column_name(model, name) for name in model.model_fields}
    for part, names in named.items():
        if unknown := [name for name in names if name not in known]:
            raise DeclarationError(f"{model.__name__}: {part} names {', '.join(unknown)}, which is no field")
