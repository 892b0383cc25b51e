"""Quotations in each language: the name of an example begins with the tag of its language.

Direct quotations are marked with their speaker, `⟦Anton Merelin|We go.⟧`, nobody before the bar for nobody; whatever
else stands between marks is none.
"""

import re
from pathlib import Path

from schemas.vocabularies import QuoteType, ZoneKind
from scripts.reading.found import Layout, Zone
from scripts.reading.language import Language
from scripts.reading.names import names
from scripts.reading.quotations import quotations
from scripts.registry import Registry

MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟦⟧]*)⟧")


def test_the_direct_quotations_of_an_example_are_found_with_their_speakers(
    quotations_example: Path, nobody: Registry
) -> None:
    marked = quotations_example.read_text("utf-8")
    text = MARKED.sub(r"\2", marked)
    language = Language(quotations_example.stem.split("-")[0])
    structure = Layout((Zone(0, len(text), ZoneKind.NARRATIVE),), ())
    known = names.find(text, structure, language, nobody)
    found = [
        (known.name(each.speaker_id) if each.speaker_id else "", text[each.start : each.end])
        for each in quotations.find(text, structure, known, language)
        if each.quote_type == QuoteType.DIRECT
    ]
    expected = [(match[1], match[2].removesuffix(",")) for match in MARKED.finditer(marked)]
    assert found == expected
