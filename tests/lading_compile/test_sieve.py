"""The sieve lets sound rows pass: on clean tables there is nothing left to judge row by row."""

import datetime as dt
import subprocess
import sys
from typing import Annotated, ClassVar, Literal

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, Field, HttpUrl, ValidationInfo, field_validator, model_validator

from lading import expression
from lading.column import columns
from lading.compile import compile_table
from lading.expression import Expression
from lading.record import Record, Table, rule
from lading.tables.cells import cell_readers
from tests.lading_compile import verdicts
from tests.lading_compile.kinds import Sea, no_spaces
from tests.lading_compile.tables import written


class Landing(Record):
    """A landing of fish."""

    table: ClassVar[Table] = Table("landings", "Landings", "landing_id")

    landing_id: Annotated[str, Field(pattern="^l-[0-9]{4}$")] = Field(description="Which landing.")
    sea: Sea = Field(description="Where it was caught.")
    gear: Literal["net", "line"] | None = Field(description="How it was caught.")
    crates: Annotated[int, Field(ge=1, le=500, multiple_of=1)] = Field(description="How many crates.")
    tons: Annotated[float, Field(ge=0, lt=100)] | None = Field(description="How heavy they are.")
    left: dt.date = Field(description="When the boat left.")
    day: dt.date = Field(description="When it came back.")
    weighed: Annotated[dt.datetime, Field(ge=dt.datetime(1900, 1, 1))] | None = Field(description="When.")  # noqa: DTZ001
    bell: dt.time | None = Field(description="When the bell rang.")
    sold: bool = Field(description="Whether it is sold.")
    note: Annotated[str, Field(max_length=12)] | None = Field(description="Remarks.")

    @rule
    def returns_after_leaving(cls) -> Expression:
        """A boat leaves before it returns."""
        return expression.field("left") <= expression.field("day")

    @rule
    def sold_by_weight(cls) -> Expression:
        """What is sold was weighed."""
        sold = expression.field("sold")
        return sold.implies(~expression.field("tons").is_null()) | expression.field("note").matches("given away.*")


days = st.dates(dt.date(2000, 1, 1), dt.date(2000, 12, 31))
landings = st.fixed_dictionaries(
    {
        "landing_id": st.integers(0, 9999).map(lambda number: f"l-{number:04}"),
        "sea": st.sampled_from([str(sea.value) for sea in Sea]),
        "gear": st.none() | st.sampled_from(["net", "line"]),
        "crates": st.integers(1, 500),
        "tons": st.floats(0, 99),
        "left": st.dates(dt.date(1, 1, 1), dt.date(1999, 12, 31)),
        "day": days | st.just(dt.date.max),
        "weighed": st.none() | st.datetimes(dt.datetime.fromisoformat("1900-01-01")),
        "bell": st.none() | st.times(),
        "sold": st.booleans(),
        "note": st.none() | st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
    }
)
CLEAN = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


@CLEAN
@given(st.lists(landings, min_size=1, max_size=9))
def test_no_stored_row_of_a_clean_table_is_a_suspect(rows: list[dict[str, object]]) -> None:
    frame = pl.DataFrame(rows, schema_overrides={"gear": pl.String, "note": pl.String})
    compiled = compile_table(Landing, None)
    examined = compiled.examine(frame)
    assert not compiled.fallbacks
    assert not examined.suspects.any()
    assert examined.values.rows(named=True) == rows


@CLEAN
@given(st.lists(landings, min_size=1, max_size=9))
def test_no_text_row_of_a_clean_table_is_a_suspect(rows: list[dict[str, object]]) -> None:
    cells = {name: ["" if row[name] is None else written(row[name]) for row in rows] for name in Landing.model_fields}
    compiled = compile_table(Landing, cell_readers(columns(Landing), None))
    examined = compiled.examine(verdicts.text_frame(cells))
    assert not compiled.fallbacks
    assert not examined.suspects.any()
    assert examined.values.rows(named=True) == rows


class Harbour(Record):
    """A harbour whose columns are not all for queries."""

    table: ClassVar[Table] = Table("harbours", "Harbours", "name")

    name: Annotated[str, AfterValidator(no_spaces)] = Field(description="What it is called.")
    page: HttpUrl = Field(description="Where it is on the web.")
    berths: int = Field(description="How many ships it holds.")


def test_what_no_query_says_is_judged_once_for_each_value_and_told() -> None:
    compiled = compile_table(Harbour, None)
    names, pages = ["aa", "b b", "aa"], ["https://example.org"] * 2 + ["no page"]
    frame = pl.DataFrame({"name": names, "page": pages, "berths": [1, 2, 3]})
    assert [fallback.field for fallback in compiled.fallbacks] == ["name", "page"]
    assert "no_spaces" in compiled.fallbacks[0].reason
    assert compiled.row_by_row is None
    assert compiled.examine(frame).suspects.to_list() == [False, True, True]


class Told(Harbour):
    """A harbour with a validator that may look at other fields."""

    @field_validator("berths")
    @classmethod
    def _berths(cls, value: int, _: ValidationInfo) -> int:
        return value


class Whole(Harbour):
    """A harbour that is looked at as a whole."""

    @model_validator(mode="after")
    def _short_names_have_few_berths(self) -> "Whole":
        return self


class Incomparable(Harbour):
    """A harbour with a rule that no query says."""

    @rule
    def nothing_of_the_sort(cls) -> Expression:
        """A name is a number."""
        return expression.field("name") == 1


def test_what_looks_at_whole_rows_is_asked_of_every_row_and_told() -> None:
    for model, culprit in ((Told, "_berths"), (Whole, "_short_names"), (Incomparable, "nothing_of_the_sort")):
        compiled = compile_table(model, None)
        assert compiled.row_by_row is not None
        assert culprit in compiled.row_by_row
        assert [fallback.field for fallback in compiled.fallbacks] == [None]
        assert compiled.examine(pl.DataFrame({"name": ["a"]})).suspects.all()


def test_polars_is_not_loaded_before_a_table_is_compiled() -> None:
    program = "import sys, lading.compile; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
