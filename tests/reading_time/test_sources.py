"""The five documents: where dates and amounts stand in them. Skipped where nobody holds the texts."""

from pathlib import Path

import pytest

from scripts.reading import amounts, source
from scripts.reading.found import Amount, Timex
from scripts.reading.structure import facts, layout
from scripts.reading.times import timexes
from tests.reading_time.documents import ENGLISH

SOURCES = Path(__file__).parents[3] / "shared" / "sources"

TIMEXES = {
    "000": [
        (286, 298, "2021-05-10"),
        (300, 316, "2021-05-10T23:48"),
        (879, 884, "2021-05-10"),
        (1670, 1686, "2021-05"),
        (2626, 2637, "2021-05-02"),
        (2737, 2753, "2021-05"),
        (3045, 3061, "2020-11-09"),
        (3121, 3137, "2021-01-11"),
        (5902, 5907, "2021-05-10"),
        (5967, 5975, "2021-05-11"),
    ],
    "001": [
        (26, 32, "2021-05-11"),
        (616, 631, "2020-11-09"),
        (636, 651, "2021-01-11"),
        (2342, 2350, "2020-11"),
        (2616, 2621, None),
        (4243, 4253, "2020-11-09"),
        (4318, 4328, "2021-01-11"),
        (6219, 6229, "2020-11-09"),
    ],
    "003": [
        (128, 145, "2023-02-27"),
        (146, 168, "2023-02-27T20:59"),
        (612, 616, "2022"),
        (1663, 1667, "2022"),
        (1725, 1734, "2023"),
    ],
}
AMOUNTS = {
    "000": [(1023, 1045, 98, "year", "2021"), (2084, 2101, 3e9, "USD", None)],
    "001": [(5758, 5769, 100, "percent", None), (7581, 7606, 20, "person", None)],
    "002": [],
    "003": [
        (426, 443, 1, "year", "2023"),
        (1683, 1699, 30, "year", "2022"),
        (1745, 1762, 1, "year", "2023"),
        (1828, 1851, 100, "year", "2023"),
    ],
    "004": [
        (2004, 2023, 3.5e9, "USD", "2021"),
        (2900, 2914, 20, "event", "2022"),
        (2932, 2948, 30, "year", "2022"),
        (4039, 4062, 200, "document", "P30Y/2022-06-24"),
    ],
}
RESOLVED = {
    "002": {4456: "2015-06", 6032: "2016-04-07", 6081: "2016-04-08", 2297: "2016-04-06TNI", 2709: "P20Y"},
    "004": {
        0: "2022-06-24T16:35",
        579: "2022-06-23",
        1779: "2022-04",
        3167: "2022-FA",
        4597: "2021-01-11",
        4915: "2022-06-03",
        5032: "2022-06-17",
        6172: "2022-06-29",
        8064: "2020-09",
        8075: "2020-10",
        8087: "2020-11",
        9757: "2022-W23",
    },
}

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the five texts are not beside the checkout")


@pytest.mark.parametrize("document", sorted(TIMEXES))
def test_the_expressions_of_a_document(document: str) -> None:
    found, _ = read(document)

    assert [(timex.start, timex.end, timex.value) for timex in found] == TIMEXES[document]


@pytest.mark.parametrize("document", sorted(RESOLVED))
def test_relative_and_shared_dates_of_a_document(document: str) -> None:
    found, _ = read(document)

    by_start = {timex.start: timex.value for timex in found}
    assert {start: by_start.get(start) for start in RESOLVED[document]} == RESOLVED[document]


@pytest.mark.parametrize("document", sorted(AMOUNTS))
def test_the_amounts_of_a_document(document: str) -> None:
    _, found = read(document)

    described = [(it.start, it.end, it.value, it.unit, it.reference_period) for it in found]
    assert described == AMOUNTS[document]


def read(document: str) -> tuple[tuple[Timex, ...], tuple[Amount, ...]]:
    """The expressions and amounts of the source whose name starts so."""
    (path,) = SOURCES.glob(f"{document}_*.txt")
    text = source.read(path).text
    structure = layout.read(text, ENGLISH)
    stated = facts.read(text, structure, ENGLISH)
    times = timexes.find(text, structure, stated, ENGLISH)
    return times, amounts.find(text, structure, stated, times, ENGLISH)
