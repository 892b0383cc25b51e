"""Descriptors against frictionless: where it judges otherwise, disagreements.yaml says who is right, and why."""

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from lading.descriptor.earlier import as_second_version
from lading.descriptor.reading import validated
from lading.issue import IssuesError, Severity
from tests.lading_descriptor.mutants import FIRST, SECOND, mutants

frictionless = pytest.importorskip("frictionless", reason="frictionless is the witness")
HERE = Path(__file__).parent
DISAGREEMENTS: list[dict[str, str]] = yaml.safe_load((HERE / "disagreements.yaml").read_text("utf-8"))


def lading_finds(descriptor: dict[str, Any]) -> bool:
    try:
        found = validated(as_second_version(descriptor), HERE, "datapackage.json").issues
    except IssuesError as error:
        found = error.issues
    return any(issue.severity is Severity.ERROR for issue in found)


def frictionless_finds(descriptor: dict[str, Any]) -> bool:
    try:
        return any(True for _ in frictionless.Package.metadata_validate(copy.deepcopy(descriptor)))
    except (frictionless.FrictionlessException, AttributeError, KeyError, TypeError):  # it trips over some faults
        return True


def who_finds_more(descriptor: dict[str, Any]) -> str | None:
    ours, theirs = lading_finds(descriptor), frictionless_finds(descriptor)
    if ours == theirs:
        return None
    return "lading" if ours else "frictionless"


@pytest.mark.parametrize("descriptor", [FIRST, SECOND], ids=["v1", "v2"])
def test_a_good_descriptor_is_good_for_both(descriptor: dict[str, Any]) -> None:
    assert who_finds_more(descriptor) is None
    assert not lading_finds(descriptor)


def test_every_disagreement_with_frictionless_is_known_and_none_is_known_in_vain() -> None:
    unexplained: list[str] = []
    used: set[int] = set()
    for change, descriptor in (*mutants(FIRST), *mutants(SECOND)):
        if finder := who_finds_more(descriptor):
            known = [
                number
                for number, entry in enumerate(DISAGREEMENTS)
                if entry["finds"] == finder and re.search(entry["change"], change)
            ]
            used.update(known)
            if not known:
                unexplained.append(f"{finder}: {change}")
    assert not unexplained
    assert len(used) == len(DISAGREEMENTS)
