"""Values of Table Schema that Python has no type for."""

from lading.values.duration import Duration
from lading.values.geopoint import GeoPoint
from lading.values.yearmonth import YearMonth

__all__ = ["Duration", "GeoPoint", "YearMonth"]
