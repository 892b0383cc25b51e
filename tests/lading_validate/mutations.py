"""How an example file damages a sound package: each key of the file is one of these operations."""

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lading.record import Record

DESCRIPTOR = "package/datapackage.json"


def changed(tables: dict[str, list[Record]], changes: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[Record]]:
    """Records with cells set by row number, unchecked; a row number past the last appends a copy of the last."""
    for table, rows in changes.items():
        for change in rows:
            records = tables[table]
            number = change["row"]
            record = records[min(number, len(records)) - 1].model_copy(update=change["set"])
            records[number - 1 : number] = [record]
    return tables


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Files with another content."""
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8", newline="")


def replace(folder: Path, files: Mapping[str, list[str]]) -> None:
    """Files with one text put for another."""
    for path, (old, new) in files.items():
        content = (folder / path).read_bytes()
        assert old.encode() in content, f"{path} does not hold {old!r}"
        (folder / path).write_bytes(content.replace(old.encode(), new.encode(), 1))


def repeat(folder: Path, rows: Mapping[str, int]) -> None:
    """Tables with one of their rows, by its number, once more at the end: in both files, as no package is written."""
    for table, number in rows.items():
        text, binary = (folder / f"package/data/tables/{table}.{suffix}" for suffix in ("csv", "parquet"))
        text.write_text(text.read_text() + text.read_text().splitlines(keepends=True)[number])
        found = pq.read_table(binary)
        pq.write_table(pa.concat_tables([found, found.slice(number - 1, 1)]), binary)


def link_in_a_circle(folder: Path, paths: list[str]) -> None:
    """Files that are symbolic links to themselves."""
    for path in paths:
        (folder / path).unlink()
        (folder / path).symlink_to(folder / path)


def store(folder: Path, columns: Mapping[str, Mapping[str, Any]]) -> None:
    """Columns of Parquet files stored in another way, with other cells: `table.column: {type: ..., cells: [...]}`."""
    for place, stored in columns.items():
        table, _, column = place.partition(".")
        path = folder / f"package/data/tables/{table}.parquet"
        found = pq.read_table(path)
        position = found.schema.get_field_index(column)
        cells: Any = pa.array(stored["cells"], getattr(pa, stored["type"])(*stored.get("arguments", ())))
        pq.write_table(found.set_column(position, stored.get("called", column), cells), path)


def recode(folder: Path, files: Mapping[str, str]) -> None:
    """Files in another encoding."""
    for path, encoding in files.items():
        text = (folder / path).read_text(encoding="utf-8")
        (folder / path).write_bytes(text.encode(encoding))


def cut(folder: Path, files: Mapping[str, int]) -> None:
    """Files without their last bytes."""
    for path, n_bytes in files.items():
        content = (folder / path).read_bytes()
        (folder / path).write_bytes(content[:-n_bytes])


def flip(folder: Path, files: Mapping[str, int]) -> None:
    """Files with one byte changed, at a position."""
    for path, position in files.items():
        content = bytearray((folder / path).read_bytes())
        content[position] ^= 1
        (folder / path).write_bytes(content)


def remove(folder: Path, paths: list[str]) -> None:
    """Files that are gone."""
    for path in paths:
        (folder / path).unlink()


def link_outside(folder: Path, paths: list[str]) -> None:
    """Files moved out of the package, with a symbolic link in their place."""
    for path in paths:
        target = folder / Path(path).name
        shutil.move(folder / path, target)
        (folder / path).symlink_to(target)


def describe(folder: Path, values: Mapping[str, Any]) -> None:
    """Values put into the descriptor, by JSON Pointer; null removes what is there."""
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    for pointer, value in values.items():
        *parents, name = [int(step) if step.isdigit() else step for step in pointer.split("/")[1:]]
        place = descriptor
        for step in parents:
            place = place[step]
        if value is None:
            del place[name]
        else:
            place[name] = value
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")


def reseal(folder: Path, resources: list[str]) -> None:
    """Size and hash of resources brought up to date, so that nothing but the content is wrong."""
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] in resources:
            content = (folder / "package" / resource["path"]).read_bytes()
            resource["bytes"] = len(content)
            resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")


OPERATIONS: Mapping[str, Callable[[Path, Any], None]] = {
    operation.__name__: operation
    for operation in (
        write,
        replace,
        repeat,
        store,
        recode,
        cut,
        flip,
        remove,
        link_outside,
        link_in_a_circle,
        describe,
        reseal,
    )
}
"""Everything but `changed`, which happens before the package is written; in the order of the example file."""
