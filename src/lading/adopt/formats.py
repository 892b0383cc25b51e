"""The formats of texts, and what points on the Earth have in common (Table Schema: string, geopoint)."""

import re

from pydantic_core import PydanticCustomError

from lading.tables.cells.python import UUID_TEXT, decoded
from lading.values import GeoPoint

# RFC 5321, 4.1.2, with the letters that RFC 6531 adds.
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010FFFF-]+"
QUOTED = r'"(?:[\x20\x21\x23-\x5B\x5D-\x7E\u0080-\U0010FFFF]|\\[\x20-\x7E])*"'
LABEL = r"[A-Za-z0-9\u0080-\U0010FFFF](?:[A-Za-z0-9\u0080-\U0010FFFF-]{0,61}[A-Za-z0-9\u0080-\U0010FFFF])?"
EMAIL = rf"(?=[^\s@]{{1,64}}@|\")(?:{ATOM}(?:\.{ATOM})*|{QUOTED})@(?:{LABEL}(?:\.{LABEL})*|\[[A-Za-z0-9:.]+\])"
"""Compiled when it is first asked for, as the other one, which takes as long as all the rest here."""
LONGEST_EMAIL = 254

# RFC 3986, appendix A.
ESCAPED = r"%[0-9A-Fa-f]{2}"
PLAIN = r"A-Za-z0-9\-._~!$&'()*+,;="
SEGMENT = rf"(?:[{PLAIN}:@]|{ESCAPED})"
HOST = rf"(?:\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\.[{PLAIN}:]+)\]|(?:[{PLAIN}]|{ESCAPED})*)"
AUTHORITY = rf"(?:(?:[{PLAIN}:]|{ESCAPED})*@)?{HOST}(?::[0-9]*)?"
PATH = rf"(?://{AUTHORITY}(?:/{SEGMENT}*)*|(?!//)(?:/|{SEGMENT})*)"
REST = rf"(?:[{PLAIN}:@/?]|{ESCAPED})*"
URI = rf"[A-Za-z][A-Za-z0-9+.-]*:{PATH}(?:\?{REST})?(?:#{REST})?"


def email(text: str) -> str:
    """An e-mail address."""
    if len(text) > LONGEST_EMAIL or re.fullmatch(EMAIL, text) is None:
        raise PydanticCustomError("email", "Input should be an e-mail address")
    return text


def uri(text: str) -> str:
    """A URI, which unlike a reference to one has a scheme."""
    if re.fullmatch(URI, text) is None:
        raise PydanticCustomError("uri", "Input should be a URI, with its scheme")
    return text


def binary(text: str) -> str:
    """Bytes in Base64 (RFC 4648, section 4)."""
    try:
        decoded(text)
    except ValueError:
        raise PydanticCustomError("binary", "Input should be bytes in Base64") from None
    return text


def uuid(text: str) -> str:
    """A UUID in its usual form."""
    if UUID_TEXT.fullmatch(text) is None:
        raise PydanticCustomError("uuid", "Input should be a UUID, five groups of hexadecimal digits")
    return text


def on_earth(point: GeoPoint) -> GeoPoint:
    """A point with a longitude and a latitude that there are."""
    if not point.lies_on_earth:
        reason = "Input should be a longitude from -180 to 180 and a latitude from -90 to 90"
        raise PydanticCustomError("geopoint", reason)
    return point
