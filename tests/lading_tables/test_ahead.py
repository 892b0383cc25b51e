import threading
from collections.abc import Generator

import pytest

from lading.tables.ahead import one_ahead


def test_items_come_in_order_and_each_is_made_while_the_one_before_is_in_use() -> None:
    made = [threading.Event() for _ in range(5)]

    def items() -> Generator[int, None, None]:
        for number, event in enumerate(made):
            event.set()
            yield number

    for number in one_ahead(items()):
        assert all(event.wait(10) for event in made[number : number + 2])
        assert not any(event.is_set() for event in made[number + 2 :])


def test_what_goes_wrong_comes_after_what_went_right() -> None:
    def items() -> Generator[int, None, None]:
        yield 1
        raise LookupError("the end")

    ahead = one_ahead(items())
    assert next(ahead) == 1
    with pytest.raises(LookupError, match="the end"):
        next(ahead)


def test_what_makes_the_items_is_closed_when_nobody_wants_more() -> None:
    closed = []

    def items() -> Generator[int, None, None]:
        try:
            yield from range(10)
        finally:
            closed.append(True)

    ahead = one_ahead(items())
    assert next(ahead) == 0
    del ahead
    assert closed
