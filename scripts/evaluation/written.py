"""Answers as people write them: the JSON file beside a text."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lading.issue import LadingError

KEYS: Mapping[str, str] = {
    "language": "the tag of the language, which is the folder too",
    "family": "the family of layouts, by which scores are added up",
    "diplomatic": "false for a page in which there is no official and no event; else left out",
    "title": "as printed, in one line",
    "genre": "one of the vocabulary of genres",
    "published": "the day, or day and time, of publication",
    "event_date": "the day of the occasion",
    "place": "of the occasion, as printed",
    "participants": "who took part in the occasion: name, and role as stated",
    "turns": "who says what: kind, speaker, label; reply, the number of the question, counted from 0",
    "quotes": "direct speech outside turns, without its marks: speaker; judged, false where it is none for sure",
    "timexes": "temporal expressions: type, value",
    "amounts": "figures: value, unit",
    "zones": "kind and start of each zone",
    "notes": "for people",
}
"""What answers hold, in this order. What is left out is not compared; null means that the document does not say."""

ANCHORED = ("turns", "quotes", "timexes", "amounts")
NEEDED = ("language", "family")

Answers = dict[str, Any]


def read_answers(path: Path, text: str) -> Answers:
    """The answers about a text. LadingError when they are no answers, or about another text."""
    try:
        written: Answers = json.loads(path.read_text(encoding="utf-8"))
        if unknown := [key for key in written if key not in KEYS] + [key for key in NEEDED if key not in written]:
            raise ValueError(f"{unknown[0]} is no key of answers, or is missing; the keys are {', '.join(KEYS)}")
        for key in ANCHORED:
            for record in written.get(key, ()):
                _check(record, text)
    except ValueError as error:
        raise LadingError(f"{path}: {error}") from None
    except (KeyError, TypeError, AttributeError) as error:
        raise LadingError(
            f"{path}: {type(error).__name__} {error}; docs/documents.md tells what answers hold"
        ) from None
    return written


def anchored(written: Answers, text: str) -> Answers:
    """The answers with digests, and with the offsets of what gives its first and last words as `head` and `tail`."""
    completed = dict(written)
    for key in ANCHORED:
        if key in written:
            reached = 0
            completed[key] = []
            for record in written[key]:
                placed = _placed(record, text, reached)
                reached = placed["start"]
                completed[key].append(placed | {"sha256": _digest(text, placed)})
    return completed


def render(written: Answers) -> str:
    """The file of the answers: one record a line."""
    entries = (f" {json.dumps(key)}: {_value(written[key])}" for key in KEYS if key in written)
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {json.dumps(record, ensure_ascii=False)}" for record in value) + "\n ]"
    return json.dumps(value, ensure_ascii=False)


def _placed(record: Mapping[str, Any], text: str, after: int) -> Answers:
    placed = {name: value for name, value in record.items() if name not in ("head", "tail", "sha256")}
    if "head" not in record:
        return placed
    start = text.find(record["head"], after)
    end = text.find(record.get("tail", record["head"]), start)
    if start < 0 or end < 0:
        raise LadingError(f"{record['head']!r} ... {record.get('tail')!r} is not in the text after [{after}]")
    return placed | {"start": start, "end": end + len(record.get("tail", record["head"]))}


def _check(record: Mapping[str, Any], text: str) -> None:
    start, end = record["start"], record["end"]
    if not 0 <= start < end <= len(text) or record["sha256"] != _digest(text, record):
        raise ValueError(f"the text at [{start}:{end}] is not that of the answers; run python -m scripts.answers")


def _digest(text: str, record: Mapping[str, Any]) -> str:
    return hashlib.sha256(text[record["start"] : record["end"]].encode()).hexdigest()
