"""Convert documents: raw text to a complete data package, or to drafts for a curator to correct.

Run from the repository root as `python scripts/convert.py FILE... --output DIR`. Exit code 0: all converted; 1: some
skipped, each with its reason on stderr; 2: the run itself failed. An exception that nobody foresaw is a fault of the
converter; it costs only the document that met it, and `--traceback` shows where it was raised.
"""

import argparse
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

if __package__ in (None, ""):  # run as a file: the packages scripts and schemas lie in the repository root
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rich.console import Console
from rich.progress import track

from lading.issue import IssuesError, LadingError
from lading.package import write_package
from lading.publish import staging
from lading.record import Record
from schemas import CONVERTED_DOCUMENTS
from scripts.assemble import assemble
from scripts.compare import Comparison, compare, corrections, scores
from scripts.draft import Draft
from scripts.drafting import counted, write_drafts
from scripts.excerpt import excerpt
from scripts.faults import FELL_SHORT, report, run
from scripts.homonyms import tell_apart
from scripts.reading.document import read_document
from scripts.reading.source import SourceText, UnreadableDocument, read
from scripts.records import sound_records
from scripts.registry import Registry, load
from scripts.sources import read_sources

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert what the arguments name."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.draft and options.output is None:
        options.output = options.sources
    if options.output is None and not options.compare:
        parser.error("where to? add --output DIR")
    try:
        registry = load(options.registry)
        drafts, n_skipped = convert(_paths(options.files, parser), registry, options.on_fault)
        if drafts and options.output:
            write_all = write_drafts if options.draft else write_package_of
            print(write_all(drafts, registry, options.output))
        if options.compare:
            n_skipped += print_comparison(drafts.values(), options.sources)
    except LadingError as error:
        return report(error)
    return FELL_SHORT if n_skipped else 0


def convert(
    paths: Iterable[Path], registry: Registry, on_fault: Callable[[Path, Exception], None]
) -> tuple[dict[Path, Draft], int]:
    """The drafts of the documents by file, and how many had to be skipped; `on_fault` reports what nobody foresaw."""
    drafts: dict[Path, Draft] = {}
    n_skipped = 0
    distinct = sorted({path.resolve(): path for path in paths}.values(), key=lambda path: (path.name, path))
    terminal = Console(stderr=True)
    for path in track(distinct, "converting", console=terminal, transient=True, disable=not terminal.is_terminal):
        try:
            source = read(path)
            _refuse_second(source, path, drafts.values())
            draft = read_document(source, registry)
            records_of([draft], registry)  # whatever is wrong with one document must not stop the others
            drafts[path] = draft
        except LadingError as error:
            report(_with_name(error, path))
            n_skipped += 1
        except Exception as error:  # a fault in one document must not lose the work on all the others
            on_fault(path, error)
            n_skipped += 1
    return drafts, n_skipped


def report_fault(path: Path, error: Exception) -> None:
    """Say in one line that the converter failed on a document, and how to see where."""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    print(f"{path}: skipped by a fault of the converter ({what}); run with --traceback to see where", file=sys.stderr)


def show_fault(path: Path, error: Exception) -> None:
    """Say where the converter failed on a document."""
    print(f"{path}: skipped by a fault of the converter", file=sys.stderr)
    traceback.print_exception(error)


def records_of(drafts: Sequence[Draft], registry: Registry) -> dict[str, list[Record]]:
    """The records of all tables about the documents, and of the registry what they speak of."""
    distinct = tell_apart(drafts, registry)
    entries, left_out = assemble(excerpt(registry, distinct), distinct)
    made = sound_records(CONVERTED_DOCUMENTS, entries, left_out)
    return {table: [record for record, _ in members] for table, members in made.items()}


def write_package_of(drafts: Mapping[Path, Draft], registry: Registry, directory: Path) -> str:
    """Write the package of the documents; what was written, for people."""
    if (directory / "data/sources").exists():
        raise LadingError(f"{directory}: holds the sources of a package, which scripts/build.py builds; name another")
    records = records_of(list(drafts.values()), registry)
    with staging(directory) as staged:
        write_package(CONVERTED_DOCUMENTS, records, staged)
    n_records = sum(map(len, records.values()))
    return f"{directory}: a package of {counted(len(drafts), 'document')}, {n_records} records"


def print_comparison(drafts: Iterable[Draft], sources: Path) -> int:
    """Print what curators had to correct; how many documents nobody has reviewed."""
    curated = {draft.sha256: draft for draft in read_sources(sources)}
    comparisons: list[Comparison] = []
    n_unknown = 0
    for draft in drafts:
        if draft.sha256 in curated:
            comparisons.extend(compare(draft, curated[draft.sha256]))
        else:
            print(f"{draft.document.place}: no file of {sources} is about this text; not compared", file=sys.stderr)
            n_unknown += 1
    for line in (*scores(comparisons), *corrections(comparisons)):
        print(line)
    return n_unknown


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Convert documents to a data package, or to drafts that people correct.",
        epilog="Exit code: 0 all converted, 1 some skipped, 2 could not run.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a text file, or a folder of *.txt files")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="where to write; needed for a package (drafts: data/sources)"
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
        "--traceback",
        dest="on_fault",
        action="store_const",
        const=show_fault,
        default=report_fault,
        help="show where the converter failed, when it is at fault itself",
    )
    return parser


def _paths(files: Iterable[Path], parser: argparse.ArgumentParser) -> Iterator[Path]:
    for file in files:
        found = sorted(file.glob("*.txt")) if file.is_dir() else [file]
        if not found:
            parser.error(f"{file}: a folder without *.txt files")
        if not file.exists():
            parser.error(f"{file}: no such file")
        yield from found


def _with_name(error: LadingError, path: Path) -> LadingError:
    """The error as it is when it says which document it is about, else with the name in front."""
    return error if path.name in str(error) or isinstance(error, IssuesError) else LadingError(f"{path}: {error}")


def _refuse_second(source: SourceText, path: Path, drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        if draft.sha256 == source.sha256:
            raise UnreadableDocument(f"{path}: the same text as {draft.document.place}; give it once")
        if draft.document.values["source_file"] == source.name:
            raise UnreadableDocument(f"{path}: another text has the same file name; rename one of them")


if __name__ == "__main__":
    run(main)
