"""Reading by columns gives what reading row by row gives, whatever the file is and however it falls into blocks."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lading.tables.csv import apart, batches, block, blocks
from tests.lading_tables.csv.sources import by_columns, outcome, schema_of, source

PIECES = [
    *(
        "a",
        "b",
        ",",
        ";",
        "\t",
        " ",
        "\n",
        "\n",
        "\r\n",
        "\r",
        '"',
        '""',
        "'",
        "\\",
        "#",
        "é",
        "𐍈",
        "\ufeff",
        "\x0b",
        "\u2028",
    ),
    *(
        "a,b",
        "1,",
        "-,-",
        ",",
        '"x,y"',
        '"say ""so"""',
        '"two\nlines"',
        '"two\r\nlines"',
        '7" pipe',
        "more than twelve bytes",
    ),
]
CELLS = [
    "",
    "",
    "a",
    "é𐍈",
    '""',
    '"x,y"',
    '"say ""so"""',
    '"two\nlines"',
    '"a"b',
    '5" pipe',
    "-",
    "#",
    "more than twelve bytes",
]
ENCODINGS = ["utf-8"] * 5 + ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "shift_jis", "gb18030", "utf-7"]

dialects = st.fixed_dictionaries(
    {},
    optional={
        "delimiter": st.sampled_from([",", ",", ";", "\t", " "]),
        "quoteChar": st.sampled_from(['"', "'", ""]),
        "doubleQuote": st.booleans(),
        "escapeChar": st.just("\\"),
        "skipInitialSpace": st.booleans(),
        "commentChar": st.sampled_from(["#", "#a", '"']),
        "commentRows": st.lists(st.integers(1, 5), max_size=2),
        "header": st.booleans(),
        "headerRows": st.sampled_from([[1], [2], [1, 2]]),
        "lineTerminator": st.sampled_from(["\r\n", "\n", ";"]),
        "nullSequence": st.just("a"),
        "skipBlankRows": st.booleans(),
    },
)
options = st.fixed_dictionaries(
    {},
    optional={
        "missingValues": st.sampled_from([[], [""], ["", "-"]]),
        "fieldsMatch": st.sampled_from(["exact", "equal", "subset", "superset", "partial"]),
    },
)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A text that is a table for the most part, with here and there a line that is none."""
    delimiter = draw(st.sampled_from([",", ",", ",", ";", "\t"]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), max_size=12))
    lines = [delimiter.join(row) for row in rows]
    for place, odd in draw(st.lists(st.tuples(st.integers(0, 12), st.sampled_from(PIECES)), max_size=2)):
        lines.insert(place, odd)
    header = draw(st.permutations(["a", "b", "x"]))[:width] if draw(st.booleans()) else ["a", "b", "x"][:width]
    return end.join([delimiter.join(header), *lines, *draw(st.sampled_from([[], [""]]))])


texts = tables() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@contextmanager
def small(block_bytes: int, longest_record: int, most_marks: int = 2**20) -> Iterator[None]:
    """Blocks of a few bytes, so that few bytes make many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_BYTES", block_bytes)
        patch.setattr(batches, "LONGEST_RECORD", longest_record)
        patch.setattr(block, "MOST_MARKS", most_marks)
        patch.setattr(apart, "ROWS_AT_ONCE", 2)
        yield


@settings(max_examples=250, deadline=None)
@given(
    texts=st.lists(texts, min_size=1, max_size=2),
    encoding=st.sampled_from(ENCODINGS),
    dialect=dialects,
    options=options,
    damage=st.none() | st.tuples(st.integers(0, 10_000), st.sampled_from([b"\0", b"\xff", b"\xc3", b""])),
    block_bytes=st.sampled_from([1, 2, 3, 5, 8, 13, 30, 1000]),
    longest_record=st.sampled_from([1, 10, 100, 10_000]),
    most_marks=st.sampled_from([1, 4, 12, 10_000]),
)
def test_batches_hold_the_rows_that_reading_row_by_row_gives(
    texts: list[str],
    encoding: str,
    dialect: dict[str, Any],
    options: dict[str, Any],
    damage: tuple[int, bytes] | None,
    block_bytes: int,
    longest_record: int,
    most_marks: int,
) -> None:
    with tempfile.TemporaryDirectory() as folder, small(block_bytes, longest_record, most_marks):
        paths = [Path(folder, str(number)) for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(damaged(text.encode(encoding, "replace"), damage))
        table = source(paths, schema_of(["a", "b"], **options), dialect, encoding=encoding)
        assert outcome(by_columns(table)) == outcome(table.rows())


def damaged(content: bytes, damage: tuple[int, bytes] | None) -> bytes:
    if damage is None or not content:
        return content
    place = damage[0] % len(content)
    return content[:place] + damage[1] + content[place + 1 :]


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=80), encoding=st.sampled_from(ENCODINGS), block_bytes=st.sampled_from([1, 3, 20]))
def test_bytes_of_any_kind_are_read_or_refused_alike(content: bytes, encoding: str, block_bytes: int) -> None:
    with tempfile.TemporaryDirectory() as folder, small(block_bytes, 10):
        path = Path(folder, "bytes")
        path.write_bytes("a,b\n".encode(encoding) + content)
        table = source(path, schema_of(["a", "b"]), encoding=encoding)
        assert outcome(by_columns(table)) == outcome(table.rows())
