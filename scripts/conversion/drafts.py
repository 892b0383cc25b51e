"""Drafts of documents, for curators, one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.conversion.acceptance import Acceptance
from scripts.conversion.packaging import require_any, taken_once, tell
from scripts.conversion.running import Runner
from scripts.conversion.work import Skipped, Task, Text
from scripts.conversion.workspace import Workspace
from scripts.draft import Draft
from scripts.input.given import Given, listing

ITSELF = "file"


@dataclass(slots=True)
class Drafting:
    """Makes drafts, and puts the texts that they point into into the folder `texts`, if that is named.

    It must be named for documents that are no text in UTF-8 themselves. What has to be kept in the meantime is in the
    empty `folder`.
    """

    runner: Runner
    texts: Path | None
    folder: Path
    n_skipped: int = 0

    def drafts(self, paths: Iterable[Path]) -> Iterator[tuple[Given, Draft]]:
        """The documents that could be read, each with its draft."""
        acceptance = Acceptance()
        space = Workspace(self.folder)
        for needed in (space.texts, space.spooled):
            needed.mkdir()
        found = listing(paths, space.spooled)
        require_any(found)
        self._skip(map(str, found.refused), len(found.refused))
        tasks = [Task(given, space.texts) for given in found.documents]
        for given, outcome in zip(found.documents, self.runner.drafts(tasks), strict=True):
            if isinstance(outcome, Skipped):
                self._skip(outcome.lines)
            elif same := acceptance.same_as(outcome.text):
                tell([taken_once(given, same)])
            elif reason := acceptance.reason_against(given, outcome.text) or self._reason_against(given, outcome.text):
                self._skip([reason])
            else:
                acceptance.take(given, outcome.text)
                yield given, outcome.draft
        if self.texts:
            space.put_texts(acceptance.taken.values(), self.texts)

    def _skip(self, lines: Iterable[str], number: int = 1) -> None:
        tell(lines)
        self.n_skipped += number

    def _reason_against(self, given: Given, text: Text) -> str | None:
        if self.texts is None and text.form != ITSELF:
            return f"{given}: its draft would point into a text that is nowhere; say where to put it with --texts DIR"
        return None
