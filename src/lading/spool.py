"""A temporary file for what does not fit into memory; it has no name, and is gone with the last who uses it."""

import pickle
import weakref
from collections.abc import Sequence
from typing import IO, Any


class Spool:
    """Blocks of plain values, to be written once and read in any order."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None

    def write(self, block: Sequence[Any]) -> int:
        """Put a block into the file; the number that is returned finds it again."""
        if self._file is None:
            import tempfile  # most runs need none

            self._file = tempfile.TemporaryFile(prefix="lading-")  # noqa: SIM115 - it lives as long as the spool
            weakref.finalize(self, self._file.close)
        place = self._file.seek(0, 2)
        pickle.dump(block, self._file, pickle.HIGHEST_PROTOCOL)
        return place

    def read(self, place: int) -> Sequence[Any]:
        """The block that was written at a place."""
        if self._file is None:
            raise IndexError(place)
        self._file.seek(place)
        # Nobody else can write to a file that has no name.
        block: Sequence[Any] = pickle.load(self._file)  # noqa: S301
        return block
