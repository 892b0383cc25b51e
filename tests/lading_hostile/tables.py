"""Files of tables: the same cells in every format that is read, in dialects and encodings of all kinds."""

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

Rows = Sequence[Sequence[Any]]
Written = tuple[dict[str, Any], dict[str, bytes]]
"""What the descriptor says of the data, and the files."""

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "latin-1",
    "utf-16",
    "utf-16-le",
    "cp1252",
    "cp037",
    "shift_jis",
    "utf-7",
    "gb18030",
    "ascii",
    "utf-32",
)
ARROW: Mapping[str, Sequence[pa.DataType]] = {
    "string": [pa.string(), pa.large_string(), pa.dictionary(pa.int8(), pa.string()), pa.binary()],
    "integer": [pa.int64(), pa.int8(), pa.uint64(), pa.float64(), pa.decimal128(20, 2), pa.int32()],
    "number": [pa.float64(), pa.float32(), pa.int64(), pa.decimal128(20, 2)],
    "boolean": [pa.bool_()],
    "date": [pa.date32(), pa.date64(), pa.string()],
    "time": [pa.time64("us"), pa.time64("ns"), pa.time32("s")],
    "datetime": [pa.timestamp("us"), pa.timestamp("ns"), pa.timestamp("us", "UTC"), pa.timestamp("s", "Asia/Baku")],
    "year": [pa.int64(), pa.int16()],
    "list": [pa.list_(pa.string()), pa.list_(pa.int64()), pa.string()],
    "array": [pa.list_(pa.int64()), pa.string()],
    "object": [pa.struct([("a", pa.int64())]), pa.string()],
    "any": [pa.string(), pa.int64(), pa.null()],
}

CONTROL = re.compile(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML can hold."""


def text(value: Any) -> str:
    """A cell of a text file."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def delimited(random: Random, labels: Sequence[str], rows: Rows) -> Written:
    """A CSV file in some dialect, compressed or not, in one part or two, or as a text in the descriptor."""
    dialect: dict[str, Any] = {}
    delimiter = random.choice([",", ",", ";", "\t", "|", "é"])
    quote, escape = random.choice(['"', '"', "'", None]), None
    if quote is None or random.random() < 0.1:
        escape = "\\"
    line_break = random.choice(["\n", "\n", "\r\n", "\r", "$"])
    dialect |= {"delimiter": delimiter, "quoteChar": quote, "lineTerminator": line_break}
    if escape:
        dialect["escapeChar"] = escape
    has_header = random.random() < 0.9
    if not has_header:
        dialect["header"] = False
    for name, value in (
        ("skipInitialSpace", True),
        ("commentChar", "#"),
        ("nullSequence", "NA"),
        ("headerRows", [1, 2]),
        ("skipBlankRows", True),
    ):
        if random.random() < 0.06:
            dialect[name] = value
    found = [] if not has_header else [[*labels]]
    lines = [*found, *([text(cell) for cell in row] for row in rows)]
    content = _delimited(lines, delimiter, quote, escape, line_break)
    described: dict[str, Any] = {"dialect": dialect} if random.random() < 0.8 or delimiter != "," else {}
    if random.random() < 0.07:
        return described | {"data": content, "format": "csv"}, {}
    encoding = random.choice(ENCODINGS) if random.random() < 0.25 else "utf-8"
    if encoding != "utf-8":
        described["encoding"] = encoding
    data = content.encode(encoding, "replace")
    ending, packed = compressed(random, data)
    if not ending and random.random() < 0.08:
        half = random.randint(0, len(data))
        return described | {"path": ["t-1.csv", "t-2.csv"]}, {"t-1.csv": data[:half], "t-2.csv": data[half:]}
    suffix = "tsv" if delimiter == "\t" and random.random() < 0.5 else "csv"
    return described | {"path": f"t.{suffix}{ending}"}, {f"t.{suffix}{ending}": packed}


def _delimited(lines: Rows, delimiter: str, quote: str | None, escape: str | None, line_break: str) -> str:
    stream = io.StringIO()
    quoting: Literal[0, 3] = csv.QUOTE_NONE if quote is None else csv.QUOTE_MINIMAL
    writer = csv.writer(
        stream,
        delimiter=delimiter,
        quotechar=quote or None,
        escapechar=escape,
        quoting=quoting,
        lineterminator=line_break,
    )
    for line in lines:
        try:
            writer.writerow(line)
        except csv.Error:
            stream.write(f"{delimiter.join(line)}{line_break}")
    return stream.getvalue()


def compressed(random: Random, data: bytes) -> tuple[str, bytes]:
    """The ending of a compression, most often none, and the content in it."""
    match random.randint(0, 30):
        case 0:
            return ".gz", gzip.compress(data, mtime=0)
        case 1:
            return ".bz2", bz2.compress(data)
        case 2:
            return ".xz", lzma.compress(data)
        case 3:
            return ".zst", pa.compress(data, "zstd", asbytes=True)
        case 4:
            return ".zip", zipped({"t.csv": data})
        case _:
            return "", data


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parquet(random: Random, labels: Sequence[str], rows: Rows, types: Sequence[str]) -> Written:
    """A Parquet file, or two as its partitions."""
    columns = [
        column(random, [row[number] if number < len(row) else None for row in rows], kind)
        for number, kind in enumerate(types)
    ]
    table = pa.Table.from_arrays(columns, list(map(_encodable, labels)))
    options: dict[str, Any] = {
        "compression": random.choice(["zstd", "snappy", "none", "gzip"]),
        "use_dictionary": random.random() < 0.5,
    }
    options["row_group_size"] = random.choice([1, 3, 1000])
    options["store_schema"] = random.random() < 0.7
    if random.random() < 0.1:
        half = len(rows) // 2
        parts = {"d/p=1/a.parquet": table.slice(0, half), "d/p=2/b.parquet": table.slice(half)}
        return {"path": random.choice(["d", [*parts]])}, {name: _parquet(part, options) for name, part in parts.items()}
    return {"path": "t.parquet"}, {"t.parquet": _parquet(table, options)}


def _parquet(table: pa.Table, options: Mapping[str, Any]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream.getvalue()


def column(random: Random, cells: Sequence[Any], kind: str) -> Any:
    """The cells as a column of one of the types that go with a field, where they can be that."""
    cells = [None if cell == "" and random.random() < 0.5 else cell for cell in cells]
    strings = pa.array([None if cell is None else _encodable(text(cell)) for cell in cells], pa.string())
    for wanted in random.sample([*ARROW.get(kind, ()), pa.string()], 1):
        for attempt in (
            lambda wanted=wanted: pa.array(cells, wanted),
            lambda wanted=wanted: strings.cast(wanted),
            lambda wanted=wanted: _each(cells, wanted),
        ):
            try:
                return attempt()
            except (pa.ArrowException, ValueError, TypeError, OverflowError):
                continue
    return strings


def _each(cells: Sequence[Any], wanted: pa.DataType) -> Any:
    def one(cell: Any) -> Any:
        for value in (cell, text(cell)):
            try:
                return pa.array([value]).cast(wanted)[0].as_py()
            except (pa.ArrowException, ValueError, TypeError, OverflowError):
                continue
        return None

    return pa.array([one(cell) for cell in cells], wanted)


def _encodable(value: str) -> str:
    return value.encode("utf-8", "replace").decode()


def json_table(random: Random, labels: Sequence[str], rows: Rows) -> Written:
    """A JSON file, NDJSON, or rows in the descriptor."""
    keyed = [dict(zip(labels, row, strict=False)) for row in rows]
    lists = [[*labels], *map(list, rows)]
    found: Any = keyed if random.random() < 0.7 else lists
    match random.randint(0, 2):
        case 0:
            return {"data": found}, {}
        case 1:
            return {"path": "t.json"}, {"t.json": json.dumps(found).encode()}
        case _:
            return {"path": "t.ndjson"}, {"t.ndjson": "\n".join(map(json.dumps, found)).encode()}


def spreadsheet(labels: Sequence[str], rows: Rows) -> Written:
    """An Excel file."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in [labels, *rows]:
        cells = [cell if cell is None or isinstance(cell, str | int | float) else text(cell) for cell in row]
        sheet.append([CONTROL.sub("", cell) if isinstance(cell, str) else cell for cell in cells])
    stream = io.BytesIO()
    book.save(stream)
    return {"path": "t.xlsx"}, {"t.xlsx": stream.getvalue()}


Format = Callable[[Random, Sequence[str], Rows, Sequence[str]], Written]
FORMATS: Sequence[tuple[Format, int]] = [
    (lambda random, labels, rows, _: delimited(random, labels, rows), 60),
    (parquet, 25),
    (lambda random, labels, rows, _: json_table(random, labels, rows), 15),
    (lambda _, labels, rows, __: spreadsheet(labels, rows), 1),
]


def table(random: Random, labels: Sequence[str], rows: Rows, types: Sequence[str]) -> Written:
    """The table in one of the formats."""
    writers, weights = zip(*FORMATS, strict=True)
    (write,) = random.choices(writers, weights)
    written: Written = write(random, labels, rows, types)
    return written
