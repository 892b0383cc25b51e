"""The table of contents of a zip archive, whose size is read before it is: Python keeps all of it in memory."""

import struct
import zipfile
from pathlib import Path

END = b"PK\x05\x06"
END_SIZE = 22
LONGEST_COMMENT = 2**16 - 1
LOCATOR = b"PK\x06\x07"
LOCATOR_SIZE = 20
END64_SIZE = 56
SEE_64 = 2**32 - 1
MOST_BYTES = 16 * 1024**2


def refuse_large_directory(path: Path) -> None:
    """Raise BadZipFile for an archive of far more members than any package has."""
    if _size(path) > MOST_BYTES:
        raise zipfile.BadZipFile(f"its table of contents has more than {MOST_BYTES // 1024**2} MiB")


def _size(path: Path) -> int:
    """How many bytes the table of contents has; 0 where no end of an archive can be found, which Python says too."""
    with path.open("rb") as file:
        length = file.seek(0, 2)
        start = max(0, length - END_SIZE - LONGEST_COMMENT - LOCATOR_SIZE)
        file.seek(start)
        tail = file.read()
        at = tail.rfind(END)
        if at < 0 or len(tail) - at < END_SIZE:
            return 0
        (size,) = struct.unpack_from("<L", tail, at + 12)
        if size != SEE_64:
            return int(size)
        if tail[at - LOCATOR_SIZE : at][:4] != LOCATOR:
            return 0
        (offset,) = struct.unpack_from("<Q", tail, at - LOCATOR_SIZE + 8)
        file.seek(min(offset, length))
        end = file.read(END64_SIZE)
        return int(struct.unpack_from("<Q", end, 40)[0]) if len(end) == END64_SIZE else 0
