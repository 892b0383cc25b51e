"""Faults in the structure of a table, planted before it is written or in what was written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

Row = list[str] | None


@dataclass(frozen=True)
class Content:
    """The labels and the rows of a table, None for a blank line, and what stands behind them."""

    labels: list[str]
    rows: list[Row]
    rest: str = ""
    is_empty: bool = False


Damage = Callable[[list[str], list[list[str]]], Content]


def none(labels: list[str], rows: list[list[str]]) -> Content:
    """The table as it is."""
    return Content(labels, [*rows])


def _row(change: Callable[[list[str]], list[str]]) -> Damage:
    return lambda labels, rows: Content(labels, [rows[0], change(rows[1]), *rows[2:]])


def _labels(change: Callable[[list[str]], list[str]]) -> Damage:
    return lambda labels, rows: Content(change(labels), [*rows])


def _columns(change: Callable[[list[str]], list[str]]) -> Damage:
    return lambda labels, rows: Content(change(labels), [change(row) for row in rows])


def _rest(text: str) -> Damage:
    return lambda labels, rows: replace(none(labels, rows), rest=text)


FAULTS: Mapping[str, Damage] = {
    "blank line": lambda labels, rows: Content(labels, [rows[0], None, *rows[1:]]),
    "blank line at the end": lambda labels, rows: Content(labels, [*rows, None]),
    "blank cells": _row(lambda row: [""] * len(row)),
    "one extra cell": _row(lambda row: [*row, "more"]),
    "two extra cells": _row(lambda row: [*row, "more", ""]),
    "one missing cell": _row(lambda row: row[:-1]),
    "two missing cells": _row(lambda row: row[:-2]),
    "a label blank": _labels(lambda labels: [labels[0], "", *labels[2:]]),
    "all labels blank": _labels(lambda labels: [""] * len(labels)),
    "a label twice": _labels(lambda labels: [*labels[:-1], labels[0]]),
    "another label": _labels(lambda labels: [*labels[:-1], "other"]),
    "a label in another case": _labels(lambda labels: [labels[0].upper(), *labels[1:]]),
    "a label with a space": _labels(lambda labels: [labels[0], f" {labels[1]}", *labels[2:]]),
    "no label for the last": _labels(lambda labels: labels[:-1]),
    "without the last column": _columns(lambda cells: cells[:-1]),
    "without the first column": _columns(lambda cells: cells[1:]),
    "an extra label": _labels(lambda labels: [*labels, "more"]),
    "an extra column": lambda labels, rows: Content([*labels, "more"], [[*row, "z"] for row in rows]),
    "columns swapped": _columns(lambda cells: [cells[1], cells[0], *cells[2:]]),
    "other columns": lambda labels, rows: Content([f"x{label}" for label in labels], [*rows]),
    "a blank line for a header": lambda _, rows: Content([], [*rows]),
    "no rows": lambda labels, _: Content(labels, []),
    "an empty file": lambda labels, rows: replace(none(labels, rows), is_empty=True),
    "an open quote": _rest("1DELIMITERQUOTEx"),
    "no such file": none,
    "another size": none,
    "another MD5": none,
    "another SHA-256": none,
    "another size and hash": none,
    "bytes that are no text": none,
    "an unknown encoding": none,
    "another encoding": none,
}
"""What is done to a table before it is written; where that is nothing, see what is done AFTERWARDS."""
SHIFTS = ("without the first column", "columns swapped", "a blank line for a header", "an open quote")
"""Faults after which cells stand in columns that they were not made for."""

Files = dict[str, bytes]


def _no_file(files: Files, _: dict[str, Any], records: list[int]) -> None:
    del files["main.csv"]
    records.clear()


def _described(**change: Any) -> Callable[[Files, dict[str, Any], list[int]], None]:
    return lambda _files, resource, _records: resource.update(change)


def _no_text(files: Files, _: dict[str, Any], records: list[int]) -> None:
    files["main.csv"] += b"\xff\xfe,1\n"
    records.append(records[-1] + 1 if records else 2)


AFTERWARDS: Mapping[str, Callable[[Files, dict[str, Any], list[int]], None]] = {
    "no such file": _no_file,
    "another size": _described(bytes=7),
    "another MD5": _described(hash="0" * 32),
    "another SHA-256": _described(hash=f"sha256:{'0' * 64}"),
    "another size and hash": _described(bytes=7, hash="0" * 32),
    "bytes that are no text": _no_text,
    "an unknown encoding": _described(encoding="utf-99"),
    "another encoding": _described(encoding="ascii"),
}
