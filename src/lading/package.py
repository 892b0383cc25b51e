"""The data package of a dataset: its tables twice, their description, and what is derived from the models."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from lading.column import columns
from lading.dataset import Dataset
from lading.derive.datapackage import metadata, path_of, twins
from lading.derive.files import derivatives, json_text
from lading.descriptor.files import DESCRIPTOR, TABLES
from lading.issue import LadingError
from lading.record import Record, cells_of
from lading.tables.digest import digest
from lading.tables.write import sort_by_key, write_csv, write_parquet


def write_package(dataset: Dataset, records: Mapping[str, Sequence[Record]], directory: Path) -> None:
    """Write the package below an empty directory; a table without records is written too, with its header alone."""
    if any(directory.iterdir()):
        raise LadingError(f"{directory}: a package is written into an empty folder")
    tables = [model.table.name for model in dataset.records]
    if unknown := sorted(records.keys() - set(tables)):
        raise LadingError(f"{dataset.name} has no table {', '.join(unknown)}")
    # Sorted once: what is sorted already costs little to sort again.
    ordered = [(model, sort_by_key(model, records.get(model.table.name, ()))) for model in dataset.records]
    for model, rows in ordered:
        _refuse_equal_keys(model, rows)
    for path, text in derivatives(dataset):
        _write(directory / path, text)
    resources = [resource for model, rows in ordered for resource in _write_table(dataset, model, rows, directory)]
    said = {name: value for name, value in metadata(dataset).items() if value is not None}
    _write(directory / DESCRIPTOR, json_text(said | {"resources": resources}))


def _refuse_equal_keys(model: type[Record], ordered: Sequence[Record]) -> None:
    """Rows are sorted by key: of two with the same, nothing says which comes first."""
    if not model.table.key:
        return
    for key, same in groupby(ordered, lambda record: record.key):
        if (times := sum(1 for _ in same)) > 1:
            raise LadingError(f"{model.table.name}: {times} records have the key {', '.join(map(str, key))}")


def _write_table(
    dataset: Dataset, model: type[Record], records: Sequence[Record], directory: Path
) -> Iterator[dict[str, Any]]:
    """Write both twins of a table, whose records are in order; how the package describes them."""
    (directory / TABLES).mkdir(parents=True, exist_ok=True)
    origin = {"package": dataset.name, "version": dataset.version}
    write_parquet(directory / path_of(model, "parquet"), model, records, origin)
    write_csv(directory / path_of(model, "csv"), model, records)
    says = digest(columns(model), (cells_of(record) for record in records))
    for described in twins(model):
        content = (directory / described["path"]).read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        yield described | {"bytes": len(content), "hash": f"sha256:{sha256}", "lading:digest": says}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
