"""The data package of documents that the converter has read and nobody has reviewed: the tables of baku-talks.

The days that a page states need not agree with one another, and nobody has decided between them yet: the rules that
they do are for reviewed documents.
"""

from dataclasses import replace

from schemas.baku_talks import BAKU_TALKS
from schemas.rules import RULES
from schemas.rules.days import datelines_carry_the_day, source_identifiers_carry_the_day, titles_carry_the_day

OF_REVIEWED_DOCUMENTS = (datelines_carry_the_day, source_identifiers_carry_the_day, titles_carry_the_day)

CONVERTED_DOCUMENTS = replace(
    BAKU_TALKS,
    name="converted-documents",
    title="Converted documents",
    description="What the converter reads in some documents by itself; nobody has reviewed it.",
    licenses=(),
    contributors=(),
    sources=(),
    keywords=(),
    rules=tuple(rule for rule in RULES if rule not in OF_REVIEWED_DOCUMENTS),
)
