"""Packages of CSV tables made of a seed: every type, constraint, key and dialect, sound or with faults planted."""

import hashlib
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.lading_frictionless import faults
from tests.lading_frictionless.texts import DIALECTS, Layout, written

KINDS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "kinds.yaml").read_text("utf-8"))
SECOND = "https://datapackage.org/profiles/2.0/datapackage.json"
KEYS = ("none", "primary", "composite", "unique", "unique together", "referring to itself")
KEY_FAULTS = ("none", "none", "twice", "missing", "of another type", "half missing")
PLAIN = ("integer", "date", "boolean", "any")
"""Types of which every cell of the others is read or refused alike by lading and frictionless."""
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252", "shift-jis")


@dataclass
class Table:
    """The columns of a table: their fields and the cells in each, and what else its schema says."""

    fields: list[dict[str, Any]] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    keys: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, described: Mapping[str, Any], cells: list[str]) -> None:
        """One more column."""
        self.fields.append({"name": name, **json.loads(json.dumps(described))})
        self.cells.append(cells)

    @property
    def schema(self) -> dict[str, Any]:
        """The Table Schema."""
        return {"fields": self.fields, **self.keys}

    @property
    def rows(self) -> list[list[str]]:
        """The cells row by row."""
        return [list(row) for row in zip(*self.cells, strict=True)]


@dataclass
class Package:
    """A descriptor and its files; of each table the numbers that its data have among all records of its file.

    `features` is what was drawn: a disagreement may hold only where there is one of them.
    """

    descriptor: dict[str, Any]
    files: dict[str, bytes]
    records: dict[str, list[int]]
    features: set[str]

    def write(self, folder: Path) -> None:
        """Write descriptor and files."""
        (folder / "datapackage.json").write_text(json.dumps(self.descriptor, ensure_ascii=False), encoding="utf-8")
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


def made(seed: int, **fixed: str) -> Package:
    """The package of a seed; `fixed` says what is not left to it: key, key_fault, dialect, fault, match."""
    draw = random.Random(seed)  # noqa: S311
    version = draw.choice([1, 2, 2])
    chosen = {
        "key": fixed.get("key") or draw.choice(KEYS),
        "key_fault": fixed.get("key_fault") or draw.choice(KEY_FAULTS),
        "dialect": fixed.get("dialect") or draw.choice(["usual"] * len(DIALECTS) + list(DIALECTS)),
        "fault": fixed.get("fault") or draw.choice(["none"] * 8 + list(faults.FAULTS)),
        "match": fixed.get("match") or draw.choice(["exact"] * 8 + ["equal", "subset", "superset", "partial"]),
    }
    if version == 1 and (chosen["match"] != "exact" or chosen["key"] == "unique together"):
        version = 2
    features = {f"{name}: {value}" for name, value in chosen.items()} | {f"version {version}"}
    kinds = [kind for kind in KINDS if kind.get("since", 1) <= version and kind["field"].get("format") != "any"]
    if chosen["fault"] in faults.SHIFTS:  # cells of one column come to stand in another
        kinds = [kind for kind in kinds if kind["field"].get("type") in PLAIN and len(kind["field"]) == 1]
    main = _main(draw, version, kinds, chosen["key"], chosen["key_fault"])
    if chosen["match"] != "exact":
        main.keys["fieldsMatch"] = chosen["match"]
    if draw.random() < 0.2:
        main.keys["missingValues"] = (
            ["", "n/a"] if version == 1 or draw.random() < 0.5 else [{"value": "", "label": "-"}]
        )
    package = Package({"name": "drawn"}, {}, {}, features)
    if version == 2:
        package.descriptor["$schema"] = SECOND
    package.descriptor["resources"] = []
    _write_main(draw, package, main, version, chosen)
    if chosen["key"] in ("primary", "composite", "referring to itself") and draw.random() < 0.6:
        _write_second(draw, package, main, version, chosen["key"] == "composite")
    return package


def _main(draw: random.Random, version: int, kinds: list[dict[str, Any]], key: str, key_fault: str) -> Table:
    n_rows = draw.randint(3, 6)
    table = Table()
    if key in ("composite", "unique together"):
        _two_columns_of_a_key(table, n_rows, key, key_fault)
    elif key != "none":
        _column_of_a_key(draw, table, n_rows, version, key, key_fault)
    for number, kind in enumerate(draw.sample(kinds, draw.randint(3, min(6, len(kinds))))):
        cells = [draw.choice(kind["good"]) for _ in range(n_rows)]
        may_be_missing = (
            not kind["field"].get("constraints", {}).get("required") and "missingValues" not in kind["field"]
        )
        if may_be_missing and draw.random() < 0.4:
            cells[draw.randrange(n_rows)] = ""
        if "bad" in kind and draw.random() < 0.3:
            cells[draw.randrange(n_rows)] = draw.choice(kind["bad"])
        table.add(f"f{number}", kind["field"], cells)
    return table


def _column_of_a_key(draw: random.Random, table: Table, n_rows: int, version: int, key: str, key_fault: str) -> None:
    cells = [str(number) for number in range(1, n_rows + 1)]
    match key_fault:
        case "twice":
            cells[-1] = cells[0]
        case "missing":
            cells[1] = ""
        case "of another type":
            cells[1] = "x"
    described: dict[str, Any] = {"type": draw.choice(["string", "integer"])}
    if key == "unique":
        described["constraints"] = {"unique": True}
    else:
        table.keys["primaryKey"] = "key" if version == 1 and draw.random() < 0.5 else ["key"]
    if draw.random() < 0.4:
        described.setdefault("constraints", {})["required"] = True
    table.add("key", described, cells)
    if key == "referring to itself":
        parents = [draw.choice(["", "1", "9"]) for _ in cells]
        table.add("parent", {"type": described["type"]}, parents)
        to_itself = {"resource": ""} if version == 1 else {}
        names = {"fields": "key"} if version == 1 else {"fields": ["key"]}
        own = "parent" if version == 1 else ["parent"]
        table.keys["foreignKeys"] = [{"fields": own, "reference": to_itself | names}]


def _two_columns_of_a_key(table: Table, n_rows: int, key: str, key_fault: str) -> None:
    first, second = [str(number // 2) for number in range(n_rows)], ["xy"[number % 2] for number in range(n_rows)]
    match key_fault:
        case "twice":
            first[-1], second[-1] = first[0], second[0]
        case "missing":
            first[1] = second[1] = ""
        case "of another type":
            first[1] = "x"
        case "half missing":
            first[1] = ""
    table.add("ka", {"type": "integer"}, first)
    table.add("kb", {"type": "string"}, second)
    table.keys |= {"primaryKey": ["ka", "kb"]} if key == "composite" else {"uniqueKeys": [["ka", "kb"]]}


def _write_main(draw: random.Random, package: Package, table: Table, version: int, chosen: Mapping[str, str]) -> None:
    layout = Layout(dict(DIALECTS[chosen["dialect"]]), draw.choice(["\n", "\r\n"]), draw.random() < 0.2)
    layout.rename(table.fields, table.keys)
    labels = [described["name"] for described in table.fields]
    if chosen["match"] in ("equal", "subset") and draw.random() < 0.5:
        labels.reverse()
        table.cells.reverse()
    damage = faults.FAULTS.get(chosen["fault"], faults.none)
    text, records = written(damage(labels, table.rows), layout)
    encoding = draw.choice(ENCODINGS)
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        encoding, content = "utf-8", text.encode()
    resource: dict[str, Any] = {"name": "main", "path": "main.csv", "schema": table.schema}
    resource |= {"type": "table"} if version == 2 else draw.choice([{}, {"profile": "tabular-data-resource"}])
    if encoding not in ("utf-8", "utf-8-sig"):
        resource["encoding"] = encoding
    package.features.add(f"encoding: {encoding}")
    if layout.dialect:
        resource["dialect"] = layout.dialect
    if draw.random() < 0.3:
        resource |= {"format": "csv", "mediatype": "text/csv"}
    if draw.random() < 0.2:
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    after = faults.AFTERWARDS.get(chosen["fault"])
    package.files["main.csv"] = content
    package.records["main"] = records
    package.descriptor["resources"].append(resource)
    if after:
        after(package.files, resource, records)


def _write_second(draw: random.Random, package: Package, main: Table, version: int, composite: bool) -> None:
    """A table that refers to the first one."""
    keys = main.cells[:2] if composite else main.cells[:1]
    fields = main.fields[: len(keys)]
    if "match: exact" not in package.features:  # the columns may stand in another order
        keys = [["1"], ["x"]][: len(keys)]
    known = list(zip(*keys, strict=True))
    rows = [list(draw.choice(known)) for _ in range(4)]
    if draw.random() < 0.5:
        rows[2][0] = "99"
    if draw.random() < 0.3:
        rows[3] = [""] * len(keys)
    if draw.random() < 0.3:
        rows[1][0] = ""
    names = [described["name"] for described in fields]
    own = [f"r{number}" for number in range(len(keys))]
    single = len(keys) == 1 and version == 1
    reference = {"resource": "main", "fields": names[0] if single else names}
    described = [{"name": name, "type": one["type"]} for name, one in zip(own, fields, strict=True)]
    schema = {
        "fields": [{"name": "id", "type": "integer"}, *described],
        "foreignKeys": [{"fields": own[0] if single else own, "reference": reference}],
    }
    lines = [["id", *own], *([str(number), *row] for number, row in enumerate(rows, start=1))]
    package.files["second.csv"] = "".join(f"{','.join(line)}\n" for line in lines).encode()
    package.records["second"] = list(range(2, len(lines) + 1))
    resource = {"name": "second", "path": "second.csv", "schema": schema} | ({"type": "table"} if version == 2 else {})
    package.descriptor["resources"].insert(draw.choice([0, 1]), resource)


def by_kind(version: int) -> Iterator[Package]:
    """For every kind of field a table with all its cells, good and bad, in one package."""
    resources: list[dict[str, Any]] = []
    package = Package({"name": "kinds", "resources": resources}, {}, {}, {f"version {version}"})
    if version == 2:
        package.descriptor["$schema"] = SECOND
    for number, kind in enumerate(kind for kind in KINDS if kind.get("since", 1) <= version):
        cells = [*kind["good"], *kind.get("bad", [])]
        table = Table()
        table.add("number", {"type": "integer"}, [str(place) for place in range(len(cells))])
        table.add("value", kind["field"], cells)
        text, records = written(faults.none(["number", "value"], table.rows), Layout({}, "\n", True))
        name = f"t{number}"
        package.files[f"{name}.csv"] = text.encode()
        package.records[name] = records
        resources.append({"name": name, "path": f"{name}.csv", "schema": table.schema})
    yield package
