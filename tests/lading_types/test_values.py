"""What holds for all cells, and for all values of the types that Python has not."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lading.tables.cells import cell_readers, parser
from lading.tables.write import cell_text
from lading.values import Duration, YearMonth
from tests.lading_types.described import described, entries

FIELDS = [entry["field"] for entry in entries("cells")]
TEXTS = [text for entry in entries("cells") for text in (*entry["accepted"], *entry["refused"])]
DURATIONS = st.builds(Duration, st.integers(-2400, 2400), st.fractions(-(10**7), 10**7, max_denominator=1000)).filter(
    lambda found: (found.months >= 0) == (found.seconds >= 0)
)
AS_USUAL = [field for field in FIELDS if field.keys() <= {"type"} and field.get("type") not in ("array", "list")]


@given(
    st.sampled_from(FIELDS), st.one_of(st.text(), st.sampled_from(TEXTS), st.from_regex(r"[-+0-9PYMDTHSZ:.,]{1,12}"))
)
@example({"type": "object"}, '{"a":' * 100_000)
@example({"type": "array"}, "[" * 300 + "]" * 300)
@example({"type": "integer"}, "9" * 10_000)
@example({"type": "year"}, "9" * 10_000)
@example({"type": "duration"}, f"P{'9' * 10_000}Y")
@example({"type": "date", "format": "%d %d"}, "1 1")
def test_a_cell_has_a_value_or_none_and_nothing_else_happens(field: dict[str, Any], text: str) -> None:
    try:
        described(field).value(text)
    except ValueError:
        return


@given(st.sampled_from(AS_USUAL), st.sampled_from(TEXTS))
def test_a_value_reads_back_from_its_text(field: dict[str, Any], text: str) -> None:
    try:
        value = described(field).value(text)
    except ValueError:
        return
    if value is not None and cell_text(value):
        again = described(field).value(cell_text(value))
        assert again == value or again != again


@given(DURATIONS, DURATIONS)
def test_durations_are_in_an_order_that_agrees_with_their_equality(first: Duration, second: Duration) -> None:
    assert (first < second) + (first > second) + (first == second) <= 1
    assert (first <= second) == (first < second or first == second)
    assert (first < second) == (second > first)


@given(st.timedeltas())
def test_a_timedelta_is_a_duration(delta: dt.timedelta) -> None:
    assert Duration.of(delta).delta() == delta
    assert Duration.parse(str(Duration.of(delta))) == Duration.of(delta)


@pytest.mark.parametrize(
    ("shorter", "longer"), [("P27D", "P1M"), ("P1M", "P32D"), ("P365D", "P13M"), ("-P1M", "PT0S"), ("P11M", "P1Y")]
)
def test_a_duration_that_is_shorter_from_whatever_day_on_is_less(shorter: str, longer: str) -> None:
    assert Duration.parse(shorter) < Duration.parse(longer)


@pytest.mark.parametrize(("one", "other"), [("P1M", "P30D"), ("P1Y", "P365D"), ("P5M", "P152D")])
def test_a_duration_that_depends_on_the_day_it_begins_is_neither_less_nor_more(one: str, other: str) -> None:
    first, second = Duration.parse(one), Duration.parse(other)
    assert not first < second
    assert not first > second
    assert first != second


@given(st.integers(-9999, 99_999).filter(bool), st.integers(1, 12))
def test_a_month_reads_back_from_its_text(year: int, month: int) -> None:
    assert YearMonth.parse(str(YearMonth(year, month))) == YearMonth(year, month)


MIDNIGHT = dt.datetime.fromisoformat("2024-01-26")
TYPED: list[tuple[dict[str, Any], Any, Any]] = [
    ({"type": "integer"}, 1.0, 1),
    ({"type": "integer"}, "1", 1),
    ({"type": "number"}, 1, 1.0),
    ({"type": "boolean"}, True, True),
    ({"type": "date"}, MIDNIGHT, dt.date(2024, 1, 26)),
    ({"type": "date"}, "2024-01-26", dt.date(2024, 1, 26)),
    ({"type": "year"}, 2024, 2024),
    ({"type": "object"}, {"a": 1}, {"a": 1}),
    ({"type": "array"}, [1], [1]),
    ({"type": "list", "itemType": "date"}, ["2024-01-26"], [dt.date(2024, 1, 26)]),
    ({"type": "geopoint", "format": "array"}, [1, 2], (1.0, 2.0)),
    ({"type": "geopoint", "format": "object"}, {"lon": 1, "lat": 2}, (1.0, 2.0)),
    ({}, 1, 1),
    ({"type": "integer", "missingValues": ["-99"]}, -99, None),
    ({"type": "integer"}, None, None),
]


@pytest.mark.parametrize(("field", "cell", "value"), TYPED, ids=str)
def test_a_cell_that_has_a_type_of_its_own_is_taken_as_that(field: dict[str, Any], cell: Any, value: Any) -> None:
    found = described(field).reader.read_typed(cell)
    assert (type(found), found) == (type(found), value)
    assert isinstance(found, bool) == isinstance(value, bool)


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ({"type": "integer"}, 1.5),
        ({"type": "integer"}, True),
        ({"type": "number"}, False),
        ({"type": "number"}, 10**400),
        ({"type": "boolean"}, 1),
        ({"type": "string"}, 1),
        ({"type": "date"}, MIDNIGHT.replace(hour=12)),
        ({"type": "yearmonth"}, 202401),
        ({"type": "object"}, [1]),
        ({"type": "geopoint"}, [1, 2]),
        ({"type": "list", "itemType": "integer"}, [1, "x"]),
    ],
    ids=str,
)
def test_a_cell_that_has_another_type_has_no_value(field: dict[str, Any], cell: Any) -> None:
    with pytest.raises(ValueError):
        described(field).reader.read_typed(cell)


def test_a_reader_tells_whether_cells_are_written_as_usual() -> None:
    unusual: dict[str, dict[str, Any]] = {
        "date": {"format": "any"},
        "number": {"bareNumber": False},
        "list": {"delimiter": ";"},
    }
    for kind, more in unusual.items():
        assert described({"type": kind}).reader.usual
        assert not described({"type": kind, **more}).reader.usual
    assert described({"type": "string", "format": "email"}).reader.usual


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_what_is_expected_of_a_cell_is_said_in_words(field: dict[str, Any]) -> None:
    table = described(field)
    (reader,) = cell_readers(columns=(table.reader.column,), schema=table.schema)
    assert reader.expected == parser(table.schema.fields[0]).expected
    assert "\n" not in reader.expected
