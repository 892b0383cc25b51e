"""The keys of a table that refer to another: those that it does not have."""

from collections.abc import Iterator

from lading.check.keys import is_no_key
from lading.engine.checks import Engine
from lading.engine.spark.columns import dtypes_of
from lading.engine.spark.table import SparkTable, all_of
from lading.engine.table import Fields, Table
from lading.record import Reference
from lading.tables.row import Row


def dangling(one: Table, target: Table, reference: Reference, others: Engine) -> Iterator[Row]:
    """The rows of a table that refer to no row of the other; where Spark cannot compare their keys, others do."""
    fields, to_fields = reference.fields, reference.to_fields
    if not _alike(one, fields, target, to_fields):
        return others.dangling(one, target, reference)
    if isinstance(one, SparkTable):
        if isinstance(target, SparkTable):
            return one.not_among(fields, target.held(to_fields), target.unheld_keys(to_fields))
        known = [key for key in all_of(target.keys(to_fields)) if not is_no_key(key)]
        return one.not_among(fields, one.few(fields, known).drop("position"), known)
    if isinstance(target, SparkTable):
        unknown = target.lacking(to_fields, one.keys(fields))
        return one.having(fields, unknown) if len(unknown) else iter(())
    return others.dangling(one, target, reference)


def _alike(one: Table, fields: Fields, target: Table, to_fields: Fields) -> bool:
    """Whether the same column can hold the values of both."""
    held, to_held = dtypes_of(one.plan.columns), dtypes_of(target.plan.columns)
    pairs = [(held.get(name), to_held.get(to_name)) for name, to_name in zip(fields, to_fields, strict=True)]
    return all(here is not None and here == there for here, there in pairs)
