"""Publishes without end: two hundred files with one number, and one whose name carries it."""

import itertools
import sys
from pathlib import Path

from lading.publish import staging

root = Path(sys.argv[1])

for number in itertools.count():
    with staging(root) as staged:
        (staged / "data/tables").mkdir(parents=True)
        (staged / "datapackage.json").write_text(str(number))
        for name in (*range(200), f"only-{number}"):
            (staged / f"data/tables/{name}").write_text(str(number))
    (root / "started").touch()
