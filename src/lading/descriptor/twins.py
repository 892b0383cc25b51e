"""Twins: a table is there as Parquet, in a resource of its own name, and as CSV, in one whose name has a suffix."""

from collections.abc import Mapping
from typing import Literal

TableFormat = Literal["csv", "parquet"]

CSV_SUFFIX = "-csv"
SUFFIXES: Mapping[TableFormat, str] = {"parquet": "", "csv": CSV_SUFFIX}


def table_of(csv_resource: str) -> str:
    """The table that a CSV resource holds."""
    return csv_resource.removesuffix(CSV_SUFFIX)
