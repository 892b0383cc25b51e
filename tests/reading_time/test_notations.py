"""Days and figures written in each notation of each language are read back as themselves."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.reading.language import Language
from tests.reading_time.documents import amounts_of, timexes_of

NOTATIONS: dict[str, Any] = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "notations").glob("*.yaml"))
}
DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
IN_DAYS = [(tag, notation) for tag, written in NOTATIONS.items() for notation in written["days"]]
IN_SCALES = [(tag, scale) for tag, written in NOTATIONS.items() for scale in written["scales"]]
IN_MONEY = [(tag, notation) for tag, written in NOTATIONS.items() for notation in written["money"]]


@pytest.fixture(scope="module", autouse=True)
def _languages() -> None:
    """Every language once, since its rules are compiled when it is first read."""
    for tag in NOTATIONS:
        amounts_of("1", language=Language(tag))


@given(day=DAYS, written=st.sampled_from(IN_DAYS), before=st.sampled_from(["", "𐐷𝔸 — ", "("]))
def test_a_day_in_any_notation_reads_back(day: dt.date, written: tuple[str, str], before: str) -> None:
    tag, notation = written
    month = NOTATIONS[tag]["months"][day.month - 1]
    text = before + notation.format(day=day.day, month=month, number=day.month, year=day.year)

    (timex,) = timexes_of(text, language=Language(tag))

    assert (timex.value, timex.end) == (day.isoformat(), len(text))


@given(day=DAYS, written=st.sampled_from(IN_DAYS))
def test_a_day_in_capitals_reads_back(day: dt.date, written: tuple[str, str]) -> None:
    tag, notation = written
    month = NOTATIONS[tag]["months"][day.month - 1]
    capitals = {"tr": {"i": "İ"}, "az": {"i": "İ"}}.get(tag, {})
    text = notation.format(day=day.day, month=month.translate(str.maketrans(capitals)), number=day.month, year=day.year)

    (timex,) = timexes_of(text.upper(), language=Language(tag))

    assert timex.value == day.isoformat()


@given(tenths=st.integers(11, 9999), scaled=st.sampled_from(IN_SCALES), data=st.data())
def test_a_figure_with_a_scale_reads_back(tenths: int, scaled: tuple[str, str], data: st.DataObject) -> None:
    tag, scale = scaled
    written = NOTATIONS[tag]
    figure = f"{tenths / 10}".removesuffix(".0").replace(".", written["decimal_mark"])
    money, unit = data.draw(st.sampled_from(sorted(written["money"].items())))
    text = money.format(figure=f"{figure} {scale}")

    (amount,) = amounts_of(text, language=Language(tag))

    assert (amount.value, amount.unit) == (tenths * written["scales"][scale] / 10, unit)


@given(value=st.integers(2, 10**9), written=st.sampled_from(IN_MONEY), grouped=st.booleans())
def test_money_in_figures_reads_back(value: int, written: tuple[str, str], grouped: bool) -> None:
    tag, money = written
    figure = f"{value:,}".replace(",", NOTATIONS[tag]["group_mark"]) if grouped else f"{value}"

    (amount,) = amounts_of(money.format(figure=figure), language=Language(tag))

    assert (amount.value, amount.unit) == (value, NOTATIONS[tag]["money"][money])
