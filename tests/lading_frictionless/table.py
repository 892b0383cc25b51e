"""The tables of docs/frictionless.md, made of the files that the tests of disagreements read.

`python -m tests.lading_frictionless.table` writes them into the page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "frictionless.md"
HEAD = "| what | lading says | frictionless says | right | decided by |\n| --- | --- | --- | --- | --- |\n"
TABLE_SCHEMA = "https://datapackage.org/standard/table-schema/"
MOST_TEXTS = 4


def page(text: str) -> str:
    """The page with its tables as they should be."""
    for name, rows in (("packages", _packages()), ("descriptors", _descriptors()), ("cells", _cells())):
        begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}\n{HEAD}{''.join(rows)}\n{end}{rest.partition(end)[2]}"
    return text


def _packages() -> Iterator[str]:
    for entry in _read("lading_frictionless"):
        yield _row(entry["what"], entry["lading"], entry["frictionless"], entry["right"], _passage(entry))


def _descriptors() -> Iterator[str]:
    for entry in _read("lading_descriptor"):
        says = {"lading": "nothing, or a warning", "frictionless": "nothing"} | {entry["finds"]: "an error"}
        because = re.sub(r"^(Data|Table|Glossary|The profile)[^:.]*: ", "", entry["because"])
        decided = _passage(entry | {"because": because})
        yield _row(entry["what"], says["lading"], says["frictionless"], entry.get("right", "lading"), decided)


def _cells() -> Iterator[str]:
    for entry in _read("lading_types"):
        name = re.split("[:,]", entry["passage"])[0]
        decided = _passage(
            entry | {"passage": f"Table Schema v2.0, {entry['passage']}", "url": f"{TABLE_SCHEMA}#{name}"}
        )
        for verdicts in dict.fromkeys((cells["lading"], cells["frictionless"]) for cells in entry["cells"]):
            same = [cells for cells in entry["cells"] if (cells["lading"], cells["frictionless"]) == verdicts]
            yield _row("; ".join(map(_field, same)), *verdicts, entry["right"], decided)


def _field(cells: Mapping[str, Any]) -> str:
    texts: Sequence[str] = cells["texts"]
    shown = ", ".join(_code(text) for text in texts[:MOST_TEXTS]) + (" …" if len(texts) > MOST_TEXTS else "")
    described = ", ".join(
        f"{name}: {value}" if name != "constraints" else _listed(value)
        for name, value in cells["field"].items()
        if name != "type"
    )
    return f"{cells['field']['type']}{f' ({_code(described)})' if described else ''}: {shown}"


def _listed(constraints: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in constraints.items())


def _passage(entry: Mapping[str, Any]) -> str:
    return f"[{entry['passage']}]({entry['url']}): {entry['because']}"


def _code(text: str) -> str:
    text = text.replace("\n", "⏎") or " "
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |\n"


def _read(folder: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / folder / "disagreements.yaml").read_text("utf-8"))
    return entries


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), encoding="utf-8")
