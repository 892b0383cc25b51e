"""A small repository to build in: an invented registry and one reviewed document."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.draft import Draft
from scripts.homonyms import clashes, renamed
from scripts.registry import Registry

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GOOD = HERE / "good"
BAD = HERE / "bad"
TALKS = GOOD / "talks.txt"
REVIEWED = "2024-03-14-press-conference-2d4a32.yaml"


def workspace(folder: Path) -> Path:
    """A copy of the good registry and sources below `folder`."""
    shutil.copytree(GOOD / "registry", folder / "data/registry")
    shutil.copytree(GOOD / "sources", folder / "data/sources")
    return folder


def contents(folder: Path) -> Mapping[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def package(root: Path) -> Mapping[str, bytes]:
    """The files of the package, without what it is built from."""
    sources = ("data/registry/", "data/sources/")
    return {name: content for name, content in contents(root).items() if not name.startswith(sources)}


def edit(path: Path, old: str, new: str) -> None:
    """Replace the only occurrence of `old` in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def tell_apart(drafts: Iterable[Draft], registry: Registry) -> list[Draft]:
    """The drafts with one kind of thing behind an identifier, all of them in memory."""
    types: dict[str, str] = {entity_id: entity.entity_type for entity_id, entity in registry.entities.items()}
    return [renamed(draft, clashes(draft, types)) for draft in drafts]
