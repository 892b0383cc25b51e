"""Mutilated packages end in a report or in one line, the same whichever way they are read, in every format."""

import pytest

from tests.lading_hostile import fuzz

SEED = 1
AT_ONCE = 10
"""Inputs of a test; `python -m tests.lading_hostile.fuzz SEED COUNT` holds as many as one likes."""
FOUND = (
    *((1, 55), (1, 56), (1, 939), (2, 1974), (7, 2740), (8, 366), (8, 7193)),
    *((8, 17926), (9, 601), (9, 876), (9, 5497), (9, 6529), (9, 22630)),
)
"""Seeds and numbers of inputs that were not dealt with once."""


@pytest.mark.parametrize("first", range(0, 100, AT_ONCE))
def test_whatever_was_done_to_a_package_it_is_dealt_with(first: int) -> None:
    for number in range(first, first + AT_ONCE):
        fuzz.hold(SEED, number)


@pytest.mark.parametrize(("seed", "number"), FOUND)
def test_what_was_found_once_stays_mended(seed: int, number: int) -> None:
    fuzz.hold(seed, number)
