"""A small invented dataset: the ships, berths and visits of a harbour, and a log book whose remarks are anchored."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import Field

from lading.dataset import Breach, Dataset, Link, Tables, Texts, dataset_rule
from lading.expression import Expression, field
from lading.package import write_package
from lading.record import Record, Reference, Table, Unit, Vocabulary, rule
from lading.standoff import TextPositionSelector, text_digest

LOG_NAME = "log.txt"
LOG = "Gannet 🐟 came in at dawn, low in the water.\nPetrel left for the north.\n"
"""With a character outside the basic plane: it is one code point, two UTF-16 units and four bytes."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]


class Rig(Vocabulary):
    """How a ship is driven."""

    SAIL = "sail", "By sail"
    STEAM = "steam", "By steam"


class Ship(Record):
    """The ships."""

    table: ClassVar = Table("ships", "Ships", "ship_id", unique=[["name"]])

    ship_id: Slug = Field(description="Identifier.")
    name: str = Field(description="Name on the bow.")
    rig: Rig = Field(description="How she is driven.")
    tonnage: Annotated[float, Field(gt=0), Unit("tonne")] | None = Field(description="Burden.")
    built: dt.date | None = Field(description="Day of the launch.")
    insured: bool | None = Field(description="Whether a policy was seen.")


class Visit(Record):
    """The visits of ships."""

    table: ClassVar = Table("visits", "Visits", ["ship_id", "number"], references=[Reference("ship_id", "ships")])

    ship_id: Slug = Field(description="The ship.")
    number: Annotated[int, Field(ge=1)] = Field(description="Number of the visit of this ship.")
    arrived: dt.date = Field(description="Day of arrival.")
    left: dt.date | None = Field(description="Day of departure.")

    @rule
    def leaves_after_arriving(cls) -> Expression:
        """A ship leaves no earlier than it arrives."""
        return field("arrived") <= field("left")


class Book(Record):
    """The log books."""

    table: ClassVar = Table("books", "Log books", "document_id")

    document_id: Slug = Field(description="Identifier.")
    source_file: str = Field(description="Name of the file.")
    sha256: str = Field(description="SHA-256 of the file.")
    n_bytes: int = Field(description="Size of the file.")
    n_code_points: int = Field(description="Length of the text.")


class Remark(Record):
    """What the log says of ships."""

    table: ClassVar = Table(
        "remarks",
        "Remarks",
        "remark_id",
        references=[Reference("document_id", "books"), Reference("ship_id", "ships")],
        selectors=[TextPositionSelector(digest="text_digest"), TextPositionSelector(start="cue_start", end="cue_end")],
    )

    remark_id: Slug = Field(description="Identifier.")
    document_id: Slug = Field(description="The book.")
    ship_id: Slug = Field(description="The ship.")
    start: int = Field(description="First code point.")
    end: int = Field(description="Code point after the last.")
    text_digest: str = Field(description="Digest of the text.")
    cue_start: int | None = Field(description="First code point of the name.")
    cue_end: int | None = Field(description="Code point after the last of the name.")


@dataset_rule(Visit)
def visits_do_not_overlap(tables: Tables) -> Iterator[Breach]:
    """A ship leaves before it comes again."""
    visits = sorted(tables.of(Visit), key=lambda visit: visit.key)
    for before, visit in pairwise(visits):
        if before.ship_id == visit.ship_id and (before.left is None or before.left > visit.arrived):
            yield Breach(visit, f"visit {before.number} has not ended by {visit.arrived}", "arrived")


HARBOUR = Dataset(
    name="harbour",
    title="A harbour",
    description="Invented ships.",
    version="1.0.0",
    licenses=(Link("CC0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),),
    records=(Ship, Visit, Book, Remark),
    rules=(visits_do_not_overlap,),
    texts=Texts(Book),
)

DAY = dt.date.fromisoformat


def remark(identifier: str, ship: str, selected: str, name: str) -> Remark:
    """A remark about the first place of the log that reads `selected`."""
    start, cue = LOG.index(selected), LOG.index(name)
    return Remark(
        remark_id=identifier,
        document_id="log",
        ship_id=ship,
        start=start,
        end=start + len(selected),
        text_digest=text_digest(selected),
        cue_start=cue,
        cue_end=cue + len(name),
    )


def records() -> dict[str, list[Record]]:
    """Sound records of every table."""
    encoded = LOG.encode()
    return {
        "ships": [
            Ship(ship_id="gannet", name="Gannet", rig=Rig.SAIL, tonnage=120.5, built=DAY("1871-03-02"), insured=True),
            Ship(ship_id="petrel", name="Petrel", rig=Rig.STEAM, tonnage=900.0, built=None, insured=False),
            Ship(ship_id="skua", name="Skua, the Second", rig=Rig.SAIL, tonnage=None, built=None, insured=None),
        ],
        "visits": [
            Visit(ship_id="gannet", number=1, arrived=DAY("1880-05-01"), left=DAY("1880-05-04")),
            Visit(ship_id="gannet", number=2, arrived=DAY("1880-06-01"), left=None),
            Visit(ship_id="petrel", number=1, arrived=DAY("1880-05-02"), left=DAY("1880-05-02")),
        ],
        "books": [
            Book(
                document_id="log",
                source_file=LOG_NAME,
                sha256=hashlib.sha256(encoded).hexdigest(),
                n_bytes=len(encoded),
                n_code_points=len(LOG),
            )
        ],
        "remarks": [
            remark("r1", "gannet", "low in the water", "Gannet"),
            remark("r2", "petrel", "Petrel left for the north", "Petrel"),
        ],
    }


def write_harbour(folder: Path, tables: Mapping[str, Sequence[Record]] | None = None) -> Path:
    """The package, in `folder/package`, with its text in `folder/texts`."""
    package, texts = folder / "package", folder / "texts"
    package.mkdir()
    texts.mkdir()
    write_package(HARBOUR, tables or records(), package)
    (texts / LOG_NAME).write_bytes(LOG.encode())
    return package
