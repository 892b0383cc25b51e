"""A page as a real browser shows it, without a window and without a network."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome", "chrome") if (found := shutil.which(name))),
    None,
)
OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
HEIGHT = 900


class Shown(NamedTuple):
    """What the document has become, and what the page wrote to the console."""

    document: str
    console: list[str]


def shown(address: str, width: int = 1200) -> Shown:
    """Let the page load and its script run."""
    ended = _chromium([f"--window-size={width},{HEIGHT}", "--dump-dom", address])
    return Shown(ended.stdout, [line for line in ended.stderr.splitlines() if "CONSOLE" in line])


def photographed(address: str, file: Path, width: int) -> None:
    """Write a picture of the page to a file."""
    _chromium([f"--window-size={width},{HEIGHT}", f"--screenshot={file}", address])


def _chromium(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        return subprocess.run(
            [str(CHROMIUM), *OPTIONS, f"--user-data-dir={profile}", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
