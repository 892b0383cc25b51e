"""Temporal expressions: what is found and what it stands for."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lading.standoff import Span, overlaps
from schemas.vocabularies import TimexType, ZoneKind
from scripts.reading.found import Layout, Timex, Zone
from scripts.reading.times import timexes
from tests.reading_time.documents import ENGLISH, published_on, timexes_of

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
DATE_FORMATS = [
    "{d:%B} {d.day}, {d.year}",
    "{d:%b}. {d.day} {d.year}",
    "{d.day} {d:%B} {d.year}",
    "{d:%d} {d:%B}, {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "{d:%a}, {d:%B} {d:%d}, {d.year}",
    "{d:%Y-%m-%d}",
    "{d:%d.%m.%Y}",
]


def test_each_example_yields_its_expressions_and_no_others(timexes_example: Mapping[str, Any]) -> None:
    text = timexes_example["text"]

    found = timexes_of(text, timexes_example.get("day"))

    assert [described(text, timex) for timex in found] == [
        {"type": "DATE", "modifier": None, "anchor": None} | {key: value and str(value) for key, value in it.items()}
        for it in timexes_example["expected"]
    ]


@given(day=DAYS, pattern=st.sampled_from(DATE_FORMATS), before=st.sampled_from(["", "On ", "𐐷𝔸 — "]))
def test_a_date_in_any_format_reads_back(day: dt.date, pattern: str, before: str) -> None:
    text = f"{before}{pattern.format(d=day)}"

    (timex,) = timexes_of(text)

    assert (timex.value, timex.start, timex.end) == (day.isoformat(), len(before), len(text))


@given(moment=st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2099, 12, 31)), joint=st.sampled_from(["", " ", ", "]))  # noqa: DTZ001
def test_a_dateline_is_one_time_glued_or_not(moment: dt.datetime, joint: str) -> None:
    text = f"{moment.day} {moment:%B} {moment.year}{joint}{moment:%H:%M}"

    (timex,) = timexes_of(text)

    assert (timex.type, timex.value) == (TimexType.TIME, f"{moment:%Y-%m-%dT%H:%M}")


@given(days=st.lists(DAYS, min_size=2, max_size=4, unique=True))
def test_days_joined_to_a_dated_one_take_its_year(days: list[dt.date]) -> None:
    in_one_year = sorted({day.replace(year=2020) for day in days})
    *others, last = [f"{day:%B} {day.day}" for day in in_one_year]

    found = timexes_of(" and ".join([*others, f"{last}, 2020"]))

    assert [timex.value for timex in found] == [day.isoformat() for day in in_one_year]


@given(
    parts=st.lists(st.sampled_from([*"0123456789 ,.:-/\n", "May ", "in ", "2021", "𐐷", " years", " and "]), max_size=30)
)
def test_expressions_lie_in_the_text_and_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    spans = [timex.span for timex in timexes_of(text, dt.date(2021, 5, 10))]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not list(overlaps(spans))


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    (timex,) = timexes_of("𐐷𐐷 on May 10, 2021")

    assert timex.span == Span(6, 18)


@pytest.mark.parametrize("kind", [ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION, ZoneKind.TRAILER])
def test_boilerplate_and_reference_numbers_hold_no_dates(kind: ZoneKind) -> None:
    text = "May 10, 2021\n\n10-05-2021\n\nMay 11, 2021"
    layout = Layout((Zone(0, 14, kind), Zone(14, 26, ZoneKind.SOURCE_IDENTIFIER), Zone(26, 38, ZoneKind.SPEECH)), ())

    found = timexes.find(text, layout, published_on(None), ENGLISH)

    assert [timex.value for timex in found] == ["2021-05-11"]


def test_a_transcript_published_later_speaks_on_the_day_in_its_title() -> None:
    text = "Briefing (April 06, 2023)\n\nOur consul saw them yesterday."
    layout = Layout((Zone(0, 27, ZoneKind.TITLE), Zone(27, len(text), ZoneKind.SPEECH)), ())

    *_, yesterday = timexes.find(text, layout, published_on(dt.date(2023, 4, 7)), ENGLISH)

    assert yesterday.value == "2023-04-05"


def test_a_date_does_not_run_from_one_paragraph_into_the_next() -> None:
    found = timexes_of("It was signed in May\n\n2021 was a good year.")

    assert [timex.value for timex in found] == ["XXXX-05"]


def described(text: str, timex: Timex) -> dict[str, str | None]:
    """A found expression in the form of the example files."""
    return {
        "it": text[timex.start : timex.end],
        "type": timex.type.value,
        "value": timex.value,
        "modifier": timex.modifier.value if timex.modifier else None,
        "anchor": timex.anchor,
    }
