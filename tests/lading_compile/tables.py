"""Tables for drawn models: stored values of every width, and cells of text that nearly are values."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from lading.column import columns
from lading.descriptor import TableSchema
from lading.tables.cells import CellReader, cell_readers
from tests.lading_compile.kinds import CELLS, Kind, Values
from tests.lading_compile.models import Model

STORED: Mapping[str, Sequence[pa.DataType]] = {
    "string": (
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.null(),
    ),
    "integer": (
        *(pa.int64(), pa.int64(), pa.int32(), pa.int16(), pa.int8()),
        *(pa.uint64(), pa.uint32(), pa.uint16(), pa.uint8(), pa.decimal128(20, 0), pa.decimal128(38, 0)),
    ),
    "year": (pa.int64(), pa.int32(), pa.int16()),
    "number": (pa.float64(), pa.float64(), pa.float32(), pa.int64(), pa.uint64(), pa.decimal128(12, 2)),
    "boolean": (pa.bool_(), pa.null()),
    "date": (pa.date32(), pa.date64()),
    "time": (pa.time64("us"), pa.time64("ns"), pa.time32("s"), pa.time32("ms")),
    "datetime": (
        *(pa.timestamp("us"), pa.timestamp("us"), pa.timestamp("ns"), pa.timestamp("ms"), pa.timestamp("s")),
        *(pa.timestamp("us", "UTC"), pa.timestamp("ms", "Europe/Berlin")),
    ),
}
"""How the values of each type of column may be stored."""

NANOSECONDS = st.integers(-(2**63) + 1, 2**63 - 1)


@st.composite
def stored_tables(draw: st.DrawFn, model: Model) -> pa.Table:
    """Stored columns for a model, missing values among them."""
    n_rows = draw(st.integers(0, 8))
    return pa.table({name: draw(_stored(kind, n_rows)) for name, kind in model.kinds.items()})


@st.composite
def _stored(draw: st.DrawFn, kind: Kind, n_rows: int) -> "pa.Array[Any]":
    dtype = draw(st.sampled_from(STORED[kind.type]))
    values: Values = kind.values
    if pa.types.is_binary(dtype):
        values = kind.values.map(str.encode) | st.sampled_from([b"\xff", b"a\xed\xa0\x80"])
    cells = draw(st.lists(st.none() | values, min_size=n_rows, max_size=n_rows))
    return pa.array([_fitting(cell, dtype) for cell in cells], dtype)


def _fitting(value: Any, dtype: pa.DataType) -> Any:
    """The value where the dtype has room for it, else something near it or nothing."""
    if pa.types.is_null(dtype):
        return None
    for near in (value, _rounded(value)):
        try:
            return pa.array([near], dtype)[0].as_py() if not pa.types.is_temporal(dtype) else _kept(near, dtype)
        except (pa.ArrowException, ArithmeticError, ValueError, TypeError):
            continue
    return None


def _kept(value: Any, dtype: pa.DataType) -> Any:
    pa.array([value], dtype)
    return value


def _rounded(value: Any) -> Any:
    return round(value) if isinstance(value, float) and math.isfinite(value) else value


SCHEMAS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "integer": ({"groupChar": ","}, {"bareNumber": False}),
    "number": ({"decimalChar": ","}, {"groupChar": " "}),
    "boolean": ({"trueValues": ["yes", "1"], "falseValues": ["no", "0", ""]},),
    "date": ({"format": "%d/%m/%Y"}, {"format": "any"}),
    "time": ({"format": "%H:%M"},),
    "datetime": ({"format": "%Y-%m-%d %H:%M:%S"},),
}
"""Other ways of writing values of a type."""

MISSING = (("",), ("",), ("", "NA", "1"), ("-",), (), tuple("abcdefghij"))


@st.composite
def readers(draw: st.DrawFn, model: Model) -> tuple[CellReader, ...]:
    """How the cells of the columns of a model are written."""
    described = columns(model.record)
    if draw(st.booleans()):
        return cell_readers(described, None)
    fields = [
        {"name": column.name, "type": column.type, **draw(st.sampled_from([{}, *SCHEMAS.get(column.type, ())]))}
        for column in described
    ]
    missing = list(draw(st.sampled_from(MISSING)))
    return cell_readers(described, TableSchema.model_validate({"fields": fields, "missingValues": missing}))


@st.composite
def text_tables(draw: st.DrawFn, model: Model) -> dict[str, list[str]]:
    """Cells of text for a model: values as they are written, near misses, and other texts."""
    n_rows = draw(st.integers(0, 8))
    return {
        name: draw(st.lists(texts_of(kind), min_size=n_rows, max_size=n_rows)) for name, kind in model.kinds.items()
    }


def texts_of(kind: Kind) -> st.SearchStrategy[str]:
    """Texts for a column."""
    near = st.sampled_from(("", "NA", "-", *CELLS.get(kind.type, ())))
    usual = kind.values.map(lambda value: written(value).zfill(4) if kind.type == "year" else written(value))
    return usual | usual | near


def written(value: Any) -> str:
    """A value as a cell of text."""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
