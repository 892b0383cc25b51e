"""The bounds that the documentation tells are those of the code."""

from collections.abc import Mapping
from pathlib import Path

from lading import failures, issue
from lading.adopt import effort, nested
from lading.descriptor import base, parsing, paths, yamltext
from lading.locate import archive, directory
from lading.tables.csv import blocks, dialect, header, rows
from lading.tables.parquet import pages
from lading.tables.records import json_text, spreadsheets

PAGE = Path(__file__).parents[2] / "docs" / "validate.md"
MIB = 2**20
BOUNDS: Mapping[str, str] = {
    "descriptor": f"{parsing.MOST_BYTES // MIB} MiB, {parsing.MOST_BYTES_OF_YAML // MIB} MiB of it in YAML, "
    f"{parsing.MOST_LEVELS} levels, {yamltext.MOST_VALUES:,} values",
    "faults of one descriptor": f"the first {base.MOST_FAULTS:,} are listed",
    "zip archive": f"{archive.MOST_MEMBERS:,} members in a table of contents of {directory.MOST_BYTES // MIB} MiB; "
    f"unpacked {archive.ALWAYS // MIB} MiB or {archive.MOST_RATIO} times its size, "
    f"and {archive.MOST_UNPACKED // 2**30} GiB",
    "compressed table": f"unpacked {blocks.LARGE_BYTES // MIB} MiB or {blocks.GREATEST_RATIO} times its size",
    "cell and line of a text file, row of JSON": f"{dialect.LONGEST_CELL:,} characters",
    "header": f"{header.MOST_COLUMNS:,} cells, in the first {dialect.LAST_HEADER:,} rows",
    "cells that a row lacks or has too many": f"the first {rows.LISTED_CELLS} are listed",
    "spreadsheet": f"unpacked {spreadsheets.LARGEST_UNPACKED // MIB} MiB",
    "pages of Parquet that are read together": f"unpacked {pages.MOST_UNPACKED // MIB:,} MiB",
    "pattern with look-around or back-references": f"{effort.MOST_STEPS:,} steps; "
    f"texts of {effort.LENGTHS[0]:,} characters, or of {effort.LENGTHS[1]:,}",
    "jsonSchema": f"{nested.MOST_STEPS:,} keywords for a value, "
    f"and {nested.STEPS_OF_AN_ITEM:,} more for each item in it",
    "issue": f"{issue.LONGEST_MESSAGE:,} characters of message, {issue.LONGEST_CELL:,} of cell",
    "failing row": f"{failures.MOST_OF_A_ROW} issues, {failures.LONGEST_CELL:,} characters of a cell",
    "folder without descriptor": f"{paths.MOST_FILES:,} files",
}


def test_the_bounds_in_the_documentation_are_those_of_the_code() -> None:
    _, _, section = PAGE.read_text(encoding="utf-8").partition("## Bounds")
    table, _, _ = section.partition("\n## ")
    found = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines() if "|" in line]
    assert found[2:] == [*BOUNDS.items()]


def test_what_is_told_together_is_one_bound() -> None:
    assert dialect.LONGEST_CELL == json_text.LONGEST_ROW
