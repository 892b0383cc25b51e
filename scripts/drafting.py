"""Writing drafts: each over the file that a curator may have corrected, with the digests that the text allows."""

from collections.abc import Mapping
from pathlib import Path

from lading.issue import LadingError
from lading.publish import recover, staging
from scripts.digests import filled
from scripts.draft import Draft
from scripts.input.given import Given
from scripts.input.reading import read
from scripts.merge import merge
from scripts.registry import Registry
from scripts.sources import read_sources, render


def write_drafts(drafts: Mapping[Given, Draft], registry: Registry, directory: Path) -> str:
    """Write the stand-off files, over those that are there; what was written, for people."""
    if (directory / "datapackage.json").exists():
        raise LadingError(f"{directory}: holds a package; drafts need a folder of their own")
    recover(directory)
    existing = {draft.sha256: draft for draft in read_sources(directory)} if directory.exists() else {}
    taken = {draft.document_id: sha256 for sha256, draft in existing.items()}
    merged = [
        filled(merge(existing[draft.sha256], draft, registry.entities.keys()), read(given))
        if draft.sha256 in existing
        else draft
        for given, draft in drafts.items()
    ]
    for draft in merged:
        if taken.get(draft.document_id, draft.sha256) != draft.sha256:
            raise LadingError(
                f"{directory / draft.document_id}.yaml: is of another text; correct its sha256 or move it"
            )
    with staging(directory) as staged:
        for draft in merged:
            (staged / f"{draft.document_id}.yaml").write_text(render(draft), encoding="utf-8", newline="\n")
    return "\n".join(f"{directory / draft.document_id}.yaml" for draft in merged)


def counted(number: int, noun: str) -> str:
    """The number and the noun, in the plural where it takes one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
