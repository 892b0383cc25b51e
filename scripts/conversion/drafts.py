"""Drafts of documents, for curators: few enough to be in memory together."""

from collections.abc import Iterable
from pathlib import Path

from scripts.conversion.acceptance import Acceptance
from scripts.conversion.packaging import require_any, tell
from scripts.conversion.running import Runner
from scripts.conversion.work import Drafted, Skipped, Task, Text
from scripts.conversion.workspace import Workspace
from scripts.draft import Draft
from scripts.input.given import Given, listing

ITSELF = "file"


def draft_documents(
    paths: Iterable[Path], runner: Runner, texts: Path | None, folder: Path
) -> tuple[dict[Given, Draft], int]:
    """The drafts of the documents, and how many had to be skipped; their texts are put into `texts`, if that is named.

    A draft points into its text, so that it must be named for documents that are no text in UTF-8 themselves. What has
    to be kept in the meantime is in the empty `folder`.
    """
    drafts: dict[Given, Draft] = {}
    acceptance = Acceptance()
    space = Workspace(folder)
    for needed in (space.texts, space.spooled):
        needed.mkdir()
    found = listing(paths, space.spooled)
    require_any(found)
    tell(map(str, found.refused))
    n_skipped = len(found.refused)
    tasks = [Task(given, space.texts) for given in found.documents]
    for given, outcome in zip(found.documents, runner.drafts(tasks), strict=True):
        if lines := _lines_against(given, outcome, acceptance, texts):
            tell(lines)
            n_skipped += 1
        elif isinstance(outcome, Drafted):
            acceptance.take(given, outcome.text)
            drafts[given] = outcome.draft
    if texts:
        space.publish(acceptance.taken.values(), texts)
    return drafts, n_skipped


def _lines_against(
    given: Given, outcome: Drafted | Skipped, acceptance: Acceptance, texts: Path | None
) -> Iterable[str]:
    if isinstance(outcome, Skipped):
        return outcome.lines
    if reason := acceptance.reason_against(given, outcome.text) or _reason_for_texts(given, outcome.text, texts):
        return [reason]
    return []


def _reason_for_texts(given: Given, text: Text, texts: Path | None) -> str | None:
    if texts is None and text.form != ITSELF:
        return f"{given}: its draft would point into a text that is nowhere; say where to put it with --texts DIR"
    return None
