"""Cells as the types of Python that a record model may declare where Table Schema has no type of its own.

A strict model takes a Decimal, a UUID, a timedelta or bytes only as such.
"""

import base64
import binascii
import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from lading.descriptor import Field
from lading.tables.cells.numbers import number
from lading.values import Duration

UUID_TEXT = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def as_declared(python: Any, field: Field) -> Callable[[str], Any] | None:
    """What reads the cells of a field as values of the type; None where these are as Table Schema has them."""
    reader = READERS.get(python) if isinstance(python, type) else None
    return reader(field) if reader else None


def uuid(text: str) -> UUID:
    """The UUID of a text of five groups of hexadecimal digits; ValueError for everything else."""
    if UUID_TEXT.fullmatch(text) is None:
        raise ValueError(text)
    return UUID(text)


def decoded(text: str) -> bytes:
    """The bytes that a text in Base64 stands for; ValueError for everything else."""
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise ValueError(text) from None


READERS: Mapping[type, Callable[[Field], Callable[[str], Any]]] = {
    Decimal: lambda field: number(field, Decimal),
    UUID: lambda _: uuid,
    dt.timedelta: lambda _: lambda text: Duration.parse(text).delta(),
    bytes: lambda _: decoded,
}
