"""Amounts: what is found, in what unit, how modified, for what period."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lading.standoff import overlaps
from schemas.vocabularies import AmountModifier
from scripts.reading.found import Amount
from scripts.reading.language import Language
from scripts.reading.numerals import numerals
from tests.reading_time.documents import amounts_of, timexes_of

SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]
SMALL += ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def test_each_example_yields_its_amounts_and_no_others(amounts_example: Mapping[str, Any]) -> None:
    text = amounts_example["text"]

    found = amounts_of(text, amounts_example.get("day"))

    absent = {"modifier": None, "measure": None, "reference_period": None}
    assert [described(text, amount) for amount in found] == [absent | it for it in amounts_example["expected"]]


@given(value=st.integers(2, 10**9), symbol=st.sampled_from(["$", "€", "£", "₽"]), grouped=st.booleans())
def test_money_in_figures_reads_back(value: int, symbol: str, grouped: bool) -> None:
    (amount,) = amounts_of(f"They paid {symbol}{value:,}." if grouped else f"They paid {symbol}{value}.")

    assert (amount.value, amount.unit) == (value, {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB"}[symbol])


@given(tenths=st.integers(1, 9999), scale=st.sampled_from(sorted(SCALES)), modifier=st.sampled_from(["", "nearly "]))
def test_money_with_a_scale_reads_back(tenths: int, scale: str, modifier: str) -> None:
    text = f"𐐷 It costs {modifier}${tenths / 10} {scale}."

    (amount,) = amounts_of(text)

    assert amount.value == tenths * SCALES[scale] / 10
    assert amount.modifier == (AmountModifier.NEARLY if modifier else None)
    assert text[amount.start : amount.end] == text[text.index(modifier or "$") : -1]


@given(value=st.integers(1, 10**12 - 1))
def test_number_words_read_back(value: int) -> None:
    assert numerals(Language("en")).value(in_words(value)) == value


@given(
    parts=st.lists(
        st.sampled_from([*"0123456789 ,.:-/%$", " million", " events", "nearly ", "𐐷", " years"]), max_size=30
    )
)
def test_amounts_overlap_neither_each_other_nor_dates(parts: list[str]) -> None:
    text = "".join(parts)
    spans = [found.span for found in (*amounts_of(text), *timexes_of(text))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not list(overlaps(spans))


def in_words(value: int) -> str:
    """An English numeral, as the tests need it."""
    for scale, size in reversed(SCALES.items()):
        if value >= size:
            rest = value % size
            return f"{in_words(value // size)} {scale}" + (f" {in_words(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{in_words(value // 100)} hundred" + (f" and {in_words(rest)}" if rest else "")
    if value >= 20:
        return TENS[value // 10 - 2] + (f"-{in_words(value % 10)}" if value % 10 else "")
    return SMALL[value - 1]


def described(text: str, amount: Amount) -> dict[str, Any]:
    """A found amount in the form of the example files."""
    found = {"it": text[amount.start : amount.end], **asdict(amount)}
    return {key: value for key, value in found.items() if key not in ("start", "end")}
