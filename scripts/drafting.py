"""Writing drafts: each over the file that a curator may have corrected, with the digests that the text allows."""

import shutil
from pathlib import Path

from lading.issue import LadingError
from lading.publish import recover, staging
from scripts.digests import filled
from scripts.draft import Draft
from scripts.input.given import Given
from scripts.input.reading import read
from scripts.merge import merge
from scripts.registry import Registry
from scripts.sources import each_source, read_source, render


class DraftFiles:
    """The stand-off files of a folder that are written, over those that are there; none of them before all are."""

    def __init__(self, directory: Path, registry: Registry, waiting: Path) -> None:
        """The files wait in the folder `waiting` until they are published."""
        if (directory / "datapackage.json").exists():
            raise LadingError(f"{directory}: holds a package; drafts need a folder of their own")
        recover(directory)
        self._directory = directory
        self._registry = registry
        self._waiting = waiting
        self._names: list[str] = []
        existing = each_source(directory) if directory.exists() else ()
        self._identifiers = {draft.sha256: draft.document_id for draft in existing}
        self._texts = {document_id: sha256 for sha256, document_id in self._identifiers.items()}
        waiting.mkdir()

    def add(self, given: Given, draft: Draft) -> None:
        """Write a draft, with what a curator did to the one that is there."""
        if (document_id := self._identifiers.get(draft.sha256)) is not None:
            existing = read_source(self._path(f"{document_id}.yaml"))
            draft = filled(merge(existing, draft, self._registry.entities.keys()), read(given))
        name = f"{draft.document_id}.yaml"
        if self._texts.setdefault(draft.document_id, draft.sha256) != draft.sha256:
            raise LadingError(f"{self._path(name)}: is of another text; correct its sha256 or move it")
        (self._waiting / name).write_text(render(draft), encoding="utf-8", newline="\n")
        self._names.append(name)

    def publish(self) -> str:
        """Put the files into their folder; what was written, for people."""
        if self._names:
            with staging(self._directory) as staged:
                for name in self._names:
                    shutil.move(self._waiting / name, staged / name)
        return "".join(f"{self._path(name)}\n" for name in self._names)

    def _path(self, name: str) -> Path:
        return self._directory / name


def counted(number: int, noun: str) -> str:
    """The number and the noun, in the plural where it takes one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
