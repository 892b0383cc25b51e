"""Arithmetic on partial dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.reading.times import calendar
from scripts.reading.times.calendar import PartialDate, Unit

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
PARTIAL = DAYS.map(lambda day: PartialDate(None, day.month, day.day)).filter(lambda it: (it.month, it.day) != (2, 29))


@given(date=PARTIAL, anchor=DAYS)
def test_a_day_without_a_year_falls_within_half_a_year_of_the_anchor(date: PartialDate, anchor: dt.date) -> None:
    day = calendar.nearest(date, anchor).date()

    assert day is not None
    assert abs((day - anchor).days) <= 183


@given(anchor=DAYS, direction=st.sampled_from([-1, 0, 1]))
def test_a_leap_day_is_of_a_year_that_has_one(anchor: dt.date, direction: int) -> None:
    day = calendar.nearest(PartialDate(None, 2, 29), anchor, direction).date()

    assert day is not None
    assert (day - anchor).days * direction >= 0
    assert abs((day - anchor).days) <= 8 * 366


@given(date=PARTIAL, anchor=DAYS, direction=st.sampled_from([-1, 1]))
def test_a_direction_admits_one_side_of_the_anchor_only(date: PartialDate, anchor: dt.date, direction: int) -> None:
    day = calendar.nearest(date, anchor, direction).date()

    assert day is not None
    assert 0 <= (day - anchor).days * direction <= 366


@given(weekday=st.integers(0, 6), anchor=DAYS)
def test_the_nearest_weekday_is_at_most_three_days_away(weekday: int, anchor: dt.date) -> None:
    day = calendar.nearest_weekday(weekday, anchor)

    assert day.weekday() == weekday
    assert abs((day - anchor).days) <= 3


@given(anchor=DAYS, count=st.integers(-500, 500))
def test_shifting_by_months_and_back_keeps_the_month(anchor: dt.date, count: int) -> None:
    there = calendar.first_day(calendar.shift(anchor, count, Unit.MONTH))

    assert there is not None
    assert calendar.shift(there, -count, Unit.MONTH) == f"{anchor:%Y-%m}"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("2020-02", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2020-02-03T10:00", dt.date(2020, 2, 3), dt.date(2020, 2, 3)),
        ("2020-FA", None, None),
        ("XXXX-05-11", None, None),
        ("PAST_REF", None, None),
        ("2021-02-30", None, None),
    ],
)
def test_a_value_spans_the_days_that_are_possible(value: str, first: dt.date | None, last: dt.date | None) -> None:
    assert (calendar.first_day(value), calendar.last_day(value)) == (first, last)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2022-FA", (dt.date(2022, 9, 1), dt.date(2022, 11, 30))),
        ("2023-WI", (dt.date(2023, 12, 1), dt.date(2024, 2, 29))),
        ("XXXX-SU", None),
        ("2022-09", None),
    ],
)
def test_a_season_spans_three_months(value: str, days: tuple[dt.date, dt.date] | None) -> None:
    assert calendar.season(value) == days
