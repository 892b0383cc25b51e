"""The values that constraints are given with: as JSON has them, or as texts that are cells of the field."""

from collections.abc import Hashable
from typing import Any

from lading.adopt.described import MisfitError
from lading.descriptor import Field
from lading.issue import shortened
from lading.tables.cells import parser
from lading.tables.cells.typed import of_type


def constraint_value(field: Field, value: Any) -> Any:
    """The value that a constraint of the field means; MisfitError where it is none of the type of the field."""
    try:
        return parser(field).parse(value) if isinstance(value, str) else of_type(field.type, field, value)
    except ValueError:
        raise MisfitError(f"{shortened(repr(value))} is no {field.type}") from None


def key(value: Any) -> Hashable:
    """What equal values share and others do not; in JSON, true is no number."""
    match value:
        case bool():
            return bool, value
        case float() if value != value:
            return "NaN"
        case dict():
            return dict, frozenset((name, key(item)) for name, item in value.items())
        case list():
            return list, tuple(map(key, value))
        case _:
            hashable: Hashable = value
            return hashable
