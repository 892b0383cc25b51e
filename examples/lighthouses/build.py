"""Read the JSON files beside this script and write them as a data package."""

import argparse
from pathlib import Path

from lighthouses import LIGHTHOUSES
from pydantic import TypeAdapter

from lading.package import write_package
from lading.publish import staging
from lading.record import Record

HERE = Path(__file__).parent


def read(model: type[Record]) -> list[Record]:
    """The records of one table; the first that its model refuses ends the build."""
    return TypeAdapter(list[model]).validate_json((HERE / f"{model.table.name}.json").read_bytes())  # type: ignore[valid-type]


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("directory", type=Path, metavar="DIR", help="where to write the package")
with staging(parser.parse_args().directory) as directory:
    write_package(LIGHTHOUSES, {model.table.name: read(model) for model in LIGHTHOUSES.records}, directory)
