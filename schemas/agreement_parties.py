"""Who is party to an agreement."""

from typing import ClassVar

from pydantic import Field

from lading.record import Record, Reference, Table
from schemas.fields import Slug


class AgreementParty(Record):
    """Who is party to an agreement."""

    table: ClassVar = Table(
        "agreement_parties",
        "Agreement parties",
        ["agreement_id", "party_id"],
        references=[
            Reference("agreement_id", "agreements", "entity_id"),
            Reference("party_id", "entities", "entity_id"),
        ],
    )

    agreement_id: Slug = Field(description="The agreement.")
    party_id: Slug = Field(description="The state or body that is party to it.")
