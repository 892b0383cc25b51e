"""Texts from elsewhere as they may stand in a page."""

import html

from lading.issue import one_line

LONGEST = 300
"""How much of a text is shown."""


def text(content: str) -> str:
    """The text, of which nothing is markup, and which is ASCII, whatever the stream makes of other letters."""
    return _escaped(content if len(content) <= LONGEST else f"{content[:LONGEST]}… ({len(content):,} characters)")


def apart(content: str) -> str:
    """The text so that its direction of writing changes nothing around it."""
    return f"<bdi>{text(content)}</bdi>"


def attribute(content: str) -> str:
    """The whole text, for an attribute between double quotation marks."""
    return _escaped(content)


def _escaped(content: str) -> str:
    return html.escape(one_line(content)).encode("ascii", "xmlcharrefreplace").decode()
