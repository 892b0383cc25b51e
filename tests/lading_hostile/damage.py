"""Damage: bytes of files, and values of descriptors, changed at random."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from tests.lading_hostile.descriptors import FORMATS, NAMES, PATTERNS, TYPES

AWKWARD: Sequence[Any] = [
    *(None, True, False, 0, 1, -1, 2**31, 2**63, 10**30, -(10**400), 0.5, 1e308, float("nan"), float("inf"), "", " ", "x", [], {}, [[]], [None], [{}], {"x": 1}),
    *("..", "../t.csv", "/etc/passwd", "C:/x", "//host/x", "~/x", "a\0b", "\ud83d", "ships" * 100, "https://a.example/t.csv", "s3://b/c", "file:///etc/passwd"),
    *("t.csv", "datapackage.json", ".", "./", "ships/t.csv", "a.b.c", "utf-16", "undefined", "rot13", "idna", "base64", "cp65001", "mbcs", "unicode_escape", "UTF8", "hex"),
    *("(unclosed", "[a", "(?P<n>a)(?P<n>b)", "(?i)a", "a{99999}", "(a{1000}){1000}", "\\", "%", "%Y%Y", "%!", "%s" * 50, "%Y-%m-%d", "(?<=a+)b", "(a|a)*b(?=c)"),
    *("2024-02-30", "9" * 5000, "1e999999", "NaN", "INF", "-INF", "P1D", "\n", "\r", "é", "\U0001d552", "\u202e", "$", "^", "null", "None", "__class__", "__proto__"),
    *("sha256:", "md5:x", "shake_128:aa", "sha256:" + "0" * 64, "text/csv", "application/json", "csv", "tsv", "parquet", "json", "ndjson", "xlsx", "ods", "xls", "gz", "zip", "exe"),
]  # fmt: skip
PROPERTIES: Sequence[str] = [
    *("path", "data", "schema", "dialect", "name", "type", "profile", "format", "mediatype", "encoding", "bytes", "hash", "compression", "extrapaths", "url"),
    *("fields", "missingValues", "primaryKey", "foreignKeys", "uniqueKeys", "fieldsMatch", "constraints", "categories", "categoriesOrdered", "$schema", "resources"),
    *("required", "unique", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "enum", "jsonSchema"),
    *("delimiter", "quoteChar", "escapeChar", "doubleQuote", "header", "headerRows", "headerJoin", "commentRows", "commentChar", "lineTerminator", "nullSequence", "skipInitialSpace"),
    *("property", "itemType", "itemKeys", "keyed", "sheetName", "sheetNumber", "table", "caseSensitiveHeader", "csv", "control", "skipBlankRows"),
    *("reference", "resource", "package", "predicate", "decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues", "rdfType", "example", "lading:digest"),
]  # fmt: skip
Place = tuple[Any, Any]


def places(value: Any) -> Iterator[Place]:
    """Every container within a value, with each of its names or numbers."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inner:
        yield value, name
        yield from places(part)


def descriptor(random: Random, described: dict[str, Any]) -> None:
    """Change some values of a descriptor."""
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        everywhere = list(places(described))
        if everywhere:
            _change(random, *random.choice(everywhere), everywhere)


def _change(random: Random, holder: Any, name: Any, everywhere: Sequence[Place]) -> None:
    match random.randint(0, 6):
        case 0:
            del holder[name]
        case 1:
            other, place = random.choice(everywhere)
            holder[name] = deepcopy(other[place])
        case 2 if isinstance(holder, dict):
            holder[random.choice(PROPERTIES)] = deepcopy(random.choice(AWKWARD))
        case 3 if isinstance(holder, dict):
            holder[random.choice(PROPERTIES)] = deepcopy(holder[name])
        case 4 if isinstance(holder, list):
            holder.append(deepcopy(holder[name]))
        case 5:
            holder[name] = random.choice([*TYPES, *NAMES, *PATTERNS, *FORMATS["datetime"]])
        case _:
            holder[name] = deepcopy(random.choice(AWKWARD))


def files(random: Random, contents: dict[str, bytes]) -> None:
    """Change the bytes of one of the files, or lose it."""
    if not contents:
        return
    name = random.choice(sorted(contents))
    if random.random() < 0.04:
        del contents[name]
    else:
        contents[name] = content(random, contents[name])


def content(random: Random, data: bytes) -> bytes:
    """The content of a file with some bytes changed."""
    changed = bytearray(data)
    for _ in range(random.choice([1, 1, 2, 5])):
        at, end = sorted(random.randint(0, len(changed)) for _ in range(2))
        near = min(end, at + random.choice([1, 4, 30]))
        match random.randint(0, 7):
            case 0:
                del changed[at:]
            case 1:
                del changed[at:near]
            case 2:
                changed[at:at] = random.randbytes(random.choice([1, 2, 8]))
            case 3:
                changed[at:at] = random.choice(
                    [
                        b"\0",
                        b'"',
                        b'""',
                        b"\r",
                        b"\n",
                        b"\r\n",
                        b",",
                        b"\\",
                        b"\xff",
                        b"\xef\xbb\xbf",
                        b"\xff\xfe",
                        b"\xed\xa0\x80",
                        b"#",
                        b"\n\n",
                    ]
                )
            case 4 if at < len(changed):
                changed[at] ^= 1 << random.randrange(8)
            case 5:
                changed[at:at] = changed[at:near] * random.choice([1, 2, 50])
            case 6:
                changed[at:near] = random.choice([b"\xff", b"\0"]) * (near - at)
            case _ if at < len(changed):
                changed[at] = random.randrange(256)
    return bytes(changed)
