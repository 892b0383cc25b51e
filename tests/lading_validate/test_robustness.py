"""Whatever a file holds, validation ends in a report or in one line."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from lading.dataset import Dataset
from lading.descriptor.schema import FieldType
from lading.issue import LadingError, one_line
from lading.report.formats import FORMATS
from lading.validate import validate
from tests.lading_validate import mutations
from tests.lading_validate.harbour import HARBOUR, write_harbour

FILES = ("datapackage.json", "data/tables/ships.csv", "data/tables/ships.parquet")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    write_harbour(folder)
    return folder


def assert_reported(package: Path, dataset: Dataset | None) -> None:
    try:
        report = validate(package, dataset=dataset)
    except LadingError as error:
        assert len(one_line(str(error)).splitlines()) == 1
    else:
        assert all("\n" not in issue.message for issue in report.issues)
        for name, form in FORMATS.items():
            form.render(report, stream := StringIO())
            assert name != "json" or json.loads(stream.getvalue())


@settings(max_examples=60, deadline=None)
@given(
    file=st.sampled_from(FILES),
    position=st.integers(0, 100_000),
    removed=st.integers(0, 40),
    inserted=st.binary(max_size=8),
    has_models=st.booleans(),
)
def test_damage_of_any_kind_is_reported(
    sound: Path, file: str, position: int, removed: int, inserted: bytes, has_models: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "copy")
        shutil.copytree(sound, folder)
        damaged = folder / "package" / file
        content = damaged.read_bytes()
        start = position % len(content)
        damaged.write_bytes(content[:start] + inserted + content[start + removed :])
        if file != FILES[0]:
            mutations.reseal(folder, ["ships", "ships-csv"])
        assert_reported(folder / "package", HARBOUR if has_models else None)


AWKWARD = [
    "",
    "..",
    "a\0b",
    "\ud83d",
    "ships" * 100,
    "https://harbour.example/ships.csv",
    "data/tables/ships.csv",
    "utf-16",
    "undefined",
    "rot13",
    "(unclosed",
    "%Y",
    10**30,
    -1,
    float("nan"),
]
KEYS = st.sampled_from(["path", "schema", "fields", "csv", "reference", "resource", "minimum", "enum", "pattern"])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(AWKWARD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | KEYS, inner, max_size=3),
    max_leaves=5,
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of a JSON value, with each of its names or numbers."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, part in inner:
        yield value, name
        yield from places(part)


@settings(max_examples=100, deadline=None)
@given(position=st.integers(0, 10_000), value=json_values, has_models=st.booleans())
def test_a_descriptor_may_hold_any_value_in_any_place(sound: Path, position: int, value: Any, has_models: bool) -> None:
    descriptor = json.loads((sound / "package/datapackage.json").read_text(encoding="utf-8"))
    everywhere = list(places(descriptor))
    container, name = everywhere[position % len(everywhere)]
    container[name] = value
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(sound / "package", folder, dirs_exist_ok=True)
        Path(folder, "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
        assert_reported(Path(folder), HARBOUR if has_models else None)


WIDE = [
    *(pa.timestamp(unit) for unit in ("s", "ms", "us", "ns")),
    pa.timestamp("us", "Asia/Baku"),
    pa.timestamp("us", "Nowhere/Land"),
    *(pa.duration(unit) for unit in ("s", "us")),
    pa.time64("us"),
    pa.time64("ns"),
    pa.date64(),
    pa.uint64(),
    pa.float64(),
]
NARROW = [pa.date32(), pa.time32("s"), pa.time32("ms"), pa.float32(), pa.uint32()]


def stored(bits: list[int], type_: Any) -> Any:
    """The bits as cells of a type, sensible or not."""
    if type_ in NARROW:
        return pa.array([number >> 32 for number in bits], pa.int32()).view(type_)
    return pa.array(bits, pa.int64()).view(type_)


cells = st.one_of(
    st.builds(
        stored,
        st.lists(st.integers(-(2**63), 2**63 - 1) | st.integers(-(10**6), 10**6), min_size=1, max_size=3),
        st.sampled_from([*WIDE, *NARROW]),
    ),
    st.lists(st.binary(max_size=4), min_size=1, max_size=3).map(lambda values: pa.array(values, pa.binary())),
    st.lists(st.binary(max_size=4), min_size=1, max_size=3).map(
        lambda values: pa.Array.from_buffers(pa.string(), len(values), pa.array(values, pa.binary()).buffers())
    ),
    st.lists(st.decimals(-(10**9), 10**9, places=3), min_size=1, max_size=3).map(pa.array),
    st.lists(st.lists(st.integers(0, 3), max_size=2), min_size=1, max_size=3).map(pa.array),
)


@settings(max_examples=100, deadline=None)
@given(array=cells, field_type=st.sampled_from(get_args(FieldType)))
def test_a_parquet_column_may_be_of_any_type_and_hold_any_bits(array: Any, field_type: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            pq.write_table(pa.table({"c": array}), Path(folder, "t.parquet"))
        except pa.ArrowException:
            reject()
        schema = {"fields": [{"name": "c", "type": field_type}]}
        resource = {"name": "t", "path": "t.parquet", "schema": schema}
        Path(folder, "datapackage.json").write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
        assert_reported(Path(folder), None)
