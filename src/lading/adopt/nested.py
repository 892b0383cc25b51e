"""The JSON Schema that a field gives for its objects or arrays (Table Schema: jsonSchema)."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

from pydantic_core import PydanticCustomError

from lading.adopt.described import MisfitError
from lading.adopt.effort import longest_text
from lading.adopt.patterns import found_by
from lading.adopt.values import key
from lading.issue import quoted, shortened

REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
MOST_STEPS = 100_000
STEPS_OF_AN_ITEM = 1_000
"""How many keywords of a JSON Schema are asked of a value: references may lead to the same ones again and again."""
Keyword = Callable[[Any, Any, Any, Any], Iterator[Any] | None]


class EndlessError(Exception):
    """A value that takes more steps than one is worth."""


def json_schema_validator(schema: dict[str, Any]) -> Callable[[Any], Any] | None:
    """What checks values against a JSON Schema; None where jsonschema is not installed."""
    longest_names = [length for part in _parts(schema) if (length := _refuse_hostile(part)) is not None]
    if find_spec("jsonschema") is None:
        return None
    from jsonschema.exceptions import SchemaError, ValidationError, best_match
    from jsonschema.validators import Draft202012Validator, extend, validator_for

    validator_class = validator_for(schema, default=Draft202012Validator)
    try:
        validator_class.check_schema(schema)
    except (SchemaError, RecursionError) as error:
        raise MisfitError(f"its jsonSchema is none: {shortened(getattr(error, 'message', 'too deep'))}") from None
    steps = _Steps()
    keywords = {**validator_class.VALIDATORS, "pattern": _pattern, "uniqueItems": _unique_items}
    counted = {name: steps.counted(keyword) for name, keyword in keywords.items()}
    validator = extend(validator_class, counted)(schema)  # type: ignore[no-untyped-call]

    def check(value: Any) -> Any:
        steps.left = MOST_STEPS + STEPS_OF_AN_ITEM * sum(map(len, _holders(value)))
        if longest_names and _longest_name(value) > min(longest_names):
            raise _refusal("a name in it is too long for its patternProperties")
        try:
            error: ValidationError | None = best_match(validator.iter_errors(value))
        except EndlessError:
            raise _refusal("it takes too many steps to tell") from None
        except Exception as failure:  # a reference that leads nowhere or in a circle
            raise _refusal(type(failure).__name__) from None
        if error is not None:
            raise _refusal(f"{error.json_path}: {error.message}")
        return value

    return check


class _Steps:
    """Counts the keywords that are asked of one value."""

    def __init__(self) -> None:
        self.left = 0

    def counted(self, keyword: Keyword) -> Keyword:
        """The keyword; EndlessError where there were too many before."""

        def ask(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any] | None:
            self.left -= 1
            if self.left < 0:
                raise EndlessError
            return keyword(validator, value, instance, schema)

        return ask


def _pattern(_validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Exception]:
    """The keyword `pattern` in linear time, which jsonschema leaves to a backtracking engine."""
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, str) and not _found_by(pattern)(instance):
        yield ValidationError(f"{quoted(instance)} does not match {quoted(pattern)}")


_found_by = cache(found_by)


def _unique_items(_validator: Any, unique: Any, instance: Any, _schema: Any) -> Iterator[Exception]:
    """The keyword `uniqueItems` in linear time; jsonschema compares each item with each other."""
    from jsonschema.exceptions import ValidationError

    if unique and isinstance(instance, list) and len(set(map(key, instance))) < len(instance):
        yield ValidationError("an item is there more than once")


def _refusal(reason: str) -> PydanticCustomError:
    return PydanticCustomError("json_schema", "Input should meet its JSON Schema: {reason}", {"reason": reason})


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every object within a value, as JSON has them."""
    return (holder for holder in _holders(value) if isinstance(holder, dict))


def _holders(value: Any) -> Iterator[Any]:
    """Every object and array within a value."""
    held = [value]
    while held:
        one = held.pop()
        if isinstance(one, dict | list):
            yield one
            held.extend(one.values() if isinstance(one, dict) else one)


def _refuse_hostile(part: Mapping[str, Any]) -> int | None:
    """MisfitError for what would have something fetched, or take forever; how long names of properties may be."""
    for name in REFERENCES:
        if isinstance(reference := part.get(name), str) and not reference.startswith("#"):
            raise MisfitError(f"its jsonSchema refers to {quoted(reference)}, and nothing is fetched")
    if isinstance(pattern := part.get("pattern"), str):
        found_by(pattern)
    patterns = part.get("patternProperties")
    if not (isinstance(patterns, dict) and patterns):
        return None
    longest = longest_text("|".join(patterns), whole=False)
    if longest is None:
        raise MisfitError(f"the patternProperties in its jsonSchema may take forever: {quoted(next(iter(patterns)))}")
    return longest


def _longest_name(value: Any) -> int:
    return max((len(name) for part in _parts(value) for name in part), default=0)
