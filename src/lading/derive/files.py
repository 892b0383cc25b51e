"""Everything that follows from the record models alone, as the files in which it is kept."""

import json
from collections.abc import Iterator
from typing import Any

from lading.dataset import Dataset
from lading.derive.codebook import codebook
from lading.derive.jsonschema import json_schema
from lading.derive.sql import DIALECTS, create_statements
from lading.derive.tableschema import table_schema
from lading.descriptor.files import CODEBOOK, DERIVED


def derivatives(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """The path and the text of each derived file."""
    for model in dataset.records:
        yield f"{DERIVED}/table-schema/{model.table.name}.json", json_text(table_schema(model))
        yield f"{DERIVED}/json-schema/{model.table.name}.json", json_text(json_schema(model))
    for dialect in DIALECTS:
        yield f"{DERIVED}/{dialect}.sql", create_statements(dataset, dialect)
    yield CODEBOOK, codebook(dataset)


def json_text(value: Any) -> str:
    """JSON as it is kept in files: for people and for diffs."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
