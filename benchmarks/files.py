"""Where the data of the benchmarks lies."""

from pathlib import Path
from typing import Literal

Format = Literal["parquet", "csv"]
FORMATS: tuple[Format, ...] = ("parquet", "csv")
State = Literal["clean", "planted"]
STATES: tuple[State, ...] = ("clean", "planted")

ROOT = Path(__file__).parents[1]
DATA = ROOT / "benchmarks" / "data"
TRUTH = "planted.json"


def package(rows: int, form: Format, state: State, data: Path = DATA) -> Path:
    """The folder of one package: a table of that many rows, without a fault or with planted ones."""
    return data / str(rows) / f"{form}-{state}"


def table(folder: Path) -> Path:
    """The file of the table in the folder of a package."""
    return folder / f"shipments.{folder.name.partition('-')[0]}"
