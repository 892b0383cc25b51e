"""Documents with answers: texts with a JSON file beside them, and the reviewed sources."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lading.issue import LadingError
from lading.standoff import Span
from scripts.evaluation.accounts import Account, Item, Known, zone
from scripts.evaluation.found import account
from scripts.evaluation.persons import Persons
from scripts.evaluation.written import read_answers
from scripts.sources import read_sources

FACTS = ("title", "genre", "published", "event_date", "place")
FAMILY_OF_REVIEWED = "reviewed sources"

Written = Mapping[str, Any]


def with_answers(folder: Path, persons: Persons) -> Iterator[tuple[Path, Known]]:
    """The texts below a folder that have answers beside them, each with its answers."""
    for path in sorted(folder.rglob("*.json")):
        text = path.with_suffix(".txt")
        yield text, _known(path, text, persons)


def reviewed(folder: Path, texts: Path, persons: Persons) -> Iterator[tuple[Path, Known]]:
    """The texts that a curator's files are about, there or not, each with the curator's answers."""
    for draft in read_sources(folder):
        stated = draft.document.values
        known = Known(
            name=draft.document_id,
            digest=_digest((folder / f"{draft.document_id}.yaml").read_bytes()),
            language=str(stated["language"]),
            family=FAMILY_OF_REVIEWED,
            answers=account(draft, persons),
        )
        yield texts / str(stated["source_file"]), known


def _known(path: Path, text: Path, persons: Persons) -> Known:
    if not text.exists():
        raise LadingError(f"{path}: answers without a text; put {text.name} beside them")
    words = text.read_bytes()
    written = read_answers(path, words.decode())
    try:
        return Known(
            name=f"{written['language']}/{path.stem}",
            digest=_digest(path.read_bytes(), words),
            language=written["language"],
            family=written["family"],
            answers=_account(written, persons),
            is_diplomatic=written.get("diplomatic", True),
            not_judged=tuple(_not_judged(written, words.decode())),
        )
    except (KeyError, IndexError) as error:
        raise LadingError(f"{path}: {error} is missing; docs/documents.md tells what answers hold") from None


def _not_judged(written: Written, text: str) -> Iterator[Span]:
    """Where quotations are not judged: inside turns, in titles, and where the answers say so."""
    yield from (_span(turn) for turn in written.get("turns", ()))
    yield from (_span(quote) for quote in written.get("quotes", ()) if not quote.get("judged", True))
    if title := written.get("title"):
        yield from (Span(*found.span()) for found in re.finditer(re.escape(title), text))


def _digest(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:16]


def _account(written: Written, persons: Persons) -> Account:
    facts = {name: written[name] for name in FACTS if name in written}
    if facts.get("published"):
        facts["published"] = facts["published"][:10]  # the hour is not compared

    def item(record: Written) -> Item:
        return Item(_span(record), values={name: record[name] for name in ("type", "value", "unit") if name in record})

    def quotation(record: Written) -> Item:
        return Item(_span(record), persons.named(record["speaker"]) if "speaker" in record else None)

    def participant(record: Written) -> Item:
        return Item(who=persons.named(record["name"]), values={"office": record["role"]})

    def turn(record: Written) -> Item:
        values = {"kind": record["kind"]}
        if "reply" in record:
            values["reply"] = None if record["reply"] is None else _span(written["turns"][record["reply"]])
        return Item(_span(record), persons.named(record["speaker"]), values)

    readers: Mapping[str, tuple[str, Callable[[Written], Item]]] = {
        "turns": ("turns", turn),
        "quotes": ("quotations", quotation),
        "participants": ("participants", participant),
        "timexes": ("timexes", item),
        "amounts": ("amounts", item),
    }
    lists = {table: tuple(map(read, written[key])) for key, (table, read) in readers.items() if key in written}
    if "zones" in written:
        lists["zones"] = tuple(zone(kind, start) for kind, start in written["zones"])
    return Account(facts, lists)


def _span(written: Written) -> Span:
    return Span(written["start"], written["end"])
