"""Write or complete the answers about documents, against which the converter is scored.

Run from the repository root as `python -m scripts.answers FILE...`. Where no answers lie beside a text, what the
converter finds is written down as a first version, which is for people to read and correct: answers that nobody has
checked prove nothing. Where there are answers, the offsets of records with `head` and `tail` (their first and last
words) are filled in, digests are made anew, and the file is brought into its form.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: the packages scripts and schemas lie in the repository root
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lading.issue import LadingError
from scripts.evaluation.proposal import proposal
from scripts.evaluation.written import anchored, render
from scripts.faults import report, run
from scripts.reading.document import read_document
from scripts.reading.source import read
from scripts.registry import Registry, load

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the answers about the texts that the arguments name."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.answers", description="Write or complete the answers beside texts."
    )
    parser.add_argument("texts", nargs="+", type=Path, metavar="FILE", help="a text; its answers lie beside it")
    try:
        registry = load(ROOT / "data/registry")
        for text in parser.parse_args(arguments).texts:
            write(text, registry)
    except LadingError as error:
        return report(error)
    return 0


def write(path: Path, registry: Registry) -> None:
    """Write the answers about one text."""
    source = read(path)
    beside = path.with_suffix(".json")
    try:
        written = (
            json.loads(beside.read_text("utf-8")) if beside.exists() else proposal(read_document(source, registry))
        )
        beside.write_text(render(anchored(written, source.text)), encoding="utf-8")
    except (ValueError, KeyError, TypeError) as error:
        raise LadingError(f"{beside}: {type(error).__name__} {error}") from None
    print(beside)


if __name__ == "__main__":
    run(main)
