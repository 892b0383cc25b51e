"""What all parts of a descriptor share: the form of its objects, and the types of values that recur in them."""

from typing import Annotated, Any

import pydantic
from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _not_empty(values: tuple[Any, ...]) -> tuple[Any, ...]:
    # Unlike a minimum length, not complained of when it is the items that are wrong.
    if not values:
        raise PydanticCustomError("empty", "the list is empty")
    return values


NotEmpty = AfterValidator(_not_empty)
Names = Annotated[tuple[str, ...], BeforeValidator(_listed), NotEmpty]
Name = Annotated[str, pydantic.Field(min_length=1)]


class Descriptor(pydantic.BaseModel):
    """A JSON object of the standard."""

    model_config = ConfigDict(frozen=True, extra="allow", alias_generator=to_camel, validate_by_name=True)
