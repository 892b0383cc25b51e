"""The package of many documents: what was not converted yet is; each is taken once; all is written, or nothing."""

import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which

from lading.issue import LadingError
from lading.package import write_package_of_blocks
from lading.publish import staging
from schemas import CONVERTED_DOCUMENTS
from scripts.conversion import progress
from scripts.conversion.acceptance import Acceptance
from scripts.conversion.collection import Collection
from scripts.conversion.journal import Journal, entries, state
from scripts.conversion.running import Runner
from scripts.conversion.texts import inside, of_package
from scripts.conversion.work import DIGITS, Skipped, Tabled, Task, Text
from scripts.conversion.workspace import Workspace, workspace
from scripts.drafting import counted
from scripts.input.encodings import UTF_8
from scripts.input.given import Given, Listing, listing

MOST_NAMED = 3
ROOT = Path(__file__).resolve().parents[2]
DATASET = "schemas:CONVERTED_DOCUMENTS"
"""The record models, as they are found from the root of the repository."""


def write_package_of(paths: Iterable[Path], runner: Runner, directory: Path, texts: Path) -> int:
    """Write the package of all documents, and their texts; how many documents had to be skipped."""
    if (directory / "data/sources").exists():
        raise LadingError(f"{directory}: holds the sources of a package, which scripts/build.py builds; name another")
    with workspace(directory) as space:
        found = listing(paths, space.spooled)
        tell(map(str, found.refused))
        journal = Journal(space.journal, state(runner.folder))
        try:
            acceptance, n_skipped = _convert(found, journal, space, runner)
            if acceptance.taken:
                _write(acceptance, journal, space, runner, directory, texts)
        finally:
            journal.close()
    _print_others(found)
    require_any(found)
    if acceptance.taken:
        print(f"check it with: {checking(directory, texts)}")
    return n_skipped + len(found.refused)


def checking(package: Path, texts: Path) -> str:
    """The command that checks the package, to be typed where this program was."""
    lading = "lading" if which("lading") else str(Path(sys.executable).with_name("lading"))
    here = Path.cwd() == ROOT
    paths = [str(path if here else path.absolute()) for path in (package, texts)]
    words = [lading, "validate", paths[0], "--dataset", DATASET, "--texts", paths[1]]
    return shlex.join(words) if here else f"cd {shlex.quote(str(ROOT))} && {shlex.join(words)}"


def require_any(found: Listing) -> None:
    """LadingError when what was given holds no document at all."""
    if not found.documents and not found.refused:
        raise LadingError("there is no document in what was given; documents are text, Markdown, HTML, PDF or DOCX")


def taken_once(given: Given, same: Given) -> str:
    """What is said of a text that was given before."""
    return f"{given}: the same text as {same}; taken once"


def tell(lines: Iterable[str]) -> None:
    """Say on stderr why a document was skipped."""
    for line in lines:
        print(line, file=sys.stderr)


def _convert(found: Listing, journal: Journal, space: Workspace, runner: Runner) -> tuple[Acceptance, int]:
    """The documents that are taken, whose rows are in the journal; and how many were skipped."""
    acceptance, n_skipped = Acceptance(), 0
    with progress.shown(len(found.documents)) as done:
        for given, outcome in _outcomes(found.documents, journal, space, runner):
            done()
            if isinstance(outcome, Skipped):
                tell(outcome.lines)
                n_skipped += 1
            elif same := acceptance.same_as(outcome):
                tell([taken_once(given, same)])
            elif reason := acceptance.reason_against(given, outcome):
                tell([reason])
                n_skipped += 1
            else:
                acceptance.take(given, _with_own_identifier(given, outcome, acceptance, journal, space, runner))
    return acceptance, n_skipped


def _outcomes(
    documents: list[Given], journal: Journal, space: Workspace, runner: Runner
) -> Iterator[tuple[Given, Text | Skipped]]:
    """What became of each document, in their order; what the journal knows is not converted again."""
    known = {given: journal.text(given) for given in documents}
    tasks = [Task(given, space.texts) for given, text in known.items() if text is None]
    results = runner.tables(tasks)
    for given, text in known.items():
        if text is not None:
            yield given, text
        elif isinstance(outcome := next(results), Tabled):
            journal.add(given, outcome)
            yield given, outcome.text
        else:
            yield given, outcome


def _with_own_identifier(
    given: Given, text: Text, acceptance: Acceptance, journal: Journal, space: Workspace, runner: Runner
) -> Text:
    """The text under an identifier that no document before it has: a few digits of a hash may be those of another."""
    digits = DIGITS
    while acceptance.has_identifier(text.document_id):
        digits += DIGITS
        outcome = runner.converter.table(Task(given, space.texts, digits))
        if isinstance(outcome, Skipped):  # it was converted before
            raise LadingError(outcome.lines[0])
        journal.add(given, outcome)
        text = outcome.text
    return text


def _write(
    acceptance: Acceptance, journal: Journal, space: Workspace, runner: Runner, directory: Path, texts: Path
) -> None:
    collection = Collection(runner.registry)
    for document in entries(journal, acceptance.taken):
        collection.add(document)
    folder = inside(texts, directory)
    with staging(directory, of_package(directory, folder) if folder else ()) as staged:
        write_package_of_blocks(CONVERTED_DOCUMENTS, collection.finish(), staged)
        space.put_texts(acceptance.taken.values(), staged / folder if folder else texts)
    documents = counted(len(acceptance.taken), "document")
    print(f"{directory}: a package of {documents}, {collection.n_rows} records; the texts are in {texts}")
    _print_encodings(acceptance.taken.values())


def _print_encodings(texts: Iterable[Text]) -> None:
    """Say which documents were read in which encoding, where that is not what everybody expects."""
    files: dict[str, list[str]] = {}
    for text in texts:
        if text.encoding not in (UTF_8, None):
            files.setdefault(str(text.encoding), []).append(text.source_file)
    for encoding, names in sorted(files.items()):
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        print(f"read as {encoding}: {', '.join(sorted(names)[:MOST_NAMED])}{more}")


def _print_others(found: Listing) -> None:
    if n_others := found.others.total():
        endings = ", ".join(ending or "none" for ending in sorted(found.others))
        print(f"left out: {counted(n_others, 'file')} of other kinds ({endings})")
