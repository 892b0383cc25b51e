"""What a project declares: a dataset in its pyproject.toml (`[tool.lading] dataset = "module:NAME"`), record models."""

import importlib
import sys
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from lading.borrow import record_of
from lading.dataset import Dataset
from lading.issue import LadingError, quoted
from lading.record import DeclarationError, Record


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
    dataset = _load(name, folder, "a dataset")
    if not isinstance(dataset, Dataset):
        raise LadingError(f"{name}: this is a {type(dataset).__name__}, not a lading.dataset.Dataset")
    return dataset


def load_model(name: str, folder: Path) -> type[Record]:
    """The record model called `module:NAME`, imported with `folder` first on the path: this runs its code.

    Another model of Pydantic is taken as well: it becomes that of a table without keys.
    """
    model = _load(name, folder, "a record model")
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise LadingError(f"{name}: this is a {type(model).__name__}, not a model of Pydantic")
    try:
        return record_of(model)
    except DeclarationError as error:
        raise LadingError(f"{name}: {error}") from None


def _load(name: str, folder: Path, what: str) -> Any:
    module, separator, attribute = name.partition(":")
    if not (module and separator and attribute):
        raise LadingError(f"{name}: {what} is named as module:NAME")
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    try:
        return getattr(importlib.import_module(module), attribute)
    except (Exception, SystemExit) as error:  # the code is that of others
        reason = str(error) if isinstance(error, ImportError | AttributeError | DeclarationError) else repr(error)
        raise LadingError(f"{name}: {reason}") from None
