"""Stand-off files: `data/sources/<document_id>.yaml`, one a document, one record a line, no text.

What is written is the same for the same draft, so that a diff shows what was corrected and nothing else.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lading.issue import Issue, IssuesError, LadingError
from schemas.fields import SLUG
from scripts.draft import ANCHORED, DOCUMENT, LISTS, Draft, span
from scripts.entries import Entry, EntryReader, Shape
from scripts.faults import noting
from scripts.located import NULLS, Fields, Items, read_yaml, shown

PLAIN = re.compile(r"[A-Za-z0-9](?:[\w./+ -]*[\w./+-])?")
"""Values that mean the same with and without quotation marks."""

OCTAL = re.compile(r"0[0-7]+")
"""Codes such as 042, which other readers of YAML take for numbers."""


def read_source(path: Path) -> Draft:
    """The draft in a file. Raises IssuesError with every fault of the file."""
    reader = EntryReader(shown(path))
    if not re.fullmatch(SLUG, path.stem):
        message, hint = f"{path.stem!r} is no identifier", "name the file with small letters, digits and single hyphens"
        raise IssuesError([Issue("resource-error", message, hint, path=reader.path)])
    root = read_yaml(path)
    if not isinstance(root, Fields):
        message, hint = "not a stand-off file", "start with document:"
        raise IssuesError([Issue("type-error", message, hint, path=reader.path, line=root.line)])
    reader.refuse_unknown(root, "documents", ("document", *LISTS))
    document = reader.entry(root.nodes.get("document", Fields({}, {}, root.line)), DOCUMENT)
    lists = {name: reader.entries(root.nodes.get(name, Items((), root.line)), LISTS[name]) for name in LISTS}
    reader.issues.extend(_unknown_tables(lists["rejected"]))
    if reader.issues or document is None:
        raise IssuesError(reader.issues)
    return draft(path.stem, document, lists)


def read_sources(directory: Path) -> list[Draft]:
    """The drafts of a folder, by name. Raises IssuesError with every fault of every file."""
    if not directory.is_dir():
        raise LadingError(f"{shown(directory)}: no such folder; it holds a stand-off file for each document")
    return list(each_source(directory))


def each_source(directory: Path) -> Iterator[Draft]:
    """The drafts of a folder, one at a time, by name. At last raises IssuesError with every fault of every file."""
    issues: list[Issue] = []
    for path in sorted(directory.glob("*.yaml")):
        with noting(issues):
            yield read_source(path)
    if issues:
        raise IssuesError(issues)


def draft(document_id: str, document: Entry, lists: Mapping[str, Iterable[Entry]]) -> Draft:
    """A draft of its lists by name, those that point into the text put in order."""
    records = {table: tuple(sorted(lists.get(table, ()), key=span)) for table in ANCHORED}
    others = {name: tuple(lists.get(name, ())) for name in LISTS if name not in ANCHORED}
    others["entities"] = tuple(sorted(others["entities"], key=lambda entry: str(entry.values["entity_id"])))
    others["events"] = tuple(sorted(others["events"], key=lambda entry: str(entry.values["event_id"])))
    return Draft(document_id, document, records=records, **others)


def render(draft: Draft) -> str:
    """The stand-off file of a draft."""
    return "".join(f"{line}\n" for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    yield "document:"
    for name in DOCUMENT.columns:
        yield f"  {name}: {scalar(draft.document.values.get(name))}"
    lists = {
        "renditions": draft.renditions,
        **draft.records,
        "rejected": draft.rejected,
        "entities": draft.entities,
        "events": draft.events,
    }
    for name, shape in LISTS.items():
        if entries := lists.get(name):
            yield f"{name}:"
            for entry in entries:
                yield f"- {_mapping(entry, shape)}"


def _mapping(entry: Entry, shape: Shape) -> str:
    values = {name: entry.values.get(name) for name in shape.columns}
    written = [f"{name}: {scalar(value)}" for name, value in values.items() if value is not None]
    if values.get("summary") is not None:
        # prose is reviewed by itself, so it gets a line of its own
        written[-1] = f"\n   {written[-1]}"
    for name, part in shape.parts.items():
        if members := entry.parts.get(name):
            written.append(f"{name}: [{', '.join(_mapping(member, part) for member in members)}]")
    return "{" + ", ".join(written).replace(", \n", ",\n") + "}"


def scalar(value: Any) -> str:
    """A value as it is written, in quotation marks only where YAML needs them."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int | dt.date):
        return str(value)
    text = str(value)
    return text if PLAIN.fullmatch(text) and not OCTAL.fullmatch(text) and text not in NULLS else quoted(text)


def quoted(text: str) -> str:
    """The text between quotation marks, with escapes for what does not print."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def _unknown_tables(rejected: Iterable[Entry]) -> Iterator[Issue]:
    for entry in rejected:
        if (table := entry.values["table"]) not in ANCHORED:
            hint = f"the tables are {', '.join(ANCHORED)}"
            yield entry.place.issue("constraint-error", "rejected", f"{table!r} is no table", about="table", hint=hint)
