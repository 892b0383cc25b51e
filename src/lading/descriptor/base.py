"""What all parts of a descriptor share: the form of its objects, and the types of values that recur in them."""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, NoReturn, Self, TypeVar

import pydantic
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    StrictInt,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import InitErrorDetails, PydanticCustomError

LARGEST = 2**63 - 1
MOST_FAULTS = 1000
Model = TypeVar("Model", bound=pydantic.BaseModel)


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _not_empty(values: tuple[Any, ...]) -> tuple[Any, ...]:
    # Unlike a minimum length, not complained of when it is the items that are wrong.
    if not values:
        raise PydanticCustomError("empty", "the list is empty")
    return values


NotEmpty = AfterValidator(_not_empty)
Texts = Annotated[tuple[str, ...], pydantic.Field(fail_fast=True)]
Names = Annotated[Texts, BeforeValidator(_listed), NotEmpty]
Name = Annotated[str, pydantic.Field(min_length=1)]
Count = Annotated[StrictInt, pydantic.Field(ge=0, le=LARGEST)]


@dataclass
class Faults:
    """How many objects were faulty so far: a descriptor that has thousands of faults is not read to its end."""

    most: int = MOST_FAULTS
    found: int = 0
    unread: dict[type[pydantic.BaseModel], Any] = field(default_factory=dict)

    @property
    def are_enough(self) -> bool:
        """Whether no more are looked for."""
        return self.found >= self.most

    def in_place_of(self, model: type[Model]) -> Model:
        """An object that stands for all those that were not read."""
        if model not in self.unread:
            self.unread[model] = model.model_construct()
        placeholder: Model = self.unread[model]
        return placeholder


class Descriptor(pydantic.BaseModel):
    """A JSON object of the standard.

    Validated in the context of `Faults`, as descriptors from files are, it has no nulls for values, and what is wrong
    with it counts.
    """

    model_config = ConfigDict(
        frozen=True, extra="allow", alias_generator=to_camel, validate_by_name=True, defer_build=True
    )
    null_is_absent: ClassVar[bool] = False

    @model_validator(mode="wrap")
    @classmethod
    def _counted(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        faults = info.context
        if not isinstance(faults, Faults):
            return handler(value)
        if faults.are_enough:
            return faults.in_place_of(cls)  # the descriptor is refused in any case
        nulls = () if cls.null_is_absent else _nulls(cls, value)
        try:
            return _without(value, nulls, cls, handler) if nulls else handler(value)
        except ValidationError:
            faults.found += 1
            raise


def _without(
    value: Mapping[str, Any], nulls: Sequence[str], model: type[Descriptor], handler: ModelWrapValidatorHandler[Any]
) -> NoReturn:
    """Refuse properties that are null, with whatever else is wrong: a property has a value or is left out."""
    null = PydanticCustomError("null", "null is no value here: leave the property out")
    faults: list[InitErrorDetails] = [{"type": null, "loc": (name,), "input": None} for name in nulls]
    try:
        handler({name: item for name, item in value.items() if name not in nulls})
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            if fault["type"] != "missing" or fault["loc"][0] not in nulls:
                other = PydanticCustomError(fault["type"], fault["msg"], fault.get("ctx"))
                faults.append({"type": other, "loc": fault["loc"], "input": fault["input"]})
    raise ValidationError.from_exception_data(model.__name__, faults)


def _nulls(model: type[Descriptor], value: Any) -> Sequence[str]:
    """The properties of the standard that are null."""
    if not isinstance(value, Mapping) or None not in value.values():
        return ()
    return [name for name in _properties(model) if name in value and value[name] is None]


@functools.cache
def _properties(model: type[Descriptor]) -> tuple[str, ...]:
    """The properties that have a type of their own."""
    fields = model.model_fields
    return tuple(info.alias or name for name, info in fields.items() if info.annotation is not Any)
