"""The JSON Schema that a field gives for its objects or arrays (Table Schema: jsonSchema)."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from pydantic_core import PydanticCustomError

from lading.adopt.described import MisfitError
from lading.issue import quoted, shortened

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")


def json_schema_validator(schema: dict[str, Any]) -> Callable[[Any], Any] | None:
    """What checks values against a JSON Schema; None where jsonschema is not installed."""
    if elsewhere := next(_elsewhere(schema), None):
        raise MisfitError(f"its jsonSchema refers to {quoted(elsewhere)}, and nothing is fetched")
    if find_spec("jsonschema") is None:
        return None
    from jsonschema.exceptions import SchemaError, ValidationError, best_match
    from jsonschema.validators import Draft202012Validator, validator_for

    validator_class = validator_for(schema, default=Draft202012Validator)
    try:
        validator_class.check_schema(schema)
    except (SchemaError, RecursionError) as error:
        raise MisfitError(f"its jsonSchema is none: {shortened(getattr(error, 'message', 'too deep'))}") from None
    validator = validator_class(schema)

    def check(value: Any) -> Any:
        try:
            error: ValidationError | None = best_match(validator.iter_errors(value))
        except Exception as failure:  # a reference that leads nowhere or in a circle, a broken pattern
            raise _refusal(type(failure).__name__) from None
        if error is not None:
            raise _refusal(f"{error.json_path}: {error.message}")
        return value

    return check


def _refusal(reason: str) -> PydanticCustomError:
    return PydanticCustomError("json_schema", "Input should meet its JSON Schema: {reason}", {"reason": reason})


def _elsewhere(schema: Any) -> Iterator[str]:
    """The references that lead out of a schema."""
    parts = [schema]
    while parts:
        part = parts.pop()
        if isinstance(part, dict):
            yield from (part[name] for name in REFERENCES if _leads_out(part.get(name)))
            parts.extend(part.values())
        elif isinstance(part, list):
            parts.extend(part)


def _leads_out(reference: Any) -> bool:
    return isinstance(reference, str) and not reference.startswith("#")
