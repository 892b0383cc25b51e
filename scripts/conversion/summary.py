"""What is said of a conversion at its end."""

import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which

from scripts.conversion.work import Text
from scripts.drafting import counted
from scripts.input.encodings import UTF_8
from scripts.input.given import Listing

MOST_NAMED = 3
ROOT = Path(__file__).resolve().parents[2]
DATASET = "schemas:CONVERTED_DOCUMENTS"
"""The record models, as they are found from the root of the repository."""


def checking(package: Path, texts: Path) -> str:
    """The command that checks the package, to be typed where this program was."""
    lading = "lading" if which("lading") else str(Path(sys.executable).with_name("lading"))
    here = Path.cwd() == ROOT
    paths = [str(path if here else path.absolute()) for path in (package, texts)]
    words = [lading, "validate", paths[0], "--dataset", DATASET, "--texts", paths[1]]
    return shlex.join(words) if here else f"cd {shlex.quote(str(ROOT))} && {shlex.join(words)}"


def encodings(texts: Iterable[Text]) -> Iterator[str]:
    """Which documents were read in which encoding, where that is not what everybody expects."""
    files: dict[str, list[str]] = {}
    for text in texts:
        if text.encoding not in (UTF_8, None):
            files.setdefault(str(text.encoding), []).append(text.source_file)
    for encoding, names in sorted(files.items()):
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        yield f"read as {encoding}: {', '.join(sorted(names)[:MOST_NAMED])}{more}"


def others(found: Listing) -> Iterator[str]:
    """How many files were no documents, and how their names end."""
    if n_others := found.others.total():
        endings = ", ".join(ending or "none" for ending in sorted(found.others))
        yield f"left out: {counted(n_others, 'file')} of other kinds ({endings})"
