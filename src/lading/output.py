"""Where a report goes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from lading.issue import LadingError


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output; what its encoding lacks is escaped.

    Raises LadingError, here and now, for what could not be written.
    """
    stream = sys.stdout
    if stream is None:
        raise LadingError("the report could not be written: standard output is closed")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Python would try once more at its end, and say so in several lines.
        with suppress(OSError), Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
        raise _not_written(error) from None


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A file in UTF-8 with LF; what it held before stays until the new content is complete. Raises LadingError."""
    if path.exists() and not path.is_file():  # a device or a pipe is written to and never replaced
        with _written(path) as stream:
            yield stream
        return
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with _written(staged) as stream:
            yield stream
        staged.replace(path)
    except OSError as error:
        raise _not_written(error) from None
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


@contextmanager
def _written(path: Path) -> Iterator[TextIO]:
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise _not_written(error) from None


def _not_written(error: OSError) -> LadingError:
    return LadingError(f"the report could not be written: {error.strerror}")
