"""Adopting a table that somebody else described: a record model from its Table Schema."""

from lading.adopt.described import unread
from lading.adopt.model import Adopted, adopt

__all__ = ["Adopted", "adopt", "unread"]
