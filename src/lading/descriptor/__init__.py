"""Data Package descriptors: what `datapackage.json` says, read strictly and without leaving the package."""

from lading.descriptor.dialect import Dialect
from lading.descriptor.models import Package, Resource
from lading.descriptor.paths import UnsafePathError, safe_path
from lading.descriptor.reading import read_descriptor
from lading.descriptor.schema import Category, Field, FieldConstraints, ForeignKey, ForeignKeyReference, TableSchema

__all__ = [
    "Category",
    "Dialect",
    "Field",
    "FieldConstraints",
    "ForeignKey",
    "ForeignKeyReference",
    "Package",
    "Resource",
    "TableSchema",
    "UnsafePathError",
    "read_descriptor",
    "safe_path",
]
