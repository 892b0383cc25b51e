"""The texts that spans point into, against the table that describes them."""

import hashlib
from pathlib import Path
from typing import Any

from lading.check.spans import Numbered
from lading.dataset import Texts
from lading.issue import Issue, IssuesError
from lading.record import cells_of
from lading.tables import quoting

HINT = "the text is another one than the offsets were counted in: get the described one, or read it anew"


class MissingTextError(IssuesError):
    """A text that is not in the folder: whoever holds some of the texts can still check those."""


def read(found: Numbered, columns: Texts, directory: Path) -> str:
    """The text of a document, out of a directory.

    MissingTextError when there is no such file, IssuesError when it is not the text that is described.
    """

    def described(column: str) -> Any:
        return cells_of(found.record)[column]

    def fault(code: str, column: str, message: str, hint: str = HINT) -> IssuesError:
        shown = quoting.text(described(column))
        return IssuesError([Issue(code, message, hint, row=found.row, line=found.line, field=column, cell=shown)])

    name = str(described(columns.file))
    if Path(name).name != name:
        raise fault("text-missing", columns.file, f"{name!r} is no file name", "give the name without folders")
    try:
        data = (directory / name).read_bytes()
    except (OSError, ValueError):  # a name with NUL is no name
        message, hint = f"the folder of texts has no readable file {name}", "its spans were not checked against it"
        raise MissingTextError(fault("text-missing", columns.file, message, hint).issues) from None
    if (sha256 := hashlib.sha256(data).hexdigest()) != described(columns.sha256):
        raise fault("text-hash", columns.sha256, f"the sha256 of {name} is {sha256}")
    if len(data) != described(columns.n_bytes):
        raise fault("text-length", columns.n_bytes, f"{name} has {len(data)} bytes", "correct the number")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise fault("encoding-error", columns.file, f"byte {error.start} of {name} is no UTF-8") from None
    if len(text) != described(columns.n_code_points):
        raise fault("text-length", columns.n_code_points, f"{name} has {len(text)} code points", "correct the number")
    return text
