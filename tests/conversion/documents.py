"""Documents to convert, in any number: invented talks, each with other people, words and days."""

from pathlib import Path

from tests.scripts.workspace import GOOD

REGISTRY = GOOD / "registry"
TALKS = """{title}

{day} May 2021

Question: What did you agree on with your neighbours about the {thing} of {town}?

{name}: We agreed that the {thing} will be open every day. It was closed for {number} months after the flood.

Question: Who pays for it?

{name}: Each side pays one half of what it costs, and the towns look after it in winter.
"""
NAMES = ("Anton Merelin", "Marta Holm", "Elias Varga", "Oleg Tarsin")
TOWNS = ("Velm", "Orlen", "Lisk", "Marenta", "Tarso")
THINGS = ("ferry", "bridge", "market", "harbour", "railway", "library", "school")


def text(number: int) -> str:
    """The text of a document."""
    name, town, thing = (each[number % len(each)] for each in (NAMES, TOWNS, THINGS))
    title = f"Press conference of Foreign Minister {name}, {town}, {number % 28 + 1} May 2021"
    return TALKS.format(title=title, day=number % 28 + 1, name=name, town=town, thing=thing, number=number + 2)


def folder_of(n_documents: int, folder: Path) -> Path:
    """A folder of so many documents."""
    folder.mkdir()
    for number in range(n_documents):
        (folder / f"talks-{number:04}.txt").write_text(text(number), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
