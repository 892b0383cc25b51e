"""How Pydantic takes values that have a type of their own: as they are."""

from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class Instance:
    """A type whose instances are its only values, strict or not; their text stands for them in JSON."""

    __slots__ = ()

    def __repr__(self) -> str:
        """The text, which is what Pydantic shows of a bound."""
        return str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """An instance."""
        return core_schema.is_instance_schema(cls, serialization=core_schema.to_string_ser_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A text."""
        return {"type": "string"}
