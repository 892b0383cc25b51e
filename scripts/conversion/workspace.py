"""The workspace of a conversion: a hidden folder beside its output, which stays when the conversion is interrupted."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from lading.issue import LadingError
from scripts.conversion.work import Text

if sys.platform != "win32":
    import fcntl

ENDING = ".converting"
LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the journal, the texts and standard input are kept while documents are converted."""

    folder: Path

    @property
    def journal(self) -> Path:
        """The file of the journal."""
        return self.folder / "journal"

    @property
    def texts(self) -> Path:
        """The texts of the documents, each under its hash."""
        return self.folder / "texts"

    @property
    def spooled(self) -> Path:
        """What came by standard input."""
        return self.folder / "spooled"

    def make(self) -> None:
        """Make the folders that are not there."""
        for folder in (self.texts, self.spooled):
            folder.mkdir(parents=True, exist_ok=True)

    def put_texts(self, texts: Iterable[Text], folder: Path) -> None:
        """Put the texts into a folder under their names, each of them whole or not at all."""
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / ".part"
        for text in texts:
            shutil.copyfile(self.texts / text.sha256, part)
            part.replace(folder / text.source_file)


@contextmanager
def workspace(output: Path) -> Iterator[Workspace]:
    """The workspace for an output. Whatever ends the block in an orderly way removes it, an interruption does not.

    LadingError when another conversion is at work on the same output.
    """
    output = output.absolute()
    made = [parent for parent in output.parents if not parent.exists()]
    space = Workspace(output.with_name(f".{output.name}{ENDING}"))
    try:
        space.make()
    except OSError as error:
        raise LadingError(f"{output}: nothing can be written there ({error.strerror}); name another folder") from None
    with (space.folder / LOCK).open("wb") as lock:
        if sys.platform != "win32":
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise LadingError(f"{output}: another conversion is at work on it; wait for its end") from None
        yield space
        shutil.rmtree(space.folder)
        with suppress(OSError):  # what was written is there to stay
            for parent in made:
                parent.rmdir()
