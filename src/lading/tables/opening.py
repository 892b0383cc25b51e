"""Opens a table, whatever its files are."""

from collections.abc import Sequence

from lading.column import Column
from lading.descriptor import TableSchema
from lading.issue import quoted
from lading.tables.source import Source, TableFiles, UnreadableFormatError

TEXT = ("csv", "tsv")
RECORDS = ("json", "ndjson", "xlsx", "xls", "ods")


def open_table(files: TableFiles, columns: Sequence[Column], schema: TableSchema | None) -> Source:
    """The source of the rows of a table; UnreadableFormatError for a format that is not read here."""
    if files.data is not None and not isinstance(files.data, str):
        from lading.tables.records import RecordsSource

        return RecordsSource(files, columns, schema)
    if files.format in TEXT:
        from lading.tables.cells import cell_readers
        from lading.tables.csv import CsvSource

        return CsvSource(files, cell_readers(columns, schema), schema)
    if files.format == "parquet":
        from lading.tables.parquet import ParquetSource

        if files.compression:
            raise UnreadableFormatError("it is Parquet, which is compressed inside, and compressed again")
        return ParquetSource(files, columns, schema)
    if files.format in RECORDS:
        return _records(files, columns, schema)
    raise UnreadableFormatError(f"{quoted(files.format)} is no format of tables that lading reads")


def _records(files: TableFiles, columns: Sequence[Column], schema: TableSchema | None) -> Source:
    from lading.tables.records import RecordsSource, spreadsheets

    if files.format in spreadsheets.EXTRAS:
        if spreadsheets.needs_extra(files.format):
            raise UnreadableFormatError(f"reading {files.format} takes an extra: pip install 'lading[spreadsheets]'")
        if files.compression:
            raise UnreadableFormatError("it is a compressed spreadsheet")
    return RecordsSource(files, columns, schema)
