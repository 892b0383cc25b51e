"""The page on record models: what it says of annotations is what becomes of them."""

import datetime as dt
import decimal
import re
import typing
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pydantic
import pytest

from lading.column import SCHEMA_TYPES, Column, columns
from lading.derive.arrow import arrow_type
from lading.record import Record, Table

PAGE = Path(__file__).parents[2] / "docs/records.md"
OF_PYDANTIC = ("AnyUrl", "AwareDatetime", "EmailStr", "Field", "HttpUrl", "NaiveDatetime", "UUID4")
NAMES = {**vars(typing), **vars(dt), **vars(decimal), **vars(uuid)} | {
    name: getattr(pydantic, name) for name in OF_PYDANTIC
}


def rows() -> Iterator[Any]:
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = line.strip("| ").split(" | ")
        if len(cells) == 4 and cells[0].startswith("`"):
            for annotation in re.findall(r"`([^`]+)`", cells[0]):
                yield pytest.param(annotation, cells[1:], id=annotation)


def column_of(annotation: str) -> Column:
    fields: dict[str, Any] = {
        "table": (ClassVar[Table], Table("things", "Things", "thing")),
        "thing": (eval(annotation, NAMES), pydantic.Field(description="A thing.")),  # noqa: S307 - the page is ours
    }
    (column,) = columns(pydantic.create_model("Thing", __base__=Record, __module__=__name__, **fields))
    return column


@pytest.mark.parametrize(("annotation", "said"), list(rows()))
def test_an_annotation_becomes_what_the_page_says(annotation: str, said: list[str]) -> None:
    if annotation == "EmailStr":
        pytest.importorskip("email_validator")
    column = column_of(annotation)
    assert [column.type, column.format, str(arrow_type(column))] == said


def test_the_page_names_every_type_that_a_column_may_have() -> None:
    annotations = [row.values[0] for row in rows()]
    assert {column_of(text).python for text in annotations if text != "EmailStr"} == SCHEMA_TYPES.keys()
