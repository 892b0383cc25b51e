"""The table that the benchmarks check: shipments of an invented carrier, as a record model."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from lading.dataset import Dataset
from lading.expression import Expression, field
from lading.record import Record, Table, Unit, Vocabulary, rule

SHIPMENT_ID = r"^SHP-[0-9]{9}$"
CUSTOMS_CODE = r"^[0-9]{4}\.[0-9]{2}(\.[0-9]{2})?$"
CONTACT = r"^[a-z0-9._-]+@[a-z0-9-]+(\.[a-z]{2,})+$"
MODES = ("road", "rail", "sea", "air")
STATUSES = ("booked", "collected", "in-transit", "delivered", "returned")
MIN_WEIGHT, MAX_WEIGHT = 0.01, 30_000.0
MAX_PIECES = 500
MAX_NOTE = 80
FIRST_DAY = dt.date(2015, 1, 1)


class Mode(Vocabulary):
    """How a shipment travels."""

    ROAD = "road", "By road"
    RAIL = "rail", "By rail"
    SEA = "sea", "By sea"
    AIR = "air", "By air"


class Status(Vocabulary):
    """How far a shipment has come."""

    BOOKED = "booked", "Booked, still with the sender"
    COLLECTED = "collected", "Collected from the sender"
    IN_TRANSIT = "in-transit", "On its way"
    DELIVERED = "delivered", "Delivered to the recipient"
    RETURNED = "returned", "Returned to the sender"


class Shipment(Record):
    """The shipments."""

    table: ClassVar = Table("shipments", "Shipments", "shipment_id")

    shipment_id: Annotated[str, Field(pattern=SHIPMENT_ID)] = Field(description="Identifier.")
    sequence: Annotated[int, Field(ge=1)] = Field(description="Number in the order of booking.")
    mode: Mode = Field(description="How it travels.")
    status: Status = Field(description="How far it has come.")
    weight: Annotated[float, Field(ge=MIN_WEIGHT, le=MAX_WEIGHT), Unit("kilogram")] = Field(description="Gross weight.")
    pieces: Annotated[int, Field(ge=1, le=MAX_PIECES)] = Field(description="Number of pieces.")
    insured: Annotated[float, Field(ge=0), Unit("euro")] | None = Field(description="Insured value; null for none.")
    booked: Annotated[dt.date, Field(ge=FIRST_DAY)] = Field(description="Day of booking.")
    due: dt.date = Field(description="Day on which it is to arrive.")
    scanned: dt.datetime = Field(description="Time of the last scan.")
    fragile: bool = Field(description="Whether it breaks easily.")
    customs_code: Annotated[str, Field(pattern=CUSTOMS_CODE)] = Field(description="Code of the goods.")
    contact: Annotated[str, Field(pattern=CONTACT)] = Field(description="Address of the sender for messages.")
    note: Annotated[str, Field(max_length=MAX_NOTE)] | None = Field(description="What the driver should know.")

    @rule
    def due_after_booking(cls) -> Expression:
        """No shipment is due before it is booked."""
        return field("due") >= field("booked")


SHIPMENTS = Dataset(
    name="shipments",
    title="Shipments of an invented carrier",
    description="Made by the benchmarks of lading: no shipment in it was ever sent.",
    version="1.0.0",
    records=(Shipment,),
)
