"""Whole packages by number: from a sound one, mutilated or not, to what lies at a path."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.lading_hostile import cells, damage, descriptors, tables

V2 = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass
class Package:
    """The files of a package by their names, and what is to be validated."""

    files: dict[str, bytes] = field(default_factory=dict)
    target: str = ""
    schema: str | None = None

    def write(self, folder: Path) -> tuple[Path, Path | None]:
        """Put the files into a folder; where to begin, and a schema."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder / self.target, folder / self.schema if self.schema else None


def package(seed: int, number: int) -> Package:
    """The package of that number, always the same."""
    random = Random(f"{seed}:{number}")
    names = random.sample(["ships", "berths", "a-b", "x"], random.choice([1, 1, 2, 3]))
    made = Package()
    resources = [_resource(random, name, names, made) for name in names]
    descriptor: dict[str, Any] = {"name": "harbour", "resources": resources}
    if random.random() < 0.7:
        descriptor["$schema"] = V2
    elif random.random() < 0.5:
        descriptor["profile"] = "tabular-data-package"
    if random.random() < 0.5:
        damage.descriptor(random, descriptor)
    if random.random() < 0.45:
        damage.files(random, made.files)
    _wrap(random, made, descriptor)
    return made


def _resource(random: Random, name: str, names: list[str], made: Package) -> dict[str, Any]:
    schema = descriptors.schema(random, names)
    fields = schema["fields"]
    rows = [[cells.cell(random, one["type"]) for one in fields] for _ in range(random.choice([0, 1, 3, 8]))]
    rows += [[*random.choice(rows)] for _ in range(random.randint(0, 2)) if rows]
    for row in rows:
        if random.random() < 0.03:
            row[random.randint(0, len(row)) :] = []
        elif random.random() < 0.03:
            row.extend(["extra"] * random.choice([1, 3, 150]))
    labels = [one["name"] for one in fields]
    if random.random() < 0.08:
        random.shuffle(labels)
    if random.random() < 0.05:
        labels[random.randrange(len(labels))] = random.choice([*labels, "", "other"])
    described, files = tables.table(random, labels, rows, [one["type"] for one in fields])
    made.files |= {f"{name}/{file}": content for file, content in files.items()}
    if "path" in described:
        paths = described["path"]
        described["path"] = [f"{name}/{one}" for one in paths] if isinstance(paths, list) else f"{name}/{paths}"
    found = {"name": name, **described}
    if random.random() < 0.9:
        found["schema"] = schema
    if random.random() < 0.4:
        found |= random.choice([{"type": "table"}, {"profile": "tabular-data-resource"}])
    return found


def _wrap(random: Random, made: Package, descriptor: Any) -> None:
    """Choose what is validated: the descriptor, its folder, an archive of it, or one of its tables alone."""
    if random.random() < 0.12 and made.files:
        made.target = random.choice(sorted(made.files))
        if random.random() < 0.5:
            found = descriptor.get("resources") if isinstance(descriptor, dict) else None
            schemas = [one.get("schema") for one in found if isinstance(one, dict)] if isinstance(found, list) else []
            made.files["schema.json"] = json.dumps(random.choice(schemas or [None])).encode()
            made.schema = "schema.json"
        return
    if random.random() < 0.05:
        return  # a folder of tables, without descriptor
    is_yaml = random.random() < 0.08
    name = "datapackage.yaml" if is_yaml else "datapackage.json"
    try:
        written = yaml.safe_dump(descriptor, sort_keys=False) if is_yaml else json.dumps(descriptor)
        content = written.encode("utf-8", "surrogatepass")
    except (yaml.YAMLError, ValueError):
        content = json.dumps(descriptor).encode()
    if random.random() < 0.04:
        content = damage.content(random, content)
    made.files[name] = content
    made.target = random.choice(["", name])
    if random.random() < 0.1:
        whole = tables.zipped(made.files)
        made.files = {"package.zip": damage.content(random, whole) if random.random() < 0.3 else whole}
        made.target = "package.zip"
