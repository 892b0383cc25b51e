"""The lines of a text file; a file that has none in the encoding it is described with raises IssuesError."""

from collections.abc import Iterator
from pathlib import Path

from lading.issue import Issue, IssuesError, quoted


def lines(path: Path, encoding: str) -> Iterator[str]:
    """The lines with their ends, whichever these are."""
    # A byte order mark is no part of the first label.
    codec = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        with path.open(encoding=codec, newline="") as file:
            for number, line in enumerate(file, start=1):
                if "\0" in line:
                    message = "the line holds a NUL byte, which no text has"
                    hint = "the file is damaged, binary or in another encoding: write it again"
                    raise IssuesError([Issue("encoding-error", message, hint, line=number)])
                yield line
    except UnicodeDecodeError as error:
        raise IssuesError([_undecodable(path, encoding, error)]) from None
    except (LookupError, ValueError) as error:  # an encoding that is unknown, of no text, or fits no such file
        message = f"the file cannot be read with the descriptor's encoding, {quoted(encoding)}: {error}"
        raise IssuesError([Issue("encoding-error", message, "use utf-8")]) from None
    except OSError as error:
        raise IssuesError([Issue("source-error", f"the file cannot be read: {error.strerror}")]) from None


def _undecodable(path: Path, encoding: str, while_reading: UnicodeDecodeError) -> Issue:
    """The first byte that is none of the encoding, with its line where the file as a whole tells it."""
    hint = f"save the file as {encoding}"
    data = path.read_bytes()
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        # In encodings such as UTF-16 a byte that looks like a line feed need not be one.
        line = data.count(b"\n", 0, error.start) + 1 if "\n".encode(encoding) == b"\n" else None
        message = f"byte {error.start} (0x{data[error.start]:02x}) is no {encoding}"
        return Issue("encoding-error", message, hint, line=line)
    except UnicodeError:
        pass
    return Issue("encoding-error", f"the file is no {encoding}: {while_reading.reason}", hint)
