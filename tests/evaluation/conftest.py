"""Documents and findings that the tests of the evaluation make up."""

from collections.abc import Sequence

import pytest

from lading.standoff import Span
from scripts.evaluation.accounts import Account, Item, Known
from scripts.evaluation.persons import Persons, Who
from scripts.registry import Registry, load
from tests.habits.repository import ROOT


@pytest.fixture(scope="session")
def registry() -> Registry:
    return load(ROOT / "data" / "registry")


@pytest.fixture(scope="session")
def persons(registry: Registry) -> Persons:
    return Persons(registry)


def turn(start: int, end: int, speaker: str | None = None, kind: str = "statement") -> Item:
    return Item(Span(start, end), Who(frozenset({speaker} if speaker else ())), {"kind": kind})


def quotation(start: int, end: int) -> Item:
    return Item(Span(start, end), Who())


def account(turns: Sequence[Item] = (), quotations: Sequence[Item] = (), **facts: str | None) -> Account:
    items = {"turns": tuple(turns), "quotations": tuple(quotations)}
    return Account(facts, items)


def known(answers: Account, name: str = "en/pier", **others: object) -> Known:
    language, _, _ = name.partition("/")
    values = {"digest": "0", "language": language, "family": "name-labels", "answers": answers, **others}
    return Known(name=name, **values)  # type: ignore[arg-type]
