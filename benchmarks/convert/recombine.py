"""Documents in any number, made by recombining the paragraphs of invented ones; the same whenever they are made."""

import random
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.files import ROOT

INVENTED = ROOT / "tests/documents/en"
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
SMALL_NUMBER = re.compile(r"(?<![\d.,:/-])([1-9]|1\d|2[0-8])(?![\d.,:/-]|th|st|nd|rd)")
HEAD = 2
"""The paragraphs with which a document begins stay together: title and day."""

Paragraphs = Sequence[str]


def invented() -> Sequence[Paragraphs]:
    """The invented documents in English, as paragraphs."""
    paths = sorted(INVENTED.glob("*.txt"))
    divided = (BLANK_LINES.split(path.read_text("utf-8").strip()) for path in paths)
    return [paragraphs for paragraphs in divided if len(paragraphs) > HEAD]


def recombined(number: int, length: int, documents: Sequence[Paragraphs]) -> str:
    """A document of about `length` characters: one begins, paragraphs of others follow, small numbers are changed."""
    chance = random.Random(f"{number} {length}")  # noqa: S311
    text = list(chance.choice(documents)[:HEAD])
    while sum(map(len, text)) < length:
        other = chance.choice(documents)
        start = chance.randrange(HEAD, len(other))
        text += other[start : start + chance.randint(2, 6)]
    return SMALL_NUMBER.sub(lambda _: str(chance.randint(1, 28)), "\n\n".join(text)) + "\n"


def write(n_documents: int, length: int, folder: Path) -> int:
    """Write so many documents into a folder, unless they are there; their bytes together."""
    if not folder.exists():
        making = folder.with_name(f"{folder.name}.making")
        making.mkdir(parents=True, exist_ok=True)
        documents = invented()
        for number in range(n_documents):
            text = recombined(number, length, documents)
            (making / f"document-{number:05}.txt").write_text(text, "utf-8", newline="\n")
        making.rename(folder)
    return sum(path.stat().st_size for path in folder.iterdir())
