"""The record models of baku-talks."""

from schemas.baku_talks import BAKU_TALKS

__all__ = ["BAKU_TALKS"]
