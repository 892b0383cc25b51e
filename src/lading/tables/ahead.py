"""Work done ahead: the next item is made in a thread of its own while the present one is looked at."""

from collections.abc import Generator, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def one_ahead(items: Generator[Item, None, None]) -> Iterator[Item]:
    """The items, each made while the one before it is in use; what they raise comes after those made before."""
    from concurrent.futures import ThreadPoolExecutor  # slow, and small tables are not read ahead

    executor = ThreadPoolExecutor(1, "ahead")
    try:
        coming = executor.submit(_next, items)
        while made := coming.result():
            coming = executor.submit(_next, items)
            yield made[0]
    finally:
        executor.shutdown(cancel_futures=True)
        items.close()


def _next(items: Iterator[Item]) -> tuple[Item] | None:
    for item in items:
        return (item,)
    return None
