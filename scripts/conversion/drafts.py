"""Drafts of documents, for curators, one after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schemas.vocabularies import TextForm
from scripts.conversion.acceptance import Acceptance
from scripts.conversion.running import Runner
from scripts.conversion.work import Skipped, Task
from scripts.conversion.workspace import Workspace
from scripts.draft import Draft
from scripts.input.given import Given, listing


@dataclass(frozen=True, slots=True)
class Drafting:
    """Makes drafts, and puts the texts that they point into into the folder `texts`, if that is named.

    It must be named for documents that are no text in UTF-8 themselves. What has to be kept in the meantime is in the
    empty `folder`.
    """

    runner: Runner
    texts: Path | None
    folder: Path
    acceptance: Acceptance = field(default_factory=Acceptance)

    def drafts(self, paths: Iterable[Path]) -> Iterator[tuple[Given, Draft]]:
        """The documents that could be read, each with its draft."""
        space = Workspace(self.folder)
        space.make()
        found = listing(paths, space.spooled)
        found.require_any()
        for refused in found.refused:
            self.acceptance.skip([str(refused)])
        tasks = [Task(given, space.texts) for given in found.documents]
        for given, outcome in zip(found.documents, self.runner.drafts(tasks), strict=True):
            if isinstance(outcome, Skipped):
                self.acceptance.skip(outcome.lines)
            elif not self.acceptance.wants(given, outcome.text):
                continue
            elif self.texts is None and outcome.text.form != TextForm.FILE:
                where = "its draft would point into a text that is nowhere; say where to put it with --texts DIR"
                self.acceptance.skip([f"{given}: {where}"])
            else:
                self.acceptance.take(given, outcome.text)
                yield given, outcome.draft
        if self.texts:
            space.put_texts(self.acceptance.taken.values(), self.texts)
