"""Tables written as texts in any dialect."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.lading_frictionless.faults import Content

DIALECTS: Mapping[str, Mapping[str, Any]] = {
    "semicolons": {"delimiter": ";"},
    "tabs": {"delimiter": "\t"},
    "bars": {"delimiter": "|"},
    "single quotes": {"delimiter": ",", "quoteChar": "'"},
    "escapes": {"delimiter": ",", "doubleQuote": False, "escapeChar": "\\"},
    "double quotes": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
    "initial spaces": {"delimiter": ",", "skipInitialSpace": True},
    "no header": {"delimiter": ",", "header": False},
    "late header": {"delimiter": ",", "headerRows": [2]},
    "two header rows": {"delimiter": ",", "headerRows": [1, 2]},
    "two joined header rows": {"delimiter": ",", "headerRows": [1, 2], "headerJoin": "-"},
    "comments": {"delimiter": ",", "header": True, "commentChar": "#"},
    "comment before the header": {"delimiter": ",", "commentRows": [1], "headerRows": [2]},
    "comment row": {"delimiter": ",", "header": True, "commentRows": [3]},
    "terminator": {"delimiter": ",", "lineTerminator": "\r\n"},
    "null sequence": {"delimiter": ",", "nullSequence": "\\N"},
    "blank rows skipped": {"delimiter": ",", "skipBlankRows": True},
    "all of version 1": {
        "csvddfVersion": 1.2,
        "delimiter": ",",
        "doubleQuote": True,
        "lineTerminator": "\n",
        "quoteChar": '"',
        "skipInitialSpace": True,
        "header": True,
        "caseSensitiveHeader": False,
    },
    "usual": {"delimiter": ","},
}


@dataclass
class Layout:
    """A dialect, the end of lines, and whether all cells are quoted."""

    dialect: dict[str, Any]
    end: str
    quotes_all: bool

    @property
    def header_rows(self) -> list[int]:
        """The numbers of the rows with labels."""
        rows: list[int] = self.dialect.get("headerRows", [1]) if self.dialect.get("header", True) else []
        return rows

    def rename(self, fields: list[dict[str, Any]], keys: dict[str, Any]) -> None:
        """Give the fields the names that they have in a header of two rows."""
        if self.header_rows != [1, 2]:
            return
        join = self.dialect.get("headerJoin", " ")

        def renamed(names: Any) -> Any:
            return f"g{join}{names}" if isinstance(names, str) else [renamed(name) for name in names]

        for field in fields:
            field["name"] = renamed(field["name"])
        for name in ("primaryKey", "uniqueKeys"):
            if name in keys:
                keys[name] = renamed(keys[name])
        for key in keys.get("foreignKeys", []):
            key["fields"] = renamed(key["fields"])
            key["reference"]["fields"] = renamed(key["reference"]["fields"])

    def line(self, cells: list[str]) -> str:
        """A record."""
        between: str = self.dialect.get("delimiter", ",") + (" " if self.dialect.get("skipInitialSpace") else "")
        return between.join(self._cell(cell) for cell in cells)

    def _cell(self, cell: str) -> str:
        quote: str = self.dialect.get("quoteChar", '"')
        delimiter, escape = self.dialect.get("delimiter", ","), self.dialect.get("escapeChar")
        if escape:
            cell = cell.replace(escape, escape * 2)
        if not self.quotes_all and not any(mark in cell for mark in (delimiter, quote, "\n", '"', "'")):
            return cell
        doubled = quote * 2 if self.dialect.get("doubleQuote", True) else f"{escape}{quote}"
        return f"{quote}{cell.replace(quote, doubled)}{quote}"


def written(content: Content, layout: Layout) -> tuple[str, list[int]]:
    """The text of a table, and which of its records are data."""
    dialect, lines, data = layout.dialect, [], []
    if layout.header_rows == [2]:
        lines.append("a title")
    if layout.header_rows == [1, 2]:
        prefix = f"g{dialect.get('headerJoin', ' ')}"
        lines.append(layout.line(["g" if label else "" for label in content.labels]))
        lines.append(layout.line([label.removeprefix(prefix) for label in content.labels]))
    elif layout.header_rows and content.labels is not None:
        lines.append(layout.line(content.labels))
    for number, row in enumerate(content.rows):
        if number == 1 and "commentChar" in dialect:
            lines.append("# what this is about")
        if len(lines) == 2 and dialect.get("commentRows") == [3]:
            lines.append("a remark")
        lines.append("" if row is None else layout.line(row))
        if any(row or ()) or not dialect.get("skipBlankRows"):
            data.append(len(lines))
    if content.is_empty:
        return "", []
    text = "".join(f"{line}{layout.end}" for line in lines)
    rest = content.rest.replace("QUOTE", dialect.get("quoteChar", '"'))
    return text + rest.replace("DELIMITER", dialect.get("delimiter", ",")), data
