"""The files that texts are in: compressed, damaged, hostile, and large."""

import bz2
import gzip
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from lading.issue import Issue, IssuesError
from lading.tables.csv import CsvSource, blocks, dialect
from tests.lading_tables.csv.sources import by_columns, outcome, schema_of, source

TEXT = b"a,b\n" + b"".join(b"%d,text number %d\n" % (number, number) for number in range(2000))
PLAIN = schema_of(["a", "b"])


def zipped(content: bytes, *names: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.writestr(name, content)

    return write


def compressed(content: bytes, compression: str, path: Path) -> Path:
    match compression:
        case "gz":
            path.write_bytes(gzip.compress(content))
        case "bz2":
            path.write_bytes(bz2.compress(content))
        case "xz":
            path.write_bytes(lzma.compress(content))
        case "zst":
            path.write_bytes(pa.Codec("zstd").compress(content, asbytes=True))
        case "zip":
            zipped(content, "folder/table.csv")(path)
    return path


def only_issue(table: CsvSource) -> Issue:
    """The one issue that ends a table, however it is read."""
    rows, (issue,) = outcome(table.rows())
    assert outcome(by_columns(table)) == (rows, (issue,))
    return issue


@pytest.mark.parametrize("compression", ["gz", "bz2", "xz", "zst", "zip"])
def test_a_compressed_file_is_read_as_what_it_was_made_of(compression: str, tmp_path: Path) -> None:
    path = compressed(TEXT, compression, tmp_path / "table")
    rows, faults = outcome(by_columns(source(path, PLAIN, compression=compression)))
    assert (len(rows), faults) == (2000, ())
    assert rows[-1].values == {"a": "1999", "b": "text number 1999"}


@pytest.mark.parametrize("compression", ["gz", "bz2", "xz", "zst"])
def test_compressed_files_may_be_joined(compression: str, tmp_path: Path) -> None:
    path = compressed(TEXT, compression, tmp_path / "table")
    path.write_bytes(path.read_bytes() + compressed(b"x,y\n", compression, tmp_path / "more").read_bytes())
    rows, faults = outcome(source(path, PLAIN, compression=compression).rows())
    assert (len(rows), faults) == (2001, ())


@pytest.mark.parametrize("compression", ["gz", "bz2", "xz", "zst", "zip"])
@pytest.mark.parametrize("damage", ["truncated", "another file"])
def test_a_damaged_file_is_one_issue(compression: str, damage: str, tmp_path: Path) -> None:
    path = compressed(TEXT, compression, tmp_path / "table")
    path.write_bytes(path.read_bytes()[:-20] if damage == "truncated" else TEXT)
    assert only_issue(source(path, PLAIN, compression=compression)).code == "source-error"


@pytest.mark.parametrize("names", [(), ("one.csv", "two.csv")])
def test_an_archive_holds_one_file(names: tuple[str, ...], tmp_path: Path) -> None:
    zipped(TEXT, *names)(tmp_path / "table.zip")
    issue = only_issue(source(tmp_path / "table.zip", PLAIN, compression="zip"))
    assert issue.code == "source-error"
    assert f"holds {len(names)} files" in issue.message


@pytest.mark.parametrize("compression", ["gz", "bz2", "xz", "zst", "zip"])
def test_a_bomb_is_not_read_to_its_end(compression: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 2**16)
    monkeypatch.setattr(blocks, "LARGE_BYTES", 2**17)
    monkeypatch.setattr(blocks, "GREATEST_RATIO", 100)
    path = compressed(b"a,b\n" + b"1,2\n" * 2**18, compression, tmp_path / "table")
    issue = only_issue(source(path, PLAIN, compression=compression))
    assert issue.code == "source-error"
    assert "100 bytes come out of each" in issue.message


def test_a_small_file_may_be_as_compressed_as_it_is(tmp_path: Path) -> None:
    path = compressed(b"a,b\n" + b"1,2\n" * 2**16, "xz", tmp_path / "table")
    assert outcome(source(path, PLAIN, compression="xz").rows())[1] == ()


@pytest.mark.parametrize("text", ['a,b\n1,"{}"\n', "a,b\n1,{}\n", 'a,b\n1,"{}', "a,b\n1,{}"])
def test_a_cell_beyond_the_bound_is_one_issue(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("dialect", "records", "lines"):
        monkeypatch.setattr(f"lading.tables.csv.{module}.LONGEST_CELL", 1000)
    monkeypatch.setattr(blocks, "BLOCK_BYTES", 100)
    monkeypatch.setattr("lading.tables.csv.batches.LONGEST_RECORD", 500)
    (tmp_path / "table.csv").write_text(text.format("x" * 2000))
    issue = only_issue(source(tmp_path / "table.csv", PLAIN))
    assert issue.code == "source-error"
    assert "1,000 characters" in issue.message


def test_the_bound_of_a_cell_leaves_room(tmp_path: Path) -> None:
    assert dialect.LONGEST_CELL >= 2**20
    (tmp_path / "table.csv").write_text(f'a,b\n1,"{"x" * 2**20}"\n')
    assert len(outcome(by_columns(source(tmp_path / "table.csv", PLAIN)))[0]) == 1


def test_a_row_of_a_great_many_cells_is_a_row_of_some_issues(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("a,b\n1,2" + "," * 100_000 + "\n3,4\n")
    rows, _ = outcome(source(tmp_path / "table.csv", PLAIN).rows())
    assert len(rows[0].issues) == 101
    assert "99,900 more cells" in rows[0].issues[-1].message


@pytest.mark.parametrize("encoding", ["nobody-knows", "rot13", "hex", "idna", "undefined", "a\0b", "utf-16"])
def test_an_encoding_that_no_such_file_has_is_one_issue(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"a,b\n1,2\n3")
    assert only_issue(source(tmp_path / "table.csv", PLAIN, encoding=encoding)).code == "encoding-error"


def test_a_file_that_is_not_there_is_one_issue(tmp_path: Path) -> None:
    assert only_issue(source(tmp_path / "table.csv", PLAIN)).code == "source-error"


FILES_AT_HAND = Path("/proc/self/fd")


@pytest.mark.skipif(not FILES_AT_HAND.is_dir(), reason="the system does not tell which files are open")
@pytest.mark.parametrize("text", [b'a,b\n1,"2', b"a,b\n1,\xff\n", b"a,b\n1,\0\n", b"x,y\n"])
def test_a_file_that_cannot_be_read_on_is_closed(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(text + b"3,4\n" * 10)
    table = source(tmp_path / "table.csv", PLAIN)
    for rows in (table.rows(), by_columns(table)):
        with pytest.raises(IssuesError):
            list(rows)
        assert not any(file.resolve() == tmp_path / "table.csv" for file in FILES_AT_HAND.iterdir())


def test_a_wrong_byte_is_named_with_its_place(tmp_path: Path) -> None:
    path = compressed(TEXT + "é".encode("latin-1") + TEXT, "gz", tmp_path / "table")
    issue = only_issue(source(path, PLAIN, compression="gz"))
    assert (issue.line, issue.message) == (2002, f"byte {len(TEXT)} (0xe9) is no utf-8")
