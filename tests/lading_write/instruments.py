"""An invented table with a field of every kind that a record may have, and records of it to try."""

import datetime as dt
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from hypothesis import strategies as st
from pydantic import (
    AfterValidator,
    AnyUrl,
    AwareDatetime,
    Field,
    HttpUrl,
    NaiveDatetime,
    PositiveInt,
    StrictStr,
    StringConstraints,
    field_validator,
)

from lading.dataset import Dataset
from lading.expression import Expression, field
from lading.record import Record, Table, rule
from tests.lading_write.lighthouses import Lamp
from tests.lading_write.rows import TEXT

Serial = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}-[0-9]{1,6}$")]


class Maker(Enum):
    """Who made it."""

    HALE = "Hale & Sons"
    OKORO = "Okoro, Lagos"


class State(StrEnum):
    """What it is like."""

    SOUND = "sound"
    BROKEN = "broken"


class Grade(IntEnum):
    """How good it is."""

    FIRST = 1
    SECOND = 2


def _no_curse(text: str) -> str:
    if "blast" in text:
        raise ValueError("mind your language")
    return text


class Instrument(Record):
    """The instruments in the store room."""

    table: ClassVar = Table("instruments", "Instruments", ["maker", "class"], unique=[["inventory"]])

    class_: Serial = Field(alias="class", description="What Python calls a keyword.")
    maker: Maker = Field(description="An Enum.")
    inventory: UUID = Field(description="A UUID.")
    state: State | None = Field(description="A StrEnum.")
    grade: Grade | None = Field(description="An IntEnum.")
    lamp: Lamp | None = Field(description="A vocabulary.")
    kind: Literal["optical", "acoustic"] | None = Field(description="A Literal of texts.")
    shelf: Literal[1, 2, 3] | None = Field(description="A Literal of integers.")
    price: Annotated[Decimal, Field(max_digits=9, decimal_places=2, ge=0)] | None = Field(description="Some digits.")
    length: Decimal | None = Field(description="No digits declared.")
    page: HttpUrl | None = Field(description="A URL of the web.")
    file: AnyUrl | None = Field(description="Any URL.")
    lent: AwareDatetime | None = Field(description="A moment.")
    returned: NaiveDatetime | None = Field(description="A time on the clock of the store room.")
    service: dt.timedelta | None = Field(description="A duration of either sign.")
    photograph: Annotated[bytes, Field(max_length=8)] | None = Field(description="Bytes.")
    parts: PositiveInt | None = Field(description="A constrained integer.")
    screws: Annotated[int, Field(multiple_of=4, ge=0)] | None = Field(description="A multiple.")
    label: Annotated[StrictStr, AfterValidator(_no_curse)] | None = Field(description="A text with a validator.")
    weight: Annotated[float, Field(gt=0, lt=500)] | None = Field(description="A float.")

    @field_validator("weight")
    @classmethod
    def _weighs_something(cls, weight: float | None) -> float | None:
        if weight == 13:
            raise ValueError("thirteen is bad luck")
        return weight

    @rule
    def broken_ones_are_not_first_grade(cls) -> Expression:
        """What is broken is of the second grade."""
        return (field("state") == State.BROKEN).implies(field("grade") == Grade.SECOND)

    @rule
    def hale_made_no_lamps(cls) -> Expression:
        """Hale made no lamps."""
        return ~(field("maker").is_in(Maker.HALE) & ~field("lamp").is_null())


INSTRUMENTS = Dataset(
    name="instruments",
    title="The Store Room",
    description="Instruments that do not exist.",
    version="1.0.0",
    records=(Instrument,),
)

MOMENTS = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1))  # noqa: DTZ001 - with or without offset
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
PATHS = st.text("abcXYZ019-._~", max_size=8)

CELLS: dict[str, st.SearchStrategy[Any]] = {
    "class": st.from_regex(r"[A-Z]{2}-[0-9]{1,6}", fullmatch=True),
    "maker": st.sampled_from(Maker),
    "inventory": st.uuids(),
    "state": st.none() | st.just(State.SOUND),
    "grade": st.none() | st.sampled_from(Grade),
    "lamp": st.none(),
    "kind": st.none() | st.sampled_from(["optical", "acoustic"]),
    "shelf": st.none() | st.sampled_from([1, 2, 3]),
    "price": st.none() | st.decimals(0, 9_999_999, places=2) | st.integers(0, 9999).map(Decimal),
    "length": st.none() | st.decimals(-(10**19), 10**19, places=18),
    "page": st.none() | PATHS.map(lambda path: HttpUrl(f"https://store.example/{path}?q=1,2")),
    "file": st.none() | PATHS.map(lambda path: AnyUrl(f"ftp://store.example/{path}")),
    "lent": st.none() | st.builds(lambda moment, zone: moment.replace(tzinfo=zone), MOMENTS, OFFSETS),
    "returned": st.none() | MOMENTS,
    "service": st.none() | st.timedeltas(dt.timedelta(-100_000), dt.timedelta(100_000)),
    "photograph": st.none() | st.binary(min_size=1, max_size=8),
    "parts": st.none() | st.integers(1, 2**63 - 1),
    "screws": st.none() | st.integers(0, 2**40).map(lambda number: 4 * number),
    "label": st.none() | TEXT.filter(bool),
    "weight": st.none() | st.floats(0.001, 499.9),
}
ROWS = st.fixed_dictionaries(CELLS)
RECORDS = st.lists(
    ROWS.map(Instrument.model_validate), max_size=6, unique_by=(lambda one: one.key, lambda one: one.inventory)
)
