"""The data package of a dataset: its tables twice, their description, and what is derived from the models."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lading.column import columns
from lading.dataset import Dataset
from lading.derive.datapackage import metadata, path_of, twins
from lading.derive.files import derivatives, json_text
from lading.descriptor.files import DESCRIPTOR, TABLES
from lading.issue import LadingError
from lading.record import Record, cells_of
from lading.tables.digest import digest
from lading.tables.write import sort_by_key, write_csv, write_parquet

if TYPE_CHECKING:
    from lading.tables.blocks import SortedBlocks


def write_package(dataset: Dataset, records: Mapping[str, Sequence[Record]], directory: Path) -> None:
    """Write the package below an empty directory; a table without records is written too, with its header alone."""
    _refuse_unknown(dataset, records.keys())
    # Sorted once: what is sorted already costs little to sort again.
    ordered = {model: sort_by_key(model, records.get(model.table.name, ())) for model in dataset.records}
    for model, rows in ordered.items():
        _refuse_equal_keys(model, rows)

    def write(model: type[Record]) -> str:
        write_parquet(directory / path_of(model, "parquet"), model, ordered[model], _origin(dataset))
        write_csv(directory / path_of(model, "csv"), model, ordered[model])
        return digest(columns(model), (cells_of(record) for record in ordered[model]))

    _write_package(dataset, directory, write)


def write_package_of_blocks(dataset: Dataset, blocks: Mapping[str, "SortedBlocks"], directory: Path) -> None:
    """Write the package of tables that need not fit into memory; its bytes are those of `write_package`."""
    from lading.tables.streams import write_twins

    _refuse_unknown(dataset, blocks.keys())

    def write(model: type[Record]) -> str:
        paths = directory / path_of(model, "parquet"), directory / path_of(model, "csv")
        return write_twins(*paths, model, blocks.get(model.table.name, ()), _origin(dataset))

    _write_package(dataset, directory, write)


def _write_package(dataset: Dataset, directory: Path, write: Callable[[type[Record]], str]) -> None:
    """Write the package; `write` writes both twins of a table, and returns their digest."""
    if any(directory.iterdir()):
        raise LadingError(f"{directory}: a package is written into an empty folder")
    for path, text in derivatives(dataset):
        _write(directory / path, text)
    (directory / TABLES).mkdir(parents=True, exist_ok=True)
    resources = [resource for model in dataset.records for resource in _resources(model, write(model), directory)]
    said = {name: value for name, value in metadata(dataset).items() if value is not None}
    _write(directory / DESCRIPTOR, json_text(said | {"resources": resources}))


def _refuse_unknown(dataset: Dataset, tables: Iterable[str]) -> None:
    if unknown := sorted(set(tables) - {model.table.name for model in dataset.records}):
        raise LadingError(f"{dataset.name} has no table {', '.join(unknown)}")


def _refuse_equal_keys(model: type[Record], ordered: Sequence[Record]) -> None:
    """Rows are sorted by key: of two with the same, nothing says which comes first."""
    if not model.table.key:
        return
    for key, same in groupby(ordered, lambda record: record.key):
        if (times := sum(1 for _ in same)) > 1:
            raise LadingError(f"{model.table.name}: {times} records have the key {', '.join(map(str, key))}")


def _origin(dataset: Dataset) -> dict[str, str]:
    return {"package": dataset.name, "version": dataset.version}


def _resources(model: type[Record], says: str, directory: Path) -> Iterator[dict[str, Any]]:
    """How the package describes both twins of a table that has been written."""
    for described in twins(model):
        with (directory / described["path"]).open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            n_bytes = file.tell()
        yield described | {"bytes": n_bytes, "hash": f"sha256:{sha256}", "lading:digest": says}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
