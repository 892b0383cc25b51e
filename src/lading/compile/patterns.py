"""Regular expressions that Python and Polars understand alike."""

import re

ESCAPED = r"\\[\\.^$*+?{}\[\]|()/\-]"
CLASSES = r"\\[dDwW]"
"""Other digits and letters than those of ASCII are known in different versions of Unicode."""
MEMBER = rf"(?:[^\\\[\]^\-&~|]|{ESCAPED}|{CLASSES})"
SET = rf"\[\^?-?(?:{MEMBER}(?:-{MEMBER})?)+-?\]"
ATOM = rf"(?:[^\\.^$*+?{{}}\[\]|()]|{ESCAPED}|{CLASSES}|{SET}|\.|\))"
REPEATED = r"(?:(?:[*+?]|\{[0-9]{1,3}(?:,[0-9]{0,3})?\})\??)?"
ALIKE = re.compile(rf"(?:{ATOM}{REPEATED}|\((?:\?:)?|\|)*", re.DOTALL)


def alike(pattern: str) -> str | None:
    """The pattern for Polars that matches a text of ASCII where `re.fullmatch` does; None where that is not certain."""
    if "|" not in pattern:
        pattern = _without_anchors(pattern)
    return rf"\A(?:{pattern})\z" if ALIKE.fullmatch(pattern) else None


def knows_letters(pattern: str) -> bool:
    """Whether the pattern asks what is a digit or a letter, which differs beyond ASCII."""
    return re.search(r"\\[dDwW]", pattern) is not None


def _without_anchors(pattern: str) -> str:
    """Both ends are where a whole match begins and ends anyway."""
    pattern = pattern.removeprefix("^")
    return pattern[:-1] if re.search(r"(?<!\\)(?:\\\\)*\$\Z", pattern) else pattern
