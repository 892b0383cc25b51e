"""A point on the Earth."""

from typing import NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

WIDEST, HIGHEST = 180, 90


class GeoPoint(NamedTuple):
    """Longitude and latitude in degrees, in the order of Table Schema."""

    lon: float
    lat: float

    @property
    def lies_on_earth(self) -> bool:
        """Whether there is such a longitude, and such a latitude."""
        return abs(self.lon) <= WIDEST and abs(self.lat) <= HIGHEST

    def __str__(self) -> str:
        return ",".join(repr(degrees).removesuffix(".0") for degrees in self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """An instance: other tuples do not say which of the two is the longitude."""
        return core_schema.is_instance_schema(cls)
