"""The spans of a record, of which some quote the text that they select."""

from lading.check.spans import Numbered, anchored
from schemas.baku_talks import BAKU_TALKS
from tests.rules.examples import records

TEXT = "“The light burns,” Ann said. Keeper: I saw it."


def issues(table: str, **given: object) -> list[tuple[str, str | None]]:
    (record,) = records(table, [given])
    selectors = BAKU_TALKS.model(table).table.selectors
    found = [issue for selector in selectors for issue in anchored(Numbered(1, record), selector, {"doc-1": TEXT})]
    return [(issue.code, issue.field) for issue in found if issue.code != "text-digest"]


def test_source_cue_and_label_stand_in_the_text_where_their_offsets_say() -> None:
    source = {"source": "Ann", "source_start": 19, "source_end": 22}
    cue = {"cue": "said", "cue_start": 23, "cue_end": 27}
    label = {"speaker_label": "Keeper", "label_start": 29, "label_end": 35}
    assert issues("quotations", speaker_id="ann", start=1, end=16, **source, **cue) == []
    assert issues("turns", start=37, end=46, **label) == []


def test_offsets_that_select_other_words_than_the_record_quotes_are_issues() -> None:
    source = {"source": "Ann", "source_start": 18, "source_end": 21}
    cue = {"cue": "says", "cue_start": 23, "cue_end": 27}
    label = {"speaker_label": "Keeper", "label_start": 29, "label_end": 36}
    expected = [("text-exact", "source"), ("text-exact", "cue")]
    assert issues("quotations", speaker_id="ann", start=1, end=16, **source, **cue) == expected
    assert issues("turns", start=37, end=46, **label) == [("text-exact", "speaker_label")]
