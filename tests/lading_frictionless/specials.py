"""Packages that no seed makes: what frictionless guesses where the standard has a default, several files of a table."""

from collections.abc import Iterator
from typing import Any

from tests.lading_frictionless.packages import SECOND, Package


def _package(what: str, fields: list[dict[str, Any]], files: dict[str, bytes], records: list[int]) -> Package:
    paths = list(files)
    resource = {"name": "main", "type": "table", "path": paths[0] if len(paths) == 1 else paths}
    descriptor = {"$schema": SECOND, "name": "special", "resources": [resource | {"schema": {"fields": fields}}]}
    return Package(descriptor, files, {"main": records}, {f"special: {what}"})


def specials() -> Iterator[Package]:
    """One package for each."""
    text, number = {"name": "a", "type": "string"}, {"name": "b", "type": "integer"}
    semicolons = b"a\nx;y;z\nx;y;z\nx;y;z\n"
    yield _package("semicolons in cells", [text], {"main.csv": semicolons}, [2, 3, 4])
    spaces = b"a,b\nx, 1\ny, 2\nz, 3\n"
    yield _package("spaces after delimiters", [text, number], {"main.csv": spaces}, [2, 3, 4])
    accents = "a,b\nété,1\nœuvre à goûter,2\n".encode("cp1252")
    yield _package("an encoding that is not described", [text, number], {"main.csv": accents}, [2, 3])
    beyond = {"main.csv": b"a,b\nx,1\n,,z\n"}
    yield _package("nothing but an extra cell", [text, number], beyond, [2, 3])
    title = b"all of it\na,b,c\nx,1,2\ny,2,3\nz,3,4\n"
    third = {"name": "c", "type": "integer"}
    yield _package("a title above the header", [text, number, third], {"main.csv": title}, [2, 3, 4, 5])
    two = {"one.csv": b"a,b\nx,1\n", "two.csv": b"a,b\ny,two\n"}
    yield _package("a fault in the second file", [text, number], two, [2, 3])
    unequal = {"main.csv": b"a,b\nx,1\ny,\xff\n"}
    yield _package("a byte that is no text", [text, number], unequal, [2, 3])
