"""The package of many documents: what was not converted yet is; each is taken once; all is written, or nothing."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lading.issue import LadingError
from lading.package import write_package_of_blocks
from lading.publish import staging
from schemas import CONVERTED_DOCUMENTS
from scripts.conversion import progress
from scripts.conversion.acceptance import Acceptance
from scripts.conversion.collection import Collection
from scripts.conversion.journal import Journal, entries, state
from scripts.conversion.running import Runner
from scripts.conversion.summary import checking, encodings, others
from scripts.conversion.texts import inside, of_package
from scripts.conversion.work import Skipped, Tabled, Task, Text
from scripts.conversion.workspace import Workspace, workspace
from scripts.drafting import counted
from scripts.input.given import Given, listing
from scripts.reading.document import DIGITS


def write_package_of(paths: Iterable[Path], runner: Runner, directory: Path, texts: Path) -> int:
    """Write the package of all documents, and their texts; how many documents had to be skipped."""
    if (directory / "data/sources").exists():
        raise LadingError(f"{directory}: holds the sources of a package, which scripts/build.py builds; name another")
    acceptance = Acceptance()
    with workspace(directory) as space:
        found = listing(paths, space.spooled)
        for refused in found.refused:
            acceptance.skip([str(refused)])
        with closing(Journal(space.journal, state(runner.folder))) as journal:
            packaging = _Packaging(runner, space, journal, acceptance)
            packaging.convert(found.documents)
            if acceptance.taken:
                packaging.write(directory, texts)
    _print(others(found))
    found.require_any()
    if acceptance.taken:
        print(f"check it with: {checking(directory, texts)}")
    return acceptance.n_skipped


@dataclass(frozen=True, slots=True)
class _Packaging:
    """Converts documents, whose rows wait in the journal until the package is written."""

    runner: Runner
    space: Workspace
    journal: Journal
    acceptance: Acceptance

    def convert(self, documents: Sequence[Given]) -> None:
        """Convert the documents, and take those that can be."""
        with progress.shown(len(documents)) as done:
            for given, outcome in self._outcomes(documents):
                done()
                if isinstance(outcome, Skipped):
                    self.acceptance.skip(outcome.lines)
                elif self.acceptance.wants(given, outcome):
                    self.acceptance.take(given, self._with_own_identifier(given, outcome))

    def write(self, directory: Path, texts: Path) -> None:
        """Write the package of the documents that were taken, and their texts."""
        taken = self.acceptance.taken
        collection = Collection(self.runner.registry)
        for document in entries(self.journal, taken):
            collection.add(document)
        folder = inside(texts, directory)
        with staging(directory, of_package(directory, folder) if folder else ()) as staged:
            write_package_of_blocks(CONVERTED_DOCUMENTS, collection.finish(), staged)
            self.space.put_texts(taken.values(), staged / folder if folder else texts)
        documents = counted(len(taken), "document")
        print(f"{directory}: a package of {documents}, {collection.n_rows} records; the texts are in {texts}")
        _print(encodings(taken.values()))

    def _outcomes(self, documents: Sequence[Given]) -> Iterator[tuple[Given, Text | Skipped]]:
        """What became of each document, in their order; what the journal knows is not converted again."""
        known = {given: self.journal.text(given) for given in documents}
        results = self.runner.tables([self._task(given) for given, text in known.items() if text is None])
        for given, text in known.items():
            if text is not None:
                yield given, text
            elif isinstance(outcome := next(results), Tabled):
                self.journal.add(given, outcome)
                yield given, outcome.text
            else:
                yield given, outcome

    def _with_own_identifier(self, given: Given, text: Text) -> Text:
        """The text under an identifier that no document before has: a few digits of a hash may be those of another."""
        digits = DIGITS
        while self.acceptance.has_identifier(text.document_id):
            digits += DIGITS
            outcome = self.runner.converter.table(self._task(given, digits))
            if isinstance(outcome, Skipped):  # it was converted before
                raise LadingError(outcome.lines[0])
            self.journal.add(given, outcome)
            text = outcome.text
        return text

    def _task(self, given: Given, digits: int = DIGITS) -> Task:
        return Task(given, self.space.texts, digits)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
