"""How a field says that its cells are written, where no cell could be written so; and what of it is not checked."""

import re
from collections.abc import Iterator
from importlib.util import find_spec

from lading.descriptor import Field
from lading.issue import quoted
from lading.tables.cells.temporal import time_format

TIMES = ("date", "time", "datetime")
DIRECTIVE = re.compile(r"%[aAwdbBmyYHIpMSfzZjUWcxXGuV%]")


class MisfitError(ValueError):
    """A constraint that does not fit the type of its field."""


def faults(field: Field) -> Iterator[str]:
    """What is wrong with the formats and signs of a field."""
    if field.type in TIMES and not _is_time_format(time_format(field)):
        yield f"the format of {field.name}, {quoted(field.format)}, is neither default nor any nor one of strptime"
    if field.type in ("number", "integer"):
        yield from _unreadable_signs(field)
    if field.type == "boolean" and (both := set(field.true_values) & set(field.false_values)):
        yield f"{quoted(min(both))} stands both for true and for false in {field.name}"
    if field.type == "list" and not field.delimiter:
        yield f"the delimiter of {field.name} is empty"


def unread(field: Field) -> str | None:
    """What is said of the values of a field and not checked, if anything."""
    if field.constraints.json_schema is not None and find_spec("jsonschema") is None:
        return "a JSON Schema is checked where jsonschema is installed: pip install lading[jsonschema]"
    return None


def _is_time_format(text: str) -> bool:
    return text in ("default", "any") or ("%" in text and "%" not in DIRECTIVE.sub("", text))


def _unreadable_signs(field: Field) -> Iterator[str]:
    group, decimal = field.group_char or "", field.decimal_char
    if not decimal or re.search(r"[0-9+-]", decimal + group):
        yield f"{field.name} has a decimal sign or a sign between groups of digits that cannot be one"
    elif field.type == "number" and group == decimal:
        yield f"{field.name} has {quoted(group)} both as decimal sign and between groups of digits"
