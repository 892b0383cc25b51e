"""Mutilated packages end in a report or in one line, the same whichever way they are read, in every format."""

import pytest

from tests.lading_hostile import fuzz

SEED = 1
AT_ONCE = 10
"""Inputs of a test; `python -m tests.lading_hostile.fuzz SEED COUNT` holds as many as one likes."""


@pytest.mark.parametrize("first", range(0, 100, AT_ONCE))
def test_whatever_was_done_to_a_package_it_is_dealt_with(first: int) -> None:
    for number in range(first, first + AT_ONCE):
        fuzz.hold(SEED, number)
