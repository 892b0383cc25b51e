"""A small invented dataset with a column of every type, a closed list, a composite key and a self-reference."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from lading.dataset import Dataset, Link
from lading.expression import Expression, field
from lading.record import Record, Reference, Table, Unit, Vocabulary, rule

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Lamp(Vocabulary):
    """What burns in the lantern."""

    OIL = "oil", "Whale or rape oil"
    GAS = "gas", "Coal gas"
    ELECTRIC = "electric", "Electric arc or bulb"


class Lighthouse(Record):
    """The towers, one row each."""

    table: ClassVar = Table("lighthouses", "Lighthouses", "lighthouse_id", unique=[["name"]])

    name: Annotated[str, Field(max_length=40)] = Field(description="Name on the chart.")
    lighthouse_id: Slug = Field(description="Identifier of the tower.")
    height: Annotated[float, Field(gt=0, le=150), Unit("metre")] = Field(description="From ground | to vane.")
    flashes: Annotated[int, Field(ge=0, le=60)] | None = Field(description="Flashes in a minute.")
    lamp: Lamp | None = Field(description="What burns in the lantern.")
    is_manned: bool = Field(description="Whether somebody lives there.")
    first_lit: Annotated[dt.date, Field(ge=dt.date(1500, 1, 1))] | None = Field(description="First night in service.")
    extinguished: dt.date | None = Field(description="Last night in service.")

    @rule
    def burns_forward(cls) -> Expression:
        """A light goes out no earlier than it was lit."""
        return field("first_lit") <= field("extinguished")

    @rule
    def flashing_lights_have_a_lamp(cls) -> Expression:
        """What flashes has a lamp."""
        return (field("flashes") > 0).implies(~field("lamp").is_null())

    @rule
    def gas_is_tended(cls) -> Expression:
        """Nobody's gas light is low, and oil is not burnt high up."""
        gas = field("lamp").is_in("gas", "oil") & (field("is_manned") == False)  # noqa: E712 - an expression
        return ~gas | (field("height") < 20.5)


class Keeper(Record):
    """The keepers, each with whoever trained them."""

    table: ClassVar = Table(
        "keepers",
        "Keepers",
        "keeper_id",
        references=[Reference("lighthouse_id", "lighthouses"), Reference("trained_by", "keepers", "keeper_id")],
    )

    keeper_id: Slug = Field(description="Identifier of the keeper.")
    lighthouse_id: Slug | None = Field(description="The tower; null when ashore.")
    trained_by: Slug | None = Field(description="The keeper who taught the trade.")
    motto: str | None = Field(description="As carved over the keeper's door.")

    @rule
    def mottoes_are_shouted(cls) -> Expression:
        """A motto is in capitals."""
        return field("motto").matches("[A-Z ]+")


class Watch(Record):
    """The nights of the log book."""

    table: ClassVar = Table(
        "watches", "Watches", ["lighthouse_id", "begun"], references=[Reference("lighthouse_id", "lighthouses")]
    )

    begun: dt.datetime = Field(description="When the watch began.")
    lighthouse_id: Slug = Field(description="The tower.")
    sunset: dt.time | None = Field(description="Time of sunset.")
    day: dt.date | None = Field(description="Day in the log.")
    visibility: float | None = Field(description="How far one saw.")
    ships: int | None = Field(description="Ships seen.")
    storm: bool | None = Field(description="Whether it blew.")
    lamp: Lamp | None = Field(description="What burnt.")
    remark: str | None = Field(description="Whatever else was written down.")


LIGHTHOUSES = Dataset(
    name="lighthouses",
    title="Lights of the Skerry Coast",
    description="Towers and keepers of a coast that does not exist.",
    version="1.2.0",
    records=(Keeper, Lighthouse, Watch),
    licenses=(Link("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),),
    contributors=(Link("The Pilots' Guild"),),
)

TOWERS = (
    Lighthouse(
        lighthouse_id="gull-rock",
        name='Gull "Rock", North',
        height=41.5,
        flashes=12,
        lamp=Lamp.ELECTRIC,
        is_manned=False,
        first_lit=dt.date(1851, 3, 1),
        extinguished=None,
    ),
    Lighthouse(
        lighthouse_id="ebb-head",
        name="Ebb Head\nold tower 🗼",
        height=18,
        flashes=None,
        lamp=Lamp.OIL,
        is_manned=True,
        first_lit=dt.date(1702, 11, 9),
        extinguished=dt.date(1840, 1, 1),
    ),
)

KEEPERS = (
    Keeper(keeper_id="orla", lighthouse_id="gull-rock", trained_by=None, motto="KEEP THE FLAME"),
    Keeper(keeper_id="bram", lighthouse_id=None, trained_by="orla", motto=None),
)

WATCHES = (
    Watch(
        lighthouse_id="gull-rock",
        begun=dt.datetime(1851, 3, 1, 17, 30),  # noqa: DTZ001 - the log knows no time zones
        sunset=dt.time(17, 41),
        day=dt.date(1851, 3, 1),
        visibility=0.1,
        ships=3,
        storm=True,
        lamp=Lamp.OIL,
        remark=None,
    ),
)

RECORDS = {"lighthouses": TOWERS, "keepers": KEEPERS, "watches": WATCHES}
