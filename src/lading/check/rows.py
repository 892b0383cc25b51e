"""Each row against its record model."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from lading.issue import Issue, LadingError
from lading.record import Record
from lading.tables import quoting
from lading.tables.row import Row

TYPE_ERRORS = (
    "bool_type",
    "bytes_type",
    "date_type",
    "datetime_type",
    "decimal_type",
    "dict_type",
    "float_type",
    "int_type",
    "is_instance_of",
    "list_type",
    "offset",
    "string_type",
    "time_delta_type",
    "time_type",
    "url_parsing",
    "url_type",
    "uuid_parsing",
    "uuid_type",
    *("binary", "email", "geojson", "geopoint", "topojson", "uri", "uuid"),  # formats of Table Schema
)
CODES = {
    **dict.fromkeys(TYPE_ERRORS, "type-error"),
    "extra_forbidden": "extra-cell",
    "missing": "missing-cell",
}
"""Codes by the type of Pydantic's error; all others are `constraint-error`."""

HINTS = {
    "constraint-error": "correct the cell, or the constraint that it breaks",
    "extra-cell": "remove the cell, or add the column to the record model",
    "missing-cell": "an empty cell needs its delimiter too",
    "type-error": "write a value of the column's type",
}
OF_VALIDATORS = {"value_error": "Value error, ", "assertion_error": "Assertion failed, "}
"""What Pydantic puts in front of the words of a validator, by the type of its error."""


def check(row: Row, model: type[Record]) -> Record | tuple[Issue, ...]:
    """The record that the row is, or why it is none.

    LadingError where the model fails: its validators are the code of others.
    """
    if not row.values:
        return row.issues
    try:
        record = model.model_validate(row.values)
    except ValidationError as error:
        return (*row.issues, *_issues(row, model, error))
    except Exception as error:
        raise LadingError(f"{model.__name__} could not judge row {row.number}: {error!r}") from error
    return row.issues or record


def _issues(row: Row, model: type[Record], error: ValidationError) -> Iterator[Issue]:
    for details in error.errors(include_url=False):
        if details["type"] == "row_constraint":
            yield from _broken_rules(row, model, details["ctx"]["rule"])
        elif details["loc"]:
            name = str(details["loc"][0])
            # A cell that could not be typed is missing here: that is an issue of the row already, or of the header.
            if details["type"] != "missing" or not (row.issues or name in row.unread):
                yield _cell_issue(row, name, details)
        else:
            yield Issue(
                "row-constraint", _said(details), "correct the row", row=row.number, line=row.line, rule=details["type"]
            )


def _broken_rules(row: Row, model: type[Record], first: str) -> Iterator[Issue]:
    """Every rule that the row breaks: Pydantic stops at the first."""
    values = {**dict.fromkeys(name for rule in model.rules for name in rule.expression.fields()), **row.values}
    broken = [rule for rule in model.rules if rule.expression.evaluate(values) is False]
    # Where none is, that is because validation changed a value, or gave one that is missing.
    for rule in broken or [rule for rule in model.rules if rule.name == first]:
        fields = tuple(dict.fromkeys(rule.expression.fields()))
        seen = ", ".join(f"{name} is {quoting.quoted(values[name])}" for name in fields)
        field, text = (fields[0], quoting.text(values[fields[0]])) if len(fields) == 1 else (None, None)
        message = f"{rule.name}: {rule.description} Here {seen}."
        yield Issue(
            "row-constraint",
            message,
            "correct the row",
            row=row.number,
            line=row.line,
            field=field,
            cell=text,
            rule=rule.name,
        )


def _cell_issue(row: Row, name: str, details: ErrorDetails) -> Issue:
    value: Any = details["input"]
    if value is None:
        message, code = f"{name} has no value", "constraint-error"
        hint = "every row needs a value here"
    else:
        code = CODES.get(details["type"], "constraint-error")
        said = _said(details)
        # The words of a validator may begin with a name.
        said = said if details["type"] in OF_VALIDATORS else f"{said[0].lower()}{said[1:]}"
        message = f"{name} is {quoting.quoted(value)}: {said}"
        hint = HINTS[code]
    shown = quoting.text(value)
    return Issue(code, message, hint, row=row.number, line=row.line, field=name, cell=shown, rule=details["type"])


def _said(details: ErrorDetails) -> str:
    """What is wrong, in the words of Pydantic or of the validator that refused it."""
    said = details["msg"].removeprefix(OF_VALIDATORS.get(details["type"], ""))
    return said or "a validator of the model refuses it"
