"""The Data Package descriptor of a dataset, but for what is known of its files only once they are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from lading.dataset import Dataset, Link
from lading.derive.files import derivatives
from lading.derive.tableschema import table_schema
from lading.derive.words import description
from lading.descriptor.files import TABLES
from lading.descriptor.twins import SUFFIXES, TableFormat
from lading.record import Record

DATA_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
DATA_RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
FORMS: Mapping[TableFormat, Mapping[str, Any]] = {
    "parquet": {"format": "parquet", "mediatype": "application/vnd.apache.parquet"},
    "csv": {
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
    },
}
MEASURES = ("bytes", "hash", "lading:digest")
"""What a resource says of its file and its records."""


def metadata(dataset: Dataset) -> dict[str, Any]:
    """What the descriptor says of the package as a whole; what there is nothing to say about is None."""
    return {
        "$schema": DATA_PACKAGE,
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "version": dataset.version,
        "homepage": dataset.homepage,
        "keywords": list(dataset.keywords) or None,
        "licenses": _links(dataset.licenses),
        "contributors": _links(dataset.contributors),
        "sources": _links(dataset.sources),
        "lading:derived": [path for path, _ in derivatives(dataset)],
    }


def twins(model: type[Record]) -> Iterator[dict[str, Any]]:
    """What the descriptor says of both files of a table; MEASURES are None."""
    return (_resource(model, table_format) for table_format in FORMS)


def path_of(model: type[Record], table_format: TableFormat) -> str:
    """Where the file of a table lies."""
    return f"{TABLES}/{model.table.name}.{table_format}"


def _resource(model: type[Record], table_format: TableFormat) -> dict[str, Any]:
    suffix = SUFFIXES[table_format]
    return {
        "$schema": DATA_RESOURCE,
        "name": model.table.name + suffix,
        "title": model.table.title,
        "description": description(model),
        "type": "table",
        "path": path_of(model, table_format),
        **FORMS[table_format],
        **dict.fromkeys(MEASURES),
        "schema": table_schema(model, suffix=suffix),
    }


def _links(links: Sequence[Link]) -> list[dict[str, str]] | None:
    return [{name: value for name, value in asdict(link).items() if value} for link in links] or None
