import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow.parquet.encryption import CryptoFactory, EncryptionConfiguration, KmsClient, KmsConnectionConfig

from lading.issue import IssuesError
from tests.lading_tables.sources import columns, faults, opened

COLUMNS = columns(a="string", n="integer")
READER = """
import sys
from pathlib import Path
from lading.issue import IssuesError
from tests.lading_tables.sources import columns, opened
source = opened(Path(sys.argv[1]), "parquet", columns(**dict(pair.split("=") for pair in sys.argv[2:])))
try:
    print(sum(batch.frame.height for batch in source.batches()))
except IssuesError as error:
    print(*(issue.code for issue in error.issues))
print(*(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
GENEROUS = 2**30 + 2**29
"""Bytes of memory that nothing takes which is read in parts."""


def written(folder: Path, **options: object) -> Path:
    table = pa.table({"a": [f"ship {n % 50}" for n in range(2_000)], "n": list(range(2_000))})
    pq.write_table(table, folder / "t.parquet", row_group_size=500, **options)  # type: ignore[arg-type]
    return folder / "t.parquet"


def read_apart(file: Path, *types: str) -> tuple[str, int]:
    """What a process of its own reads, and how many bytes of memory it takes at most."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells how much memory a process has taken")
    command = [sys.executable, "-c", READER, str(file), *types]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    said, kilobytes = done.stdout.splitlines()
    return said, int(kilobytes) * 1024


@pytest.mark.parametrize("n_bytes", [0, 3, 11, 12, 100, 5_000])
def test_a_truncated_file_is_one_issue(n_bytes: int, tmp_path: Path) -> None:
    file = written(tmp_path)
    file.write_bytes(file.read_bytes()[:n_bytes])
    (issue,) = faults(opened(file, "parquet", COLUMNS))
    assert issue.code == "source-error"


def test_a_footer_without_the_pages_is_one_issue(tmp_path: Path) -> None:
    file = written(tmp_path)
    data = file.read_bytes()
    length = int.from_bytes(data[-8:-4], "little") + 8
    file.write_bytes(b"PAR1" + data[-length:])
    (issue,) = faults(opened(file, "parquet", COLUMNS))
    assert "outside of the file" in issue.message or "page" in issue.message


def test_a_footer_that_tells_more_rows_than_there_are_is_one_issue(tmp_path: Path) -> None:
    file = written(tmp_path)
    data = file.read_bytes()
    # 500 rows of a row group, as a varint in zigzag, in all places where the footer has it.
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    told = data[footer:].replace(b"\xe8\x07", b"\xea\x07")
    assert told != data[footer:]
    file.write_bytes(data[:footer] + told)
    (issue,) = faults(opened(file, "parquet", COLUMNS))
    assert "rows by the footer" in issue.message


def test_a_row_group_that_stores_a_column_as_another_type_than_the_schema_has_is_one_issue(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1.0, 2.0], "m": [3, 4]}), tmp_path / "t.parquet", use_dictionary=False)
    data = (tmp_path / "t.parquet").read_bytes()
    # Where a row group begins to tell of a column of doubles, the type of integers.
    assert data.count(b"\x15\x0a\x19") == 1
    (tmp_path / "t.parquet").write_bytes(data.replace(b"\x15\x0a\x19", b"\x15\x04\x19"))
    (issue,) = faults(opened(tmp_path / "t.parquet", "parquet", columns(n="number", m="integer")))
    assert "n is stored as INT64" in issue.message
    assert "DOUBLE" in issue.message


def test_an_encrypted_file_is_one_issue(tmp_path: Path) -> None:
    class Keys(KmsClient):
        def wrap_key(self, key_bytes: Any, _: str) -> Any:
            return key_bytes

        def unwrap_key(self, wrapped_key: Any, _: str) -> Any:
            return wrapped_key

    for plaintext_footer in (False, True):
        configuration = EncryptionConfiguration("k", column_keys={"k": ["n"]}, plaintext_footer=plaintext_footer)
        factory = CryptoFactory(lambda _: Keys())
        properties = factory.file_encryption_properties(KmsConnectionConfig(), configuration)
        (issue,) = faults(opened(written(tmp_path, encryption_properties=properties), "parquet", COLUMNS))
        assert issue.code == "source-error"


def test_a_text_that_a_dictionary_repeats_takes_no_memory_for_each_row(tmp_path: Path) -> None:
    coded = pa.DictionaryArray.from_arrays(pa.array([0] * 4_000), pa.array(["x" * 1_000_000]))
    pq.write_table(pa.table({"a": coded}), tmp_path / "t.parquet", store_schema=False)
    assert (tmp_path / "t.parquet").stat().st_size < 100_000
    said, memory = read_apart(tmp_path / "t.parquet", "a=string")
    assert said == "4000"
    assert memory < GENEROUS


def test_pages_that_unpack_to_more_than_memory_should_hold_are_one_issue(tmp_path: Path) -> None:
    cells = pa.array([b"\0" * 2**28] * 5, pa.large_binary())
    pq.write_table(pa.table({"a": cells}), tmp_path / "t.parquet", compression="zstd", use_dictionary=False)
    assert (tmp_path / "t.parquet").stat().st_size < 1_000_000
    said, memory = read_apart(tmp_path / "t.parquet", "a=string")
    assert said == "source-error"
    assert memory < GENEROUS


def test_a_million_equal_rows_in_a_small_file_take_little_memory(tmp_path: Path) -> None:
    table = pa.table({"n": pa.array([7]).take(pa.array([0] * 3_000_000))})
    pq.write_table(table, tmp_path / "t.parquet", row_group_size=3_000_000)
    said, memory = read_apart(tmp_path / "t.parquet", "n=integer")
    assert said == "3000000"
    assert memory < GENEROUS


def test_flipped_bytes_are_issues_or_other_values_and_never_a_crash(tmp_path: Path) -> None:
    data = written(tmp_path).read_bytes()
    footer = len(data) - 8 - int.from_bytes(data[-8:-4], "little")
    for at in range(footer, len(data), 61):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        (tmp_path / "t.parquet").write_bytes(damaged)
        source = opened(tmp_path / "t.parquet", "parquet", COLUMNS)
        try:
            rows = sum(1 for _ in source.rows())
        except IssuesError as error:
            assert {issue.code for issue in error.issues} <= {
                "source-error",
                "type-error",
                "missing-label",
                "extra-label",
            }
        else:
            assert rows <= 2_000
