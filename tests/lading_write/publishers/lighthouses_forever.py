"""Publishes the lighthouses without end, each time in another version."""

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from lading.package import write_package
from lading.publish import staging
from tests.lading_write.lighthouses import LIGHTHOUSES, RECORDS

root = Path(sys.argv[1])

for number in itertools.count():
    with staging(root) as staged:
        write_package(replace(LIGHTHOUSES, version=f"1.{number}.0"), RECORDS, staged)
    (root / "started").touch()
