"""Descriptors as values: JSON or YAML, of a bounded size and depth, since they come from elsewhere."""

import json
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from lading.descriptor.form import FormError
from lading.descriptor.places import Place
from lading.issue import Issue, IssuesError, LadingError, Severity, quoted

MOST_BYTES = 32 * 1024**2
MOST_BYTES_OF_YAML = 2 * 1024**2
MOST_LEVELS = 100
MOST_WARNINGS = 20
YAML = (".yaml", ".yml")
HALF = re.compile(rb"\\u[dD][89a-fA-F]")


@dataclass
class Reader:
    """Reads the files of one descriptor; what it met that is no error is in `warnings`.

    A file counts as often as it is read, so that thousands of references to a large one are refused too.
    """

    left: int = MOST_BYTES
    warnings: list[Issue] = field(default_factory=list)

    def read(self, path: Path, place: Place) -> Any:
        """The value in a file: YAML where its name says so, else JSON. IssuesError when there is none."""
        try:
            data = self._bytes(path)
            value, repeated = _yaml(data) if path.suffix.lower() in YAML else _json(data)
        except OSError as error:
            raise LadingError(f"{path}: {error.strerror}") from None
        except FormError as error:
            raise IssuesError([place.issue(place.code, str(error))]) from None
        for name in repeated[: MOST_WARNINGS - len(self.warnings)]:
            message = f"an object has the property {quoted(name)} twice, and only the last one was read"
            self.warnings.append(place.issue(place.code, message, "remove one of them", Severity.WARNING))
        return value

    def _bytes(self, path: Path) -> bytes:
        try:
            found = path.stat()
        except ValueError as error:  # a NUL in the name
            raise LadingError(f"{path}: {error}") from None
        if not stat.S_ISREG(found.st_mode):  # a pipe may never end, or never begin
            raise LadingError(f"{path}: this is no file that can be read as a descriptor")
        if found.st_size > self.left:
            total = MOST_BYTES // 1024**2
            raise FormError(f"a descriptor has no more than {total} MiB, with the files that it refers to")
        self.left -= found.st_size
        return path.read_bytes()


def _json(data: bytes) -> tuple[Any, Sequence[str]]:
    repeated: list[str] = []

    def as_dict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            repeated.extend(_repeated([name for name, _ in pairs]))
        return value

    try:
        value = json.loads(_text(data), object_pairs_hook=as_dict, parse_constant=_refuse_constant)
        if HALF.search(data):
            _refuse_halves(value)
    except FormError:
        raise
    except (ValueError, RecursionError) as error:  # ValueError: JSONDecodeError, and integers of thousands of digits
        raise FormError(f"not JSON that can be read: {error}") from None
    _refuse_depth(value)
    return value, repeated


def _yaml(data: bytes) -> tuple[Any, Sequence[str]]:
    if len(data) > MOST_BYTES_OF_YAML:
        raise FormError(f"a descriptor in YAML has no more than {MOST_BYTES_OF_YAML // 1024**2} MiB: write it as JSON")
    from lading.descriptor import yamltext  # YAML takes a while to import, and few descriptors are written in it

    return yamltext.parse(_text(data), MOST_LEVELS)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormError(f"not UTF-8 at byte {error.start}") from None


def _repeated(names: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    return [name for name in names if name in seen or seen.add(name)]  # type: ignore[func-returns-value]


def _refuse_constant(name: str) -> NoReturn:
    raise FormError(f"not JSON that can be read: {name} is no number of JSON")


def _refuse_halves(value: Any) -> None:
    """Halves of a character, which JSON can spell and no Unicode text, no path and no report can hold."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        half = f"\\u{ord(error.object[error.start]):04x}"
        raise FormError(f"not JSON that can be read: {half} is half of a character") from None


def _refuse_depth(value: Any) -> None:
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [
            item
            for holder in level
            if isinstance(holder, dict | list)
            for item in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(item, dict | list)
        ]
        if not level:
            return
    raise FormError(f"objects and lists are nested in more than {MOST_LEVELS} levels")
