"""Descriptors: sound ones with everything that the standard has, before somebody damages them."""

from collections.abc import Sequence
from random import Random
from typing import Any, get_args

from lading.descriptor.schema import FieldType
from tests.lading_hostile.cells import USUAL

TYPES: Sequence[str] = get_args(FieldType)
NAMES: Sequence[str] = [
    *("a", "b", "c", "id", "key", "A", "class", "def", "None", "__init__", "__class__", "_id", "model_fields", "model_config"),
    *("table", "rules", "row", "line", "code", "message", "#", "", " ", "a b", 'a"b', "a'b", "a,b", "a;b", "a\tb", "a\nb", "a\rb"),
    *("0", "1", "é", "e\u0301", "\u202eabc", "\U0001d552", "ﬁ", "column_0", "x" * 300, "$ref", "a.b", "a/b", "~", "^a.*$", "*"),
    *("^a.*$", "*", "^$", "values", "validate", "copy", "json", "schema", "dict", "construct", "'", "\\", "%s", "{0}", "<i>", "|", "-", "NULL", "null"),
]  # fmt: skip
FORMATS = {
    "string": ["email", "uri", "binary", "uuid"],
    "date": ["any", "%Y", "%d.%m.%Y", "%Y-%m-%d"],
    "time": ["any", "%H", "%H:%M", "%H:%M:%S.%f"],
    "datetime": ["any", "%Y-%m-%d %H:%M", "%d/%m/%y %H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"],
    "geopoint": ["array", "object"],
    "geojson": ["topojson"],
}
PATTERNS = [
    "a+",
    "[A-Z]{2}",
    "(a+)+$",
    ".*",
    "^a$",
    r"\p{L}+",
    r"\i\c*",
    "(?=a)a",
    "(?!b).*",
    r"(a)\1",
    "[a-z-[aeiou]]",
    r"\d+",
    "a{2,5}",
    "x|y",
]


def schema(random: Random, others: Sequence[str]) -> dict[str, Any]:
    """A Table Schema with keys; `others` are names of resources that it may refer to."""
    names = random.sample(NAMES[:6] if random.random() < 0.6 else NAMES, random.randint(1, 5))
    fields = [field(random, name or "x") for name in names]
    found: dict[str, Any] = {"fields": fields}
    named = [one["name"] for one in fields]
    if random.random() < 0.25:
        found["missingValues"] = random.choice(
            [[""], ["", "NA"], ["-"], [], ["0"], [{"value": "NA", "label": "none"}], ["a", "1"]]
        )
    if random.random() < 0.4:
        found["primaryKey"] = random.sample(named, random.randint(1, min(2, len(named))))
    if random.random() < 0.2:
        found["uniqueKeys"] = [random.sample(named, random.randint(1, min(2, len(named))))]
    if random.random() < 0.4:
        reference = {"resource": random.choice([*others, ""]), "fields": random.choice(named)}
        found["foreignKeys"] = [{"fields": random.choice(named), "reference": reference}]
    if random.random() < 0.15:
        found["fieldsMatch"] = random.choice(["exact", "equal", "subset", "superset", "partial"])
    return found


def field(random: Random, name: str) -> dict[str, Any]:
    """A field of any type, with what the standard allows for it."""
    kind = random.choice(("string", "integer", "number", "date", random.choice(TYPES)))
    found: dict[str, Any] = {"name": name, "type": kind}
    if kind in FORMATS and random.random() < 0.25:
        found["format"] = random.choice(FORMATS[kind])
    if random.random() < 0.4:
        found["constraints"] = constraints(random, kind)
    if kind in ("string", "integer") and random.random() < 0.08:
        found["categories"] = [1, 2] if kind == "integer" else ["a", {"value": "b", "label": "B"}]
    if kind in ("number", "integer") and random.random() < 0.15:
        found |= random.choice(
            [{"groupChar": ","}, {"decimalChar": ","}, {"bareNumber": False}, {"groupChar": " ", "decimalChar": ","}]
        )
    if kind == "boolean" and random.random() < 0.3:
        found |= {"trueValues": ["yes", "1"], "falseValues": ["no", "0"]}
    if kind == "list" and random.random() < 0.5:
        found |= {
            "itemType": random.choice(["integer", "number", "date", "boolean"]),
            "delimiter": random.choice([",", ";", "|"]),
        }
    if random.random() < 0.1:
        found["missingValues"] = random.choice([["-"], [], ["", "NaN"]])
    return found


def constraints(random: Random, kind: str) -> dict[str, Any]:
    """Some constraints that there are for a type."""
    found: dict[str, Any] = {}
    values = [value for value in USUAL[kind] if value not in ("", None)] or ["a"]
    if random.random() < 0.4:
        found["required"] = random.random() < 0.8
    if random.random() < 0.25:
        found["unique"] = True
    if random.random() < 0.3 and kind not in (
        "string",
        "boolean",
        "object",
        "array",
        "list",
        "geopoint",
        "geojson",
        "any",
    ):
        found[random.choice(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])] = random.choice(values)
    if random.random() < 0.3 and kind in ("string", "array", "object", "list"):
        found[random.choice(["minLength", "maxLength"])] = random.choice([0, 1, 2, 5])
    if random.random() < 0.3 and kind == "string":
        found["pattern"] = random.choice(PATTERNS)
    if random.random() < 0.15:
        found["enum"] = random.sample(values, random.randint(1, min(3, len(values))))
    if random.random() < 0.1 and kind in ("object", "array"):
        found["jsonSchema"] = {"type": random.choice(["object", "array"]), "minItems": 1}
    return found
