"""What is installed only for documents that are no plain text in UTF-8."""

import importlib
from typing import Any

from scripts.reading.source import UnreadableDocument

EXTRA = "documents"


def module(name: str, what: str) -> Any:
    """A module of the extra. UnreadableDocument when it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise UnreadableDocument(f"{what} needs an extra; install it with: pip install '.[{EXTRA}]'") from None
