"""What all parts of a descriptor share: the form of its objects, and the types of values that recur in them."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Self

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
from pydantic_core import PydanticCustomError

LARGEST = 2**63 - 1
MOST_FAULTS = 1000


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

    @property
    def are_enough(self) -> bool:
        """Whether no more are looked for."""
        return self.found >= self.most


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
            return cls.model_construct()  # type: ignore[return-value]  # the descriptor is refused in any case
        try:
            if not cls.null_is_absent:
                cls._refuse_null(value)
            return handler(value)
        except ValidationError:
            faults.found += 1
            raise

    @classmethod
    def _refuse_null(cls, value: Any) -> None:
        """A property has a value or is left out: null is neither a text nor a list, whatever its type is here."""
        if not isinstance(value, Mapping) or None not in value.values():
            return
        null = PydanticCustomError("null", "null is no value here: leave the property out")
        names = [name for name in _properties(cls) if name in value and value[name] is None]
        if names:
            raise ValidationError.from_exception_data(
                cls.__name__, [{"type": null, "loc": (name,), "input": None} for name in names]
            )


@functools.cache
def _properties(model: type[Descriptor]) -> tuple[str, ...]:
    """The properties that have a type of their own."""
    fields = model.model_fields
    return tuple(field.alias or name for name, field in fields.items() if field.annotation is not Any)
