"""Two small tables about an invented country: what record models look like, and the dataset that they form."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from lading.dataset import Dataset, Link
from lading.expression import Expression, field
from lading.record import Record, Reference, Table, Unit, Vocabulary, rule


class Colour(Vocabulary):
    """What a mariner sees."""

    WHITE = "white", "White light"
    RED = "red", "Red light: keep to starboard"
    GREEN = "green", "Green light: keep to port"


class Coast(Record):
    """The coasts."""

    table: ClassVar = Table("coasts", "Coasts", "name")

    name: str = Field(description="Name of the coast.")
    length: Annotated[float, Field(gt=0), Unit("kilometre")] = Field(description="Length along the high-water line.")


class Lighthouse(Record):
    """The lighthouses."""

    table: ClassVar = Table(
        "lighthouses",
        "Lighthouses",
        "name",
        unique=[["coast", "lit"]],
        references=[Reference("coast", "coasts", "name")],
    )

    name: str = Field(description="Name of the lighthouse.")
    coast: str = Field(description="The coast on which it stands.")
    colour: Colour = Field(description="Colour of its light.")
    height: Annotated[float, Field(gt=0), Unit("metre")] = Field(description="Height of the light above the sea.")
    lit: dt.date = Field(description="The night on which it was first lit.")
    automated: dt.date | None = Field(description="The day on which the keepers left; null where they still keep it.")

    @rule
    def kept_before_automated(cls) -> Expression:
        """No lighthouse is automated before it is lit."""
        return field("lit") <= field("automated")


LIGHTHOUSES = Dataset(
    name="lighthouses",
    title="Lighthouses of an invented country",
    description="Where they stand, what they show, since when.",
    version="1.0.0",
    licenses=(
        Link(
            "Creative Commons Zero 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0-1.0",
        ),
    ),
    contributors=(Link("The lading authors"),),
    records=(Coast, Lighthouse),
)
