"""The work on one document, in whatever process: from what was given to its draft, or to its rows of every table."""

import datetime as dt
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from lading.issue import IssuesError, LadingError
from lading.record import Record
from lading.tables.blocks import block
from lading.tables.write import sort_by_key
from schemas import CONVERTED_DOCUMENTS
from scripts import faults
from scripts.assemble import assemble
from scripts.draft import Draft, entities_of
from scripts.entries import Entry
from scripts.excerpt import excerpt
from scripts.input.given import Given
from scripts.input.reading import read
from scripts.reading.document import DIGITS, read_document
from scripts.records import sound_records
from scripts.registry import MODELS, Registry

OWN = tuple(model for model in CONVERTED_DOCUMENTS.records if model not in MODELS)
"""The tables whose rows belong to one document each."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document to convert; its text is put into the folder `texts`, if any, under its hash."""

    given: Given
    texts: Path | None
    digits: int = DIGITS


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that could not be converted, and why, a line each."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the text of a document that was converted."""

    document_id: str
    source_file: str
    sha256: str
    form: str | None
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A document as a draft."""

    text: Text
    draft: Draft


@dataclass(frozen=True, slots=True)
class Tabled:
    """A document as the rows of its own tables; and what it says of things that other documents may speak of, too."""

    text: Text
    entities: Sequence[Mapping[str, Any]]
    """Whom and what it names, and the registry does not know."""
    events: Sequence[Mapping[str, Any]]
    """The events that it evidences, and the registry does not know."""
    referred: Sequence[str]
    """The entities that its records refer to."""
    blocks: Mapping[str, bytes]
    """Its rows, by table."""


Outcome = TypeVar("Outcome")


class Converter:
    """Converts documents with a registry; whatever is wrong with one must not stop the others."""

    def __init__(self, registry: Registry, show_faults: bool = False) -> None:
        self._registry = registry
        self._show_faults = show_faults

    def draft(self, task: Task) -> Drafted | Skipped:
        """The document as a draft."""
        return self._guarded(task, self._drafted)

    def table(self, task: Task) -> Tabled | Skipped:
        """The document as rows."""
        return self._guarded(task, self._tabled)

    def _guarded(self, task: Task, convert: Callable[[Task], Outcome]) -> Outcome | Skipped:
        try:
            return convert(task)
        except IssuesError as error:
            return Skipped(tuple(map(faults.line, error.issues)))
        except LadingError as error:
            return Skipped((_named(task.given, str(error)),))
        except OSError:  # no room for its text: no document could be converted
            raise
        except Exception as error:  # nobody foresaw it: a fault of the converter, which costs only this document
            return Skipped(self._fault(task, error))

    def _read(self, task: Task) -> tuple[Text, Draft, Mapping[str, Sequence[Record]]]:
        source = read(task.given)
        draft = read_document(source, self._registry)
        if task.digits != DIGITS:
            draft = replace(draft, document_id=f"{draft.document_id[:-DIGITS]}{source.sha256[: task.digits]}")
        records = records_of(draft, self._registry)
        if task.texts:
            (task.texts / source.sha256).write_bytes(source.text.encode())
        return Text(draft.document_id, source.name, source.sha256, source.form, source.encoding), draft, records

    def _drafted(self, task: Task) -> Drafted:
        text, draft, _ = self._read(task)
        return Drafted(text, draft)

    def _tabled(self, task: Task) -> Tabled:
        text, draft, records = self._read(task)
        evidenced = {entry.values["event_id"] for entry in draft.records.get("event_evidence", ())}
        return Tabled(
            text,
            [entity.values for entity in draft.entities],
            [_plain(event) for event in draft.events if event.values["event_id"] in evidenced],
            sorted({entity_id for entry in draft.referring() for entity_id in entities_of(entry)}),
            {
                model.table.name: block(model, sort_by_key(model, members)).serialize().to_pybytes()
                for model in OWN
                if (members := records[model.table.name])
            },
        )

    def _fault(self, task: Task, error: Exception) -> Sequence[str]:
        if self._show_faults:
            shown = "".join(traceback.format_exception(error)).rstrip("\n")
            return (f"{task.given}: skipped by a fault of the converter", shown)
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return (f"{task.given}: skipped by a fault of the converter ({what}); run with --traceback to see where",)


def records_of(draft: Draft, registry: Registry) -> dict[str, list[Record]]:
    """The records of all tables about a document, and of the registry what it speaks of. IssuesError when unsound."""
    entries, left_out = assemble(excerpt(registry, [draft]), [draft])
    made = sound_records(CONVERTED_DOCUMENTS, entries, left_out)
    return {table: [record for record, _ in members] for table, members in made.items()}


def _named(given: Given, message: str) -> str:
    """The message with the document in front as people gave it; readers know it by the name of its text."""
    if message.startswith(f"{given}: "):
        return " ".join(message.split())
    name, _, reason = message.partition(": ")
    return " ".join(f"{given}: {reason if name.startswith(given.name) else message}".split())


def _plain(event: Entry) -> dict[str, Any]:
    """An event with its parts, as values that JSON has."""
    values = {name: str(value) if isinstance(value, dt.date) else value for name, value in event.values.items()}
    return {**values, **{name: [part.values for part in parts] for name, parts in event.parts.items()}}
