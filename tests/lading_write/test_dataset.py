"""A dataset that no package can hold is refused when it is declared, not when it is written."""

from typing import ClassVar

import pytest
from pydantic import Field

from lading.dataset import Dataset
from lading.record import DeclarationError, Record, Reference, Table


class Buoy(Record):
    """Buoys."""

    table: ClassVar = Table("buoys", "Buoys", "number")
    number: int = Field(description="Number of the buoy.")


class Untabled(Record):
    """A model of no table."""

    number: int = Field(description="A number.")


class Elsewhere(Record):
    """A table outside its folder."""

    table: ClassVar = Table("../buoys", "Buoys", "number")
    number: int = Field(description="Number of the buoy.")


class Listed(Record):
    """A column of several values."""

    table: ClassVar = Table("chains", "Chains", "number")
    number: int = Field(description="Number of the chain.")
    lengths: list[float] = Field(description="Lengths of its links.")


class Keyless(Record):
    """A key of which a part may be missing."""

    table: ClassVar = Table("chains", "Chains", ["buoy", "number"])
    buoy: int = Field(description="Number of the buoy.")
    number: int | None = Field(description="Number of the chain.")


class Dangling(Record):
    """A reference that leads nowhere."""

    table: ClassVar = Table("chains", "Chains", "number", references=[Reference("number", "anchors")])
    number: int = Field(description="Number of the chain.")


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ((Untabled,), r"Untabled: declare its table"),
        ((Buoy, Buoy), r"two record models declare the same table"),
        ((Elsewhere,), r"Elsewhere: '\.\./buoys' is no name of a table"),
        ((Listed,), r"Listed\.lengths: a column holds no .*list.*; use a link table"),
        ((Keyless,), r"Keyless\.number: a part of the primary key is never missing"),
        ((Dangling,), r"Dangling\.number: refers to 'anchors', which is no table of sea"),
    ],
    ids=[
        "no table",
        "one table twice",
        "a name that is a path",
        "a list",
        "a key that may be missing",
        "a reference that leads nowhere",
    ],
)
def test_a_mistake_in_a_declaration_is_refused_at_once(records: tuple[type[Record], ...], message: str) -> None:
    with pytest.raises(DeclarationError, match=message):
        Dataset("sea", "Sea", "The sea.", "1.0.0", records=records)


class Berth(Record):
    """A column that Python has no name for."""

    table: ClassVar = Table("berths", "Berths", "class", references=[Reference("class", "berths")])
    class_: str = Field(alias="class", description="Class of the berth.")


def test_keys_and_references_name_columns() -> None:
    sea = Dataset("sea", "Sea", "The sea.", "1.0.0", records=(Berth,))
    assert sea.model("berths").model_validate({"class": "first"}).key == ("first",)
