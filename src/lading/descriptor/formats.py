"""The format of a table, by what its resource says or its file is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lading.descriptor.dialect import Dialect
from lading.descriptor.models import Resource

FORMATS: Mapping[str, str] = {
    "csv": "csv",
    "tsv": "tsv",
    "tab": "tsv",
    "parquet": "parquet",
    "parq": "parquet",
    "pq": "parquet",
    "json": "json",
    "ndjson": "ndjson",
    "jsonl": "ndjson",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xls": "xls",
    "ods": "ods",
}
"""The formats that tables are read in, by the endings of file names."""
COMPRESSIONS: Mapping[str, str] = {
    "gz": "gz",
    "gzip": "gz",
    "bz2": "bz2",
    "xz": "xz",
    "zst": "zst",
    "zstd": "zst",
    "zip": "zip",
}
MEDIATYPES: Mapping[str, str] = {
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/x-ndjson": "ndjson",
    "application/vnd.apache.parquet": "parquet",
    "application/x-parquet": "parquet",
    "application/parquet": "parquet",
    "application/vnd.ms-excel": "xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}


@dataclass(frozen=True, slots=True)
class Format:
    """How a file is to be read: the format of its content, None where it is none of a table, and its compression."""

    name: str | None
    compression: str | None = None


def of_file(name: str) -> Format:
    """The format that the ending of a file name stands for, as in table.csv.gz."""
    endings = [suffix.lstrip(".").lower() for suffix in PurePosixPath(name).suffixes[-2:]]
    compression = COMPRESSIONS.get(endings[-1]) if endings else None
    if compression:
        endings.pop()
    return Format(FORMATS.get(endings[-1]) if endings else None, compression)


def of_resource(resource: Resource, file: str | None = None) -> Format:
    """The format of a resource: what it says itself, else what the name of (the first of) its files says.

    Data in the descriptor itself is JSON where it says nothing, as the standard has it.
    """
    named = of_file(file or (resource.paths or ("",))[0])
    if resource.format:
        name = of_file(f"table.{resource.format.lstrip('.')}").name
    else:
        name = named.name or MEDIATYPES.get((resource.mediatype or "").partition(";")[0].strip().lower())
    if resource.data is not None:
        return Format(name or "json")
    return Format(name, COMPRESSIONS.get((resource.compression or "").lower(), named.compression))


def dialect(resource: Resource) -> Dialect:
    """The dialect of a resource; what it does not say is as the format has it."""
    described = resource.dialect or Dialect()
    if of_resource(resource).name == "tsv" and "delimiter" not in described.model_fields_set:
        return described.model_copy(update={"delimiter": "\t"})
    return described
