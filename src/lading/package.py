"""The data package of a dataset: its tables twice, their description, and what is derived from the models."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lading.column import columns
from lading.dataset import Dataset, Link
from lading.derive.files import derivatives, json_text
from lading.derive.tableschema import table_schema
from lading.derive.words import description
from lading.descriptor.twins import CSV_SUFFIX
from lading.issue import LadingError
from lading.record import Record
from lading.tables.digest import digest
from lading.tables.write import write_csv, write_parquet

DESCRIPTOR = "datapackage.json"
TABLES = "data/tables"
DATA_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
DATA_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
PARQUET = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
CSV = {
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {
        "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
        "header": True,
        "delimiter": ",",
        "lineTerminator": "\n",
        "quoteChar": '"',
        "doubleQuote": True,
    },
}


def write_package(dataset: Dataset, records: Mapping[str, Sequence[Record]], directory: Path) -> None:
    """Write the package below an empty directory; a table without records is written too, with its header alone."""
    if any(directory.iterdir()):
        raise LadingError(f"{directory}: a package is written into an empty folder")
    tables = [model.table.name for model in dataset.records]
    if unknown := sorted(records.keys() - set(tables)):
        raise LadingError(f"{dataset.name} has no table {', '.join(unknown)}")
    for path, text in derivatives(dataset):
        _write(directory / path, text)
    resources = [
        resource
        for model in dataset.records
        for resource in _write_table(dataset, model, records.get(model.table.name, ()), directory)
    ]
    _write(directory / DESCRIPTOR, json_text(_metadata(dataset) | {"resources": resources}))


def _metadata(dataset: Dataset) -> dict[str, Any]:
    metadata = {
        "$schema": DATA_PACKAGE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "homepage": dataset.homepage,
        "keywords": list(dataset.keywords),
        "licenses": _links(dataset.licenses),
        "contributors": _links(dataset.contributors),
        "sources": _links(dataset.sources),
    }
    return {name: value for name, value in metadata.items() if value}


def _links(links: Sequence[Link]) -> list[dict[str, str]]:
    return [{name: value for name, value in asdict(link).items() if value} for link in links]


def _write_table(
    dataset: Dataset, model: type[Record], records: Sequence[Record], directory: Path
) -> list[dict[str, Any]]:
    """Write both twins of a table; how the package describes them."""
    parquet, csv = (f"{TABLES}/{model.table.name}.{suffix}" for suffix in ("parquet", "csv"))
    (directory / TABLES).mkdir(parents=True, exist_ok=True)
    write_parquet(directory / parquet, model, records, {"package": dataset.name, "version": dataset.version})
    write_csv(directory / csv, model, records)
    says = digest(columns(model), (vars(record) for record in records))
    return [
        _resource(model, "", parquet, directory, PARQUET, says),
        _resource(model, CSV_SUFFIX, csv, directory, CSV, says),
    ]


def _resource(
    model: type[Record], suffix: str, path: str, directory: Path, form: Mapping[str, Any], says: str
) -> dict[str, Any]:
    content = (directory / path).read_bytes()
    return {
        "$schema": DATA_RESOURCE,
        "name": model.table.name + suffix,
        "title": model.table.title,
        "description": description(model),
        "type": "table",
        "path": path,
        **form,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "lading:digest": says,
        "schema": table_schema(model, suffix=suffix),
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
