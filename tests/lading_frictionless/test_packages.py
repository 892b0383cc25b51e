"""Packages of CSV tables, sound and broken, judged by lading and by frictionless.

What one of them finds and the other does not is a disagreement that disagreements.yaml explains, or a failure. More
packages than usual are drawn where the environment variable LADING_DRAWN says how many.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lading_frictionless.faults import FAULTS
from tests.lading_frictionless.findings import DISAGREEMENTS, by_frictionless, by_lading, explained
from tests.lading_frictionless.packages import KEY_FAULTS, KEYS, Package, by_kind, made
from tests.lading_frictionless.specials import specials
from tests.lading_frictionless.texts import DIALECTS

DRAWN = int(os.environ.get("LADING_DRAWN", "25"))


def planned() -> Iterator[Package]:
    """Every kind of field, fault, dialect and key at least once, and packages that are left to chance."""
    yield from by_kind(1)
    yield from by_kind(2)
    for seed, fault in enumerate(FAULTS):
        yield made(seed, fault=fault, key="primary", key_fault="none", dialect="usual", match="exact")
    for seed, dialect in enumerate(DIALECTS):
        yield made(seed, dialect=dialect, fault="none", match="exact")
    for seed, key in enumerate(KEYS):
        for key_fault in dict.fromkeys(KEY_FAULTS):
            yield made(seed, key=key, key_fault=key_fault, fault="none", dialect="usual", match="exact")
    for match in ("equal", "subset", "superset", "partial"):
        for seed, fault in enumerate(("none", "a label blank", "a label twice", "an extra column", "other columns")):
            yield made(seed, match=match, fault=fault, dialect="usual")
    yield made(1, fault="a label in another case", dialect="all of version 1", match="exact")
    yield made(1, fault="an empty file", dialect="no header", match="exact")
    yield made(11, fault="one missing cell", key="none", dialect="usual", match="exact")
    yield made(5, fault="none", key="composite", key_fault="none", dialect="usual", match="exact")
    yield from specials()
    for seed in range(1000, 1000 + DRAWN):
        yield made(seed)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], set[int], int]:
    """What no disagreement explains, the disagreements that were met, and how much both found alike."""
    unexplained: list[str] = []
    met: set[int] = set()
    alike = 0
    for package in planned():
        folder = tmp_path_factory.mktemp("package")
        package.write(folder)
        ours, theirs = by_lading(folder), by_frictionless(folder, package)
        alike += len(ours.keys() & theirs.keys())
        alone = {"lading": ours.keys() - theirs.keys(), "frictionless": theirs.keys() - ours.keys()}
        for finder, findings in alone.items():
            for finding in findings:
                message = (ours | theirs)[finding]
                known = explained(finder, finding, message, package.features)
                if known is None:
                    unexplained.append(f"{finder} alone: {finding} {message} in {sorted(package.features)}")
                else:
                    met.add(known)
    return unexplained, met, alike


def test_both_find_the_same_but_for_what_the_disagreements_explain(judged: tuple[list[str], set[int], int]) -> None:
    unexplained, _, alike = judged
    assert not unexplained
    assert alike > 400


def test_every_disagreement_is_met(judged: tuple[list[str], set[int], int]) -> None:
    _, met, _ = judged
    assert [entry["what"] for number, entry in enumerate(DISAGREEMENTS) if number not in met] == []


def test_a_drawn_package_is_always_the_same(tmp_path: Path) -> None:
    for folder in (tmp_path / "first", tmp_path / "second"):
        folder.mkdir()
        made(7).write(folder)
    for file in (tmp_path / "first").iterdir():
        assert file.read_bytes() == (tmp_path / "second" / file.name).read_bytes()
