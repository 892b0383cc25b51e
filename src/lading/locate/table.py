"""Tables without descriptor: the package that somebody could have written for them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lading.descriptor import formats
from lading.descriptor.models import SECOND
from lading.descriptor.reading import Description, read_schema, validated
from lading.issue import Issue, IssuesError

STANDARD = f"{SECOND}0/datapackage.json"
NAMELESS = "table"


def alone(path: Path) -> Description:
    """A table in a file of its own; a Parquet file says what its columns are, any other has no schema."""
    return package([resource([path.resolve().name], path, path.name)], path.resolve().parent, path.name)


def with_schema(path: Path, schema: Path) -> Description:
    """A table with a Table Schema that lies in another file."""
    described = read_schema(schema)
    made = package([resource([path.resolve().name], None, path.name)], path.resolve().parent, path.name)
    (one,) = made.package.resources
    whole = made.package.model_copy(update={"resources": (one.model_copy(update={"table_schema": described}),)})
    return Description(whole, made.issues)


def package(resources: Sequence[Mapping[str, Any]], base: Path, name: str) -> Description:
    """The package of tables in a folder."""
    return validated({"$schema": STANDARD, "resources": list(resources)}, base, name)


def resource(paths: Sequence[str], columns_of: Path | None, name: str | None = None) -> dict[str, Any]:
    """The resource of a table in one or more files, with the columns that one of them has if it is Parquet."""
    path = paths[0] if len(paths) == 1 else [*paths]
    found: dict[str, Any] = {"name": resource_name(name or paths[0]), "type": "table", "path": path}
    if columns_of is not None and formats.of_file(columns_of.name) == formats.Format("parquet"):
        found["schema"] = {"fields": parquet_fields(columns_of)}
    return found


def resource_name(file: str) -> str:
    """The name of a file without its endings, as the name of a resource: without blanks, accents and capitals."""
    stem = Path(file).name
    while stem and formats.of_file(stem) != formats.Format(None):
        stem = stem.rpartition(".")[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-.") or NAMELESS


def parquet_fields(path: Path) -> list[dict[str, Any]]:
    """The columns of a Parquet file as fields of a Table Schema; IssuesError when it is none that can be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from lading.locate.arrowtypes import field

    try:
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError, ValueError) as error:  # ValueError: names that are no UTF-8
        reason = str(error).partition("\n")[0]
        issue = Issue("source-error", f"no readable Parquet: {reason}", "write the file again", path=path.name)
        raise IssuesError([issue]) from None
    return [field(column) for column in schema]
