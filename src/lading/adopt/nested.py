"""The JSON Schema that a field gives for its objects or arrays (Table Schema: jsonSchema)."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

from pydantic_core import PydanticCustomError

from lading.adopt.described import MisfitError
from lading.adopt.patterns import found_by
from lading.issue import quoted, shortened

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
MAY_TAKE_FOREVER = re.compile(r"[*+}?|][^()]*\)+(?:[*+]|\{)|\\[1-9]")
"""A repeated group that holds a repetition or a choice: the engine of jsonschema tries all their combinations."""


def json_schema_validator(schema: dict[str, Any]) -> Callable[[Any], Any] | None:
    """What checks values against a JSON Schema; None where jsonschema is not installed."""
    for part in _parts(schema):
        _refuse_hostile(part)
    if find_spec("jsonschema") is None:
        return None
    from jsonschema.exceptions import SchemaError, ValidationError, best_match
    from jsonschema.validators import Draft202012Validator, extend, validator_for

    validator_class = validator_for(schema, default=Draft202012Validator)
    try:
        validator_class.check_schema(schema)
    except (SchemaError, RecursionError) as error:
        raise MisfitError(f"its jsonSchema is none: {shortened(getattr(error, 'message', 'too deep'))}") from None
    validator = extend(validator_class, {"pattern": _pattern})(schema)  # type: ignore[no-untyped-call]

    def check(value: Any) -> Any:
        try:
            error: ValidationError | None = best_match(validator.iter_errors(value))
        except Exception as failure:  # a reference that leads nowhere or in a circle
            raise _refusal(type(failure).__name__) from None
        if error is not None:
            raise _refusal(f"{error.json_path}: {error.message}")
        return value

    return check


def _pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Exception]:
    """The keyword `pattern` in linear time, which jsonschema leaves to a backtracking engine."""
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, str) and not _found_by(pattern)(instance):
        yield ValidationError(f"{quoted(instance)} does not match {quoted(pattern)}")


_found_by = cache(found_by)


def _refusal(reason: str) -> PydanticCustomError:
    return PydanticCustomError("json_schema", "Input should meet its JSON Schema: {reason}", {"reason": reason})


def _parts(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Every object within a schema."""
    parts = [schema]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            yield part
            parts.extend(part.values())
        elif isinstance(part, list):
            parts.extend(part)


def _refuse_hostile(part: Mapping[str, Any]) -> None:
    """MisfitError for what would have something fetched, or take forever."""
    for name in REFERENCES:
        if isinstance(reference := part.get(name), str) and not reference.startswith("#"):
            raise MisfitError(f"its jsonSchema refers to {quoted(reference)}, and nothing is fetched")
    if isinstance(pattern := part.get("pattern"), str):
        found_by(pattern)
    if isinstance(patterns := part.get("patternProperties"), dict):
        for pattern in patterns:
            if MAY_TAKE_FOREVER.search(pattern):
                raise MisfitError(f"{quoted(pattern)} in its jsonSchema may take forever")
