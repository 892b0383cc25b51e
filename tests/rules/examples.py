"""Invented records out of example files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from lading.record import Record
from schemas.baku_talks import BAKU_TALKS

HERE = Path(__file__).parent


def load(file: Path) -> dict[str, Any]:
    example: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return example


DEFAULTS: Mapping[str, Mapping[str, Any]] = load(HERE / "defaults.yaml")


def cells(table: str, number: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a record: what is given, and the defaults of its table."""
    default = {
        name: value.replace("{n}", str(number)) if isinstance(value, str) else value
        for name, value in DEFAULTS[table].items()
    }
    return {**default, **given}


def records(table: str, given: Sequence[Mapping[str, Any]]) -> list[Record]:
    model = BAKU_TALKS.model(table)
    return [model.model_validate(cells(table, number, row)) for number, row in enumerate(given, start=1)]
