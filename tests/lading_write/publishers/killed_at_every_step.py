"""Publishes a second package over a first one, once for every step that touches files, and is killed at that step."""

import itertools
import os
import signal
import sys
from pathlib import Path
from typing import Any

from lading.publish import staging

LISTED = '{"resources": [{"path": ["data/tables/a", "data/tables/%s"]}]}'
FIRST = {"datapackage.json": LISTED % "gone", "data/tables/a": "old", "data/tables/gone": "old"}
SECOND = {"datapackage.json": LISTED % "b", "data/tables/a": "new", "data/tables/b": "new"}
STEPS = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}


def publish(root: Path, files: dict[str, str]) -> None:
    with staging(root) as staged:
        (staged / "data/tables").mkdir(parents=True)
        for name, text in files.items():
            (staged / name).write_text(text)


def die_at(step: int) -> None:
    """Python announces each of the steps before it takes it."""
    steps = itertools.count()

    def hook(event: str, _: tuple[Any, ...]) -> None:
        if event in STEPS and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def main(root: Path) -> None:
    for step in itertools.count():
        folder = root / f"{step:03}"
        publish(folder, FIRST)
        child = os.fork()
        if child == 0:
            die_at(step)
            publish(folder, SECOND)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            return


main(Path(sys.argv[1]))
