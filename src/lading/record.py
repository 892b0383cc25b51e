"""Record models: how a Pydantic model declares its table.

A `Record` subclass is the single source of a table. Its annotations give the fields and their constraints, `table`
gives keys and references, `@rule` methods give the conditions that each row meets. Schemas, SQL, codebook and checks
are derived from these.
"""

import datetime as dt
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, ClassVar, Self, get_args

from pydantic import (
    AliasChoices,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from lading.expression import Expression
from lading.standoff import TextPositionSelector

NUL = PydanticCustomError("nul", "Text holds no NUL")
NO_BYTES = PydanticCustomError("no_bytes", "Bytes are at least one: an empty cell is a missing value")
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


def _accept_values(schema: Any, handler: GetCoreSchemaHandler) -> None:
    """Take strictness off the enumerations of a model; those of other models are theirs."""
    match schema:
        case {"type": "definition-ref"}:
            _accept_values(handler.resolve_ref_schema(schema), handler)
        case {"type": "enum"}:
            schema["strict"] = False
        case {"type": "model-fields"}:
            for field in schema["fields"].values():
                _accept_values(field["schema"], handler)
        case {"schema": inner}:
            _accept_values(inner, handler)


def _inside(annotation: Any) -> Iterator[Any]:
    """The annotation and everything that it is made of, also below the names that types were given."""
    yield annotation
    for named in ("__value__", "__supertype__"):
        if hasattr(annotation, named):
            yield from _inside(getattr(annotation, named))
    for part in get_args(annotation):
        yield from _inside(part)


def _is_aware(field: FieldInfo) -> bool:
    aware: Any = AwareDatetime
    return any(part is aware or isinstance(part, aware) for part in (*_inside(field.annotation), *field.metadata))


def _is_enum(field: FieldInfo) -> bool:
    return any(isinstance(part, type) and issubclass(part, Enum) for part in _inside(field.annotation))


class Record(BaseModel):
    """One row of a table: strict, frozen, no unknown fields, and no values that its files have no room for.

    Those are empty strings and bytes, which CSV does not tell from missing ones, strings with NUL, NaN and infinity,
    and times with an offset, but for fields that are declared to have one (`AwareDatetime`). Of an Enum the members
    are taken, and their values, which are what tables hold.
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

    _field_of: ClassVar[Mapping[str, str]] = {}
    """The fields by column: their aliases, where the name of a column is none that a field can have."""
    _with_offset: ClassVar[frozenset[str]] = frozenset()
    _enumerated: ClassVar[Sequence[str]] = ()
    """The columns whose fields may hold a member of an Enum."""
    _as_is: ClassVar[bool] = True
    """Whether the values of the fields are those of the columns."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of the model, in which the value of a member of an Enum is as good as the member."""
        schema = handler(source)
        _accept_values(schema, handler)
        return schema

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Collect the rules, and refuse names that are not fields."""
        super().__pydantic_init_subclass__(**kwargs)
        fields = cls.model_fields
        cls._field_of = {column_name(cls, name): name for name in fields}
        cls._with_offset = frozenset(name for name, field in fields.items() if _is_aware(field))
        cls._enumerated = tuple(column_name(cls, name) for name, field in fields.items() if _is_enum(field))
        cls._as_is = cls._field_of.keys() == fields.keys() and not cls._enumerated
        declared = {name: member for base in reversed(cls.__mro__) for name, member in vars(base).items()}
        cls.rules = tuple(member.of(cls) for member in declared.values() if isinstance(member, rule))
        if "table" in vars(cls):
            _refuse_unknown_fields(cls)

    @model_validator(mode="after")
    def _has_room_in_its_files(self) -> Self:
        faults: list[InitErrorDetails] = []
        for name, value in self.__dict__.items():
            if (fault := self._no_room_for(name, value)) is not None:
                faults.append({"type": fault, "loc": (column_name(type(self), name),), "input": value})
        if faults:
            raise ValidationError.from_exception_data(type(self).__name__, faults)
        return self

    def _no_room_for(self, name: str, value: Any) -> PydanticCustomError | None:
        if type(value) is str:
            return NUL if "\0" in value else None
        if isinstance(value, dt.datetime | dt.time):
            permitted = value.tzinfo is None or self.has_offsets or name in self._with_offset
            return None if permitted else OFFSET
        return NO_BYTES if value == b"" else None

    @model_validator(mode="after")
    def _meets_its_rules(self) -> Self:
        row = cells_of(self) if self.rules else {}
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
        return tuple(_plain(getattr(self, self._field_of[column])) for column in self.table.key)


def column_name(model: type[BaseModel], field: str) -> str:
    """The column that a field stands for: its alias, where the name of the column is none that a field can have."""
    alias = model.model_fields[field].validation_alias
    if isinstance(alias, AliasChoices):
        alias = next((choice for choice in alias.choices if isinstance(choice, str)), None)
    return alias if isinstance(alias, str) and model.model_config.get("validate_by_alias") is not False else field


def field_name(model: type[Record], column: str) -> str:
    """The field that a column stands for."""
    return model._field_of[column]


def cells_of(record: Record) -> Mapping[str, Any]:
    """The value of each column: where the record has a member of an Enum, the value of that."""
    values = record.__dict__
    if record._as_is:
        return values
    cells = {column: values[name] for column, name in record._field_of.items()}
    for column in record._enumerated:
        cells[column] = _plain(cells[column])
    return cells


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


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
