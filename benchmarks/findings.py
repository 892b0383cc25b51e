"""What a validator says it found, as one JSON object on standard output."""

import json
import sys
from collections.abc import Iterable

Cell = tuple[int | None, str | None]
"""A row, from 1, and a field, either of them null where the validator does not name it."""


def report(cells: Iterable[Cell], counted: int | None = None, message: str | None = None) -> None:
    """Print the cells that were named, the number of failures if more were counted than named, and one message."""
    named = list(cells)
    json.dump({"cells": named, "counted": len(named) if counted is None else counted, "message": message}, sys.stdout)
