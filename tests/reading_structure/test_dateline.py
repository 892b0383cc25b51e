"""Date lines, and lines that only look like one."""

import datetime as dt

import pytest

from scripts.reading.structure import dateline
from tests.reading_structure.conftest import ENGLISH


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("26 August 202015:20", dt.date(2020, 8, 26), "15:20"),
        ("19 november 2019, 19:23", dt.date(2019, 11, 19), "19:23"),
        ("• Last updated: 12 Feb. 2020 15:30", dt.date(2020, 2, 12), "15:30"),
        ("June 13, 2018, The Residence, Velm", dt.date(2018, 6, 13), None),
        ("Lisk, 2021-05-11", dt.date(2021, 5, 11), None),
        ("Published: 25.04.2019 | 18:20", dt.date(2019, 4, 25), "18:20"),
        ("Monday, 3 May 2021, 4:05 p.m.", dt.date(2021, 5, 3), "16:05"),
        ("16:35", None, "16:35"),
    ],
)
def test_a_date_line_gives_day_and_time(line: str, day: dt.date | None, time: str | None) -> None:
    read = dateline.read(line, ENGLISH)
    assert read is not None
    assert (read.date, read.time) == (day, time)


@pytest.mark.parametrize(
    "line",
    [
        "On 11 May 2021, the minister visited Lisk.",
        "Joint Press Conference, 13 June 2018",
        "31 February 2021",
        "05/06/2021",
        "12-10-05-2021",
        "3:2",
    ],
)
def test_a_line_that_says_more_or_less_is_no_date_line(line: str) -> None:
    assert dateline.read(line, ENGLISH) is None


def test_a_title_gives_the_last_day_it_states() -> None:
    title = "Remarks on the statement of November 9, 2020, Velm, 24 June 2022"
    assert dateline.day_in(title, ENGLISH) == dt.date(2022, 6, 24)
    assert dateline.day_in("Remarks of June", ENGLISH) is None


def test_a_reference_number_gives_the_day_at_its_end() -> None:
    assert dateline.day_in_reference("1284-26-08-2020") == dt.date(2020, 8, 26)
    assert dateline.day_in_reference("1284-26-18-2020") is None
    assert dateline.day_in_reference("PR/2024/012") is None
