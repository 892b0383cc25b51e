"""The data package of documents that the converter has read and nobody has reviewed: the tables of baku-talks."""

from dataclasses import replace

from schemas.baku_talks import BAKU_TALKS

CONVERTED_DOCUMENTS = replace(
    BAKU_TALKS,
    name="converted-documents",
    title="Converted documents",
    description="What the converter reads in some documents by itself; nobody has reviewed it.",
    licenses=(),
    contributors=(),
    sources=(),
    keywords=(),
)
