"""Convert documents: whatever format they come in, to a complete data package, or to drafts for a curator to correct.

Run from the repository root as `python scripts/convert.py DOCUMENT... --output DIR`. Exit code 0: all converted; 1:
some skipped, each with its reason on stderr; 2: the run itself failed. An exception that nobody foresaw is a fault of
the converter; it costs only the document that met it, and `--traceback` shows where it was raised. A package whose
conversion was interrupted is taken up again by the same command.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: the packages scripts and schemas lie in the repository root
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lading.issue import LadingError
from scripts.compare import Comparison, compare, corrections, scores
from scripts.conversion.drafts import Drafting
from scripts.conversion.packaging import write_package_of
from scripts.conversion.processes import cores
from scripts.conversion.running import Runner, collect_rarely
from scripts.draft import Draft
from scripts.drafting import DraftFiles
from scripts.faults import FELL_SHORT, report, run
from scripts.input.given import STANDARD_INPUT
from scripts.registry import load
from scripts.sources import read_sources

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert what the arguments name."""
    parser = _parser()
    options = parser.parse_args(arguments)
    _refuse_misuse(options, parser)
    try:
        runner = Runner(load(options.registry), options.registry, options.jobs, options.traceback)
        if options.draft or options.compare:
            n_skipped = _draft(options, runner)
        else:
            texts = options.texts or options.output / "texts"
            n_skipped = write_package_of(options.documents, runner, options.output, texts)
    except LadingError as error:
        return report(error)
    except KeyboardInterrupt:
        goes_on = "begins anew" if options.draft or options.compare else "goes on from here"
        print(f"interrupted; the same command {goes_on}", file=sys.stderr)
        raise
    return FELL_SHORT if n_skipped else 0


def _draft(options: argparse.Namespace, runner: Runner) -> int:
    with tempfile.TemporaryDirectory(prefix="lading-") as name:
        folder = Path(name)
        directory = options.output or options.sources
        files = DraftFiles(directory, runner.registry, folder / "drafts") if options.draft else None
        reviewed = Reviewed(options.sources) if options.compare else None
        drafting = Drafting(runner, options.texts, folder)
        for given, draft in drafting.drafts(options.documents):
            if reviewed:
                reviewed.compare(draft)
            if files:
                files.add(given, draft)
        if files:
            print(files.publish(), end="")
    return drafting.acceptance.n_skipped + (reviewed.print() if reviewed else 0)


class Reviewed:
    """What curators had to correct in the drafts of documents that they have reviewed."""

    def __init__(self, sources: Path) -> None:
        self._sources = sources
        self._curated = {draft.sha256: draft for draft in read_sources(sources)}
        self._comparisons: list[Comparison] = []
        self._n_unknown = 0

    def compare(self, draft: Draft) -> None:
        """Compare a draft with what a curator made of it, if one has."""
        if (curated := self._curated.get(draft.sha256)) is not None:
            self._comparisons.extend(compare(draft, curated))
        else:
            where = f"no file of {self._sources} is about this text"
            print(f"{draft.document.place}: {where}; not compared", file=sys.stderr)
            self._n_unknown += 1

    def print(self) -> int:
        """Print what was corrected; how many documents nobody has reviewed."""
        if self._comparisons:
            for line in (*scores(self._comparisons), *corrections(self._comparisons)):
                print(line)
        return self._n_unknown


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Convert documents to a data package, or to drafts that people correct.",
        epilog="Exit code: 0 all converted, 1 some skipped, 2 could not run.",
    )
    parser.add_argument(
        "documents",
        nargs="+",
        type=Path,
        metavar="DOCUMENT",
        help="text, Markdown, HTML, PDF or DOCX; a folder with all below it; a zip archive; - for standard input",
    )
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write; needed for a package (drafts: data/sources)"
    )
    parser.add_argument(
        "--texts", type=Path, metavar="DIR", help="where to put the texts that offsets count in [DIR of output/texts]"
    )
    parser.add_argument(
        "--jobs", type=_at_least_one, default=cores(), metavar="N", help="processes to work in [one for each core]"
    )
    parser.add_argument("--draft", action="store_true", help="write stand-off files; what a curator did to them stays")
    parser.add_argument("--compare", action="store_true", help="print what curators had to correct")
    parser.add_argument(
        "--sources", type=Path, default=ROOT / "data/sources", metavar="DIR", help="the reviewed files [data/sources]"
    )
    parser.add_argument(
        "--registry", type=Path, default=ROOT / "data/registry", metavar="DIR", help="the registry [data/registry]"
    )
    parser.add_argument(
        "--traceback", action="store_true", help="show where the converter failed, when it is at fault itself"
    )
    return parser


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text}: give a number of processes, at least 1")
    return int(text)


def _refuse_misuse(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    if options.output is None and not options.draft and not options.compare:
        parser.error("where to? add --output DIR")
    if options.output is not None and options.compare and not options.draft:
        parser.error("--compare writes no package; add --draft, or leave out --output")
    for path in options.documents:
        if str(path) != STANDARD_INPUT and not path.exists():
            parser.error(f"{path}: no such file")


if __name__ == "__main__":
    collect_rarely()
    run(main)
