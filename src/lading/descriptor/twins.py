"""Twins: a table is there as Parquet, in a resource of its own name, and as CSV, in one whose name has a suffix."""

CSV_SUFFIX = "-csv"


def table_of(csv_resource: str) -> str:
    """The table that a CSV resource holds."""
    return csv_resource.removesuffix(CSV_SUFFIX)
