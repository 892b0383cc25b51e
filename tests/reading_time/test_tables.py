"""Tables of the languages: a line for each text, with what is to be found in brackets."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.reading.found import Amount, Timex
from scripts.reading.language import Language
from tests.reading_time.documents import amounts_of, timexes_of

TABLES = Path(__file__).parent / "tables"
BRACKETED = re.compile(r"\[(.*?)\]")


def rows(subject: str) -> list[Any]:
    """The rows of the tables of a subject, one table for each language."""
    tables = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((TABLES / subject).glob("*.yaml"))}
    return [
        pytest.param(Language(tag), text, values, table["day"], id=f"{tag}-{number}")
        for tag, table in tables.items()
        for number, (text, *values) in enumerate(table["rows"], start=1)
    ]


@pytest.mark.parametrize(("language", "marked", "values", "day"), rows("timexes"))
def test_a_text_holds_these_temporal_expressions_and_no_others(
    language: Language, marked: str, values: list[Any], day: dt.date
) -> None:
    text = BRACKETED.sub(r"\1", marked)

    found = timexes_of(text, day, language)

    assert [(text[it.start : it.end], timex_in_words(it)) for it in found] == answers(marked, values)


@pytest.mark.parametrize(("language", "marked", "values", "day"), rows("amounts"))
def test_a_text_holds_these_amounts_and_no_others(
    language: Language, marked: str, values: list[Any], day: dt.date
) -> None:
    text = BRACKETED.sub(r"\1", marked)

    found = amounts_of(text, day, language)

    assert [(text[it.start : it.end], amount_in_words(it)) for it in found] == answers(marked, values)


def answers(marked: str, values: list[Any]) -> list[tuple[str, str]]:
    """What stands in brackets, each with its value."""
    return list(zip(BRACKETED.findall(marked), map(str, values), strict=True))


def timex_in_words(timex: Timex) -> str:
    """The value of an expression, with its modifier."""
    return " ".join(filter(None, [timex.value, timex.modifier and timex.modifier.value]))


def amount_in_words(amount: Amount) -> str:
    """The value of an amount with its unit and modifier."""
    return " ".join(filter(None, [f"{amount.value:g}", amount.unit, amount.modifier and amount.modifier.value]))
