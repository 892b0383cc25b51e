"""The record models of baku-talks."""

from schemas.baku_talks import BAKU_TALKS
from schemas.converted_documents import CONVERTED_DOCUMENTS

__all__ = ["BAKU_TALKS", "CONVERTED_DOCUMENTS"]
