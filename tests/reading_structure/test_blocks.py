"""Blocks: paragraphs are one line each, or several that are wrapped at a margin."""

from scripts.reading import blocks

WRAPPED = """Speech of the harbour master
Lisk, 3 May 2021

The pier was built by people who had never seen a map, and yet
it stands where every map would have put it. We owe them a lamp
and a name. The council will vote on both tomorrow.
Nobody asked the gulls, who have been living on the third pile
since the spring, and who will have to go when the painters and
their ladders come.
I thank the painters, who are here although it rains, and their
children, who are not.
"""


def texts(text: str) -> list[str]:
    return [" ".join(block.text.split()) for block in blocks.split(text)]


def test_a_paragraph_that_is_wrapped_is_one_block_and_a_short_line_ends_it() -> None:
    found = texts(WRAPPED)
    assert found[:2] == ["Speech of the harbour master", "Lisk, 3 May 2021"]
    assert [block.split()[0] for block in found[2:]] == ["The", "Nobody", "I"]
    assert found[-1].endswith("and their children, who are not.")


def test_captions_of_few_letters_a_line_are_joined_where_sentences_go_on_below() -> None:
    lines = """we have come to the harbour so
that you can all see the lamp at
night and count the boats by day
and whatever else there may be to
see before the gulls come back to
their nests on the pier and find
the painters and their ladders in
front of the door"""
    assert texts(lines) == [" ".join(lines.split())]


def test_paragraphs_on_a_line_each_stay_apart() -> None:
    lines = [
        "Question: When?",
        "Anna Berg: On Monday.",
        "Question: Where?",
        "Anna Berg: In Velm.",
        "We hope so.",
        "Bye.",
    ]
    assert texts("\n".join([*lines, *lines])) == [*lines, *lines]


def test_salutations_that_end_with_a_comma_stay_apart() -> None:
    lines = [
        "Lieber Herr Halden,",
        "liebe Frau Orsa,",
        "liebe Gäste,",
        "liebe Kinder,",
        "liebe Nachbarn,",
        "liebe Alle,",
    ]
    assert texts("\n".join([*lines, "das Licht brennt."])) == [*lines, "das Licht brennt."]


def test_the_mark_of_an_extractor_is_a_block_of_its_own() -> None:
    assert texts(" date 2020-02-12 The pier is open again.") == ["date 2020-02-12", "The pier is open again."]


def test_offsets_are_those_of_the_text() -> None:
    text = "\ufeff  Велм \U0001f393\r\n\r\n  Open.  "
    assert [text[block.start : block.end] for block in blocks.split(text)] == ["Велм \U0001f393", "Open."]


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks.split("") == ()
    assert blocks.split(" \n\u2028 ") == ()
