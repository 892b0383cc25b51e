"""Who takes part: what each is called, how it is started, and how what it says is read."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.files import table
from benchmarks.findings import Cell

Findings = tuple[list[Cell], int, str | None]
"""The cells that were named, the number of failures that were counted, one message."""


@dataclass(frozen=True, slots=True)
class Validator:
    """A command on the folder of a package.

    `exit_codes` are those of a run that came to its end. `says_what_pydantic_says` where the messages are Pydantic's.
    """

    name: str
    command: Callable[[Path], Sequence[str]]
    findings: Callable[[str], Findings]
    exit_codes: frozenset[int] = frozenset({0})
    most_rows: int | None = None
    says_what_pydantic_says: bool = False
    checks: bool = True


def _script(name: str) -> Callable[[Path], Sequence[str]]:
    return lambda folder: (sys.executable, "-m", f"benchmarks.peers.{name}", str(table(folder)))


def _reported(output: str) -> Findings:
    said = json.loads(output)
    return [(row, field) for row, field in said["cells"]], said["counted"], said["message"]


def _lading(what: Callable[[Path], Path], *options: str) -> Callable[[Path], Sequence[str]]:
    command = str(Path(sys.executable).with_name("lading"))
    # Without what it remembers of the round before.
    return lambda folder: (command, "validate", str(what(folder)), "--no-cache", "--format", "json", *options)


def _descriptor(folder: Path) -> Path:
    return folder / "datapackage.json"


def _issues(output: str) -> Findings:
    issues = json.loads(output)["issues"]
    return [(issue["row"], issue["field"]) for issue in issues], len(issues), issues[0]["message"] if issues else None


LADING = "lading"
SCAN = "scan, Polars"
PYDANTIC = "Pydantic, row by row"
VALID_OR_NOT = frozenset({0, 1})

VALIDATORS = (
    Validator(SCAN, _script("scan_polars"), _reported, checks=False),
    Validator("scan, PyArrow", _script("scan_pyarrow"), _reported, checks=False),
    Validator(
        LADING,
        _lading(table, "--model", "benchmarks.shipments:Shipment"),
        _issues,
        VALID_OR_NOT,
        says_what_pydantic_says=True,
    ),
    Validator("lading, Table Schema alone", _lading(_descriptor), _issues, VALID_OR_NOT, says_what_pydantic_says=True),
    Validator("Polars, by hand", _script("polars"), _reported),
    Validator("DuckDB, by hand", _script("duckdb"), _reported),
    Validator("dataframely", _script("dataframely"), _reported),
    Validator("pandera", _script("pandera"), _reported),
    Validator("patito", _script("patito"), _reported),
    Validator("pointblank", _script("pointblank"), _reported),
    Validator(PYDANTIC, _script("pydantic"), _reported, says_what_pydantic_says=True),
    Validator("frictionless", _script("frictionless"), _reported, most_rows=100_000),
)
