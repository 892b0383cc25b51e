"""Score the converter against every document with known answers.

Run from the repository root as `python -m scripts.evaluate`. Exit code 0: no figure is below the baseline; 1: one is;
2: the run itself failed. With `--raise` the baseline rises to the figures of this run, unless one of them is below it.
"""

import argparse
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: the packages scripts and schemas lie in the repository root
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.progress import track

from lading.issue import LadingError
from scripts.evaluation.accounts import Known
from scripts.evaluation.answers import reviewed, with_answers
from scripts.evaluation.baseline import falls, raised, read_baseline, render
from scripts.evaluation.found import account
from scripts.evaluation.marking import Marks, marks, marks_of_unread
from scripts.evaluation.persons import Persons
from scripts.evaluation.scores import add_up
from scripts.evaluation.tables import as_json, by_family, by_measure, misses
from scripts.faults import FELL_SHORT, report, run
from scripts.reading.document import read_document
from scripts.reading.source import read
from scripts.registry import Registry, load

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ROOT / "tests/documents"
BASELINE = ROOT / "tests/evaluation/baseline.json"
TEXTS = ROOT.parent / "shared/sources"
WIDTH = 200
"""Of tables that go to a file or to another program."""

Document = tuple[Path, Known]


def main(arguments: Sequence[str] | None = None) -> int:
    """Score what the arguments name."""
    options = _parser().parse_args(arguments)
    try:
        registry = load(ROOT / "data/registry")
        persons = Persons(registry)
        everything = list(documents(options.documents, persons))
        chosen = [document for document in everything if options.only in _described(document)]
        results = list(evaluate(at_hand(chosen), registry, persons))
        baseline = read_baseline(options.baseline)
    except LadingError as error:
        return report(error)
    below = list(falls(results, baseline))
    scores = add_up((result.known, result.tallies) for result in results)
    if options.json:
        print(as_json(scores, results, below))
    else:
        console = Console() if sys.stdout.isatty() else Console(width=WIDTH)
        console.print(by_family(scores), by_measure(scores))
    for miss in misses(results) if options.misses else ():
        print(miss)
    for fall in below:
        print(fall, file=sys.stderr)
    if below:
        return FELL_SHORT
    if options.raises:
        there = {known.name: standing for _, known in everything if (standing := baseline.get(known.name))}
        options.baseline.write_text(render(raised(results, there)), encoding="utf-8")
    return 0


def documents(folders: Iterable[Path], persons: Persons) -> Iterator[Document]:
    """Every document whose answers are known, whether its text is at hand or not."""
    for folder in folders:
        yield from with_answers(folder, persons)
    yield from reviewed(ROOT / "data/sources", TEXTS, persons)


def at_hand(chosen: Iterable[Document]) -> list[Document]:
    """The documents whose text is at hand; one line on stderr for each of the others."""
    there = []
    for path, known in chosen:
        if path.exists():
            there.append((path, known))
        else:
            print(f"{known.name}: not scored, since {path.name} does not lie in ../shared/sources", file=sys.stderr)
    return there


def evaluate(chosen: Sequence[Document], registry: Registry, persons: Persons) -> Iterator[Marks]:
    """How each document fares; one line on stderr for each that could not be read."""
    terminal = Console(stderr=True)
    for path, known in track(chosen, "reading", console=terminal, transient=True, disable=not terminal.is_terminal):
        try:
            found = account(read_document(read(path), registry), persons)
        except Exception as error:  # a fault of the converter must not hide how the other documents fare
            reason = _reason(error)
            print(f"{known.name}: not read: {reason}", file=sys.stderr)
            yield marks_of_unread(known, reason)
        else:
            yield marks(known, found)


def _reason(error: Exception) -> str:
    if isinstance(error, LadingError):
        return str(error)
    raised_in = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{what} ({Path(raised_in.filename).name}:{raised_in.lineno})"


def _described(document: Document) -> str:
    path, known = document
    return f"{path.stem} {known.name} {known.family}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts.evaluate",
        description="Score the converter against every document with known answers.",
        epilog="Exit code: 0 no figure is below the baseline, 1 one is, 2 could not run.",
    )
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="documents whose language, name or family has TEXT in it"
    )
    parser.add_argument("--misses", action="store_true", help="list each miss, with offsets and values")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--raise", dest="raises", action="store_true", help="raise the baseline to these figures")
    parser.add_argument("--baseline", type=Path, default=BASELINE, metavar="FILE", help="the figures to keep up")
    parser.add_argument(
        "--documents",
        type=Path,
        nargs="+",
        default=[DOCUMENTS],
        metavar="DIR",
        help="where documents with answers lie",
    )
    return parser


if __name__ == "__main__":
    run(main)
