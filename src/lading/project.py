"""The dataset that a project declares in its pyproject.toml: `[tool.lading] dataset = "module:NAME"`."""

import importlib
import sys
import tomllib
from pathlib import Path
from typing import Any

from lading.dataset import Dataset
from lading.issue import LadingError, quoted
from lading.record import DeclarationError


def declared_dataset(folder: Path) -> str | None:
    """What the pyproject.toml of a folder declares, if it does."""
    file = folder / "pyproject.toml"
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise LadingError(f"{file}: {error}") from None
    found: Any = content
    for step in ("tool", "lading", "dataset"):
        if not isinstance(found, dict):
            raise LadingError(f"{file}: there is no {step} in {quoted(str(found))}, where [tool.lading] is expected")
        if step not in found:
            return None
        found = found[step]
    if not isinstance(found, str):
        raise LadingError(f"{file}: tool.lading.dataset is no text of the form module:NAME")
    return found


def load_dataset(name: str, folder: Path) -> Dataset:
    """The dataset called `module:NAME`, imported with `folder` first on the path: this runs its code."""
    module, separator, attribute = name.partition(":")
    if not (module and separator and attribute):
        raise LadingError(f"{name}: a dataset is named as module:NAME")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    try:
        dataset = getattr(importlib.import_module(module), attribute)
    except (Exception, SystemExit) as error:  # the code is that of others
        reason = str(error) if isinstance(error, ImportError | AttributeError | DeclarationError) else repr(error)
        raise LadingError(f"{name}: {reason}") from None
    if not isinstance(dataset, Dataset):
        raise LadingError(f"{name}: this is a {type(dataset).__name__}, not a lading.dataset.Dataset")
    return dataset
