"""The rows of a spreadsheet, with frictionless as the reader of its cells, and of nothing else.

It needs an extra of lading; frictionless is not imported before a spreadsheet is read.
"""

import datetime as dt
import importlib.util
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lading.column import ColumnType
from lading.descriptor import Dialect
from lading.issue import Issue, IssuesError
from lading.tables.records.entry import Entry
from lading.tables.source import UnreadableFormatError

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "xlsx": ("frictionless", "openpyxl"),
    "xls": ("frictionless", "xlrd"),
    "ods": ("frictionless", "ezodf", "lxml"),
}
"""The modules that reading each format takes."""
LARGEST_UNPACKED = 2**29
"""The bytes that the parts of a spreadsheet may take together when they are unpacked."""
FIRST_DAYS = (dt.date(1899, 12, 30), dt.date(1899, 12, 31), dt.date(1900, 1, 1), dt.date(1904, 1, 1))
"""The days that a time without a day has in a spreadsheet."""
TIME_OF_ODS = re.compile(r"PT([0-9]{1,6})H([0-9]{1,2})M([0-9]{1,2}(?:[.,][0-9]+)?)S")


def needs_extra(file_format: str) -> bool:
    """Whether the modules that read the format are not installed."""
    return any(importlib.util.find_spec(module) is None for module in EXTRAS[file_format])


def sheet_rows(path: Path, file_format: str, dialect: Dialect) -> Iterator[Entry]:
    """The rows of a sheet, without blank cells at their ends and without blank rows at the end of the sheet."""
    if needs_extra(file_format):
        raise UnreadableFormatError(f"reading {file_format} takes an extra: pip install 'lading[spreadsheets]'")
    _refuse_bombs(path, file_format)
    blank: list[Entry] = []
    for cells in _cells(path, file_format, dialect):
        entry = Entry(None, _trimmed(cells))
        if not entry.cells:
            blank.append(entry)
            continue
        yield from blank
        blank.clear()
        yield entry


def _trimmed(cells: Sequence[Any]) -> list[Any]:
    last = max((place for place, cell in enumerate(cells) if cell is not None and cell != ""), default=-1)
    return list(cells[: last + 1])


def as_typed(column_type: ColumnType, cell: Any) -> Any:
    """A cell as its column means it: spreadsheets tell times of day, days and spans of time apart by their looks."""
    if column_type == "time":
        if isinstance(cell, dt.datetime) and cell.date() in FIRST_DAYS:
            return cell.time()
        if isinstance(cell, str) and (found := TIME_OF_ODS.fullmatch(cell)):
            cell = dt.timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=float(found[3].replace(",", ".")))
        if isinstance(cell, dt.timedelta) and dt.timedelta() <= cell < dt.timedelta(days=1):
            return (dt.datetime.combine(FIRST_DAYS[0], dt.time()) + cell).time()
    if column_type == "datetime" and isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return dt.datetime.combine(cell, dt.time())
    return cell


def _cells(path: Path, file_format: str, dialect: Dialect) -> Iterator[Sequence[Any]]:
    parser = _parser(path, file_format, dialect)
    try:
        while True:
            try:
                with warnings.catch_warnings():  # of cells that look like dates and are none
                    warnings.simplefilter("ignore")
                    if parser.closed:
                        parser.open()
                    cells = next(parser.cell_stream)
            except StopIteration:
                return
            except Exception as error:  # of four libraries, for any damage that a file can have
                note = getattr(getattr(error, "error", None), "note", None)
                raise _fault(file_format, note or str(error) or type(error).__name__) from None
            yield cells
    finally:
        parser.close()


def _parser(path: Path, file_format: str, dialect: Dialect) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import formats, system
        from frictionless.resources import TableResource

        sheet = dialect.sheet_name or dialect.sheet_number
        control = formats.OdsControl(sheet=sheet) if file_format == "ods" else formats.ExcelControl(sheet=sheet)
        resource = TableResource(path=path.name, basepath=str(path.parent), format=file_format, control=control)
        return system.create_parser(resource)


def _refuse_bombs(path: Path, file_format: str) -> None:
    try:
        if file_format == "xls":
            with path.open("rb"):
                return
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except OSError as error:
        raise IssuesError([Issue("source-error", f"the file cannot be read: {error.strerror}")]) from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _fault(file_format, str(error)) from None
    if unpacked > LARGEST_UNPACKED:
        raise _fault(file_format, f"it takes {unpacked:,} bytes when it is unpacked")


def _fault(file_format: str, reason: str) -> IssuesError:
    reason = reason.partition("\n")[0]
    hint = "save the spreadsheet again, or see which sheet the dialect names"
    return IssuesError([Issue("source-error", f"no readable {file_format}: {reason}", hint)])
