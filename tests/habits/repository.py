"""The repository as its habits see it: its root, its files, its metadata."""

import subprocess
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]


def files() -> list[Path]:
    """Every file that is committed or about to be, generated ones included."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    paths = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())


def modules(*packages: str) -> list[Path]:
    """The Python files of these folders."""
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def read_yaml(name: str) -> Any:
    return yaml.safe_load(text(name))


def pyproject() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))
