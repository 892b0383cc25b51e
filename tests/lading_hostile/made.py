"""Packages of one table, written in a line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Fields = Sequence[Mapping[str, Any]]
TEXT: Fields = ({"name": "x", "type": "string"},)
INTEGER: Fields = ({"name": "x", "type": "integer"},)


def package(folder: Path, *resources: Mapping[str, Any]) -> Path:
    """A descriptor of resources in a folder."""
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": resources}), encoding="utf-8")
    return folder


def table(folder: Path, content: str | bytes, fields: Fields, file: str = "t.csv", **schema: Any) -> Path:
    """A package of one table, `t`."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    (folder / file).write_bytes(data)
    return package(folder, {"name": "t", "path": file, "schema": {"fields": fields, **schema}})
