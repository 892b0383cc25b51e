"""The journal of a conversion: what has been converted, in a file that an interruption leaves sound.

A line of JSON says what is known of a document, the rows of its tables follow as they are, and a line feed ends the
entry. An entry that an interruption cut off has no such end, and counts for nothing.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any

from scripts.conversion.work import Tabled, Text
from scripts.input.given import Given

END = b"\n"
ROOT = Path(__file__).resolve().parents[2]
DEPENDENCIES = ("lading", "lxml", "pyarrow", "pydantic", "pypdfium2", "trafilatura")


class Journal:
    """The documents that have been converted, in the order in which they were; few things of each are in memory."""

    def __init__(self, path: Path, state: str) -> None:
        """Open the journal, or begin it anew when it was written in another state of the converter."""
        self._places: dict[str, tuple[int, Text]] = {}
        self._file: IO[bytes] = path.open("r+b" if path.exists() else "w+b")
        header = json.dumps({"state": state}).encode() + END
        if self._file.readline() == header:
            self._file.truncate(self._find_entries())
        else:
            self._file.seek(0)
            self._file.truncate()
            self._file.write(header)

    def close(self) -> None:
        """Leave the file."""
        self._file.close()

    def text(self, given: Given) -> Text | None:
        """What is known of the text of a document that has been converted, and has not changed since."""
        place = self._places.get(_key(given))
        return place[1] if place else None

    def add(self, given: Given, document: Tabled) -> None:
        """Note that a document has been converted."""
        said = {**asdict(document), "key": (key := _key(given))}
        said["blocks"] = {table: len(rows) for table, rows in document.blocks.items()}
        start = self._file.seek(0, os.SEEK_END)
        self._file.write(b"".join([json.dumps(said).encode(), END, *document.blocks.values(), END]))
        self._file.flush()
        self._places[key] = start, document.text

    def read(self, given: Given) -> Tabled:
        """A document that has been converted."""
        self._file.seek(self._places[_key(given)][0])
        said = json.loads(self._file.readline())
        blocks = {table: self._file.read(length) for table, length in said["blocks"].items()}
        return Tabled(Text(**said["text"]), said["entities"], said["events"], said["referred"], blocks)

    def _find_entries(self) -> int:
        """Take note of the entries; where the last of them ends."""
        while True:
            start = self._file.tell()
            try:
                said = json.loads(self._file.readline())
                length = sum(said["blocks"].values())
                self._file.seek(length, os.SEEK_CUR)
                if self._file.read(len(END)) != END:
                    return start
                self._places[said["key"]] = start, Text(**said["text"])
            except (ValueError, KeyError, TypeError):
                return start


def entries(journal: Journal, documents: Iterable[Given]) -> Iterator[Tabled]:
    """The documents in the order of their identifiers."""
    known = [(text.document_id, given) for given in documents if (text := journal.text(given))]
    for _, given in sorted(known, key=lambda pair: pair[0]):
        yield journal.read(given)


def state(registry: Path) -> str:
    """A hash of all that a conversion depends on beside the documents: programs, words, registry."""
    found = hashlib.sha256()
    for path in (
        *_files(ROOT / "scripts", ".py", ".yaml"),
        *_files(ROOT / "schemas", ".py"),
        *_files(registry, ".yaml"),
    ):
        found.update(f"{path.name} {path.stat().st_size} ".encode())
        found.update(path.read_bytes())
    found.update(" ".join(f"{name} {_version(name)}" for name in DEPENDENCIES).encode())
    return found.hexdigest()


def _files(folder: Path, *endings: str) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in endings)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _key(given: Given) -> str:
    parts: list[Any] = [str(given.path.absolute()), given.member, given.name, *given.version()]
    return json.dumps(parts)
