"""How a table is laid out in its file: Table Dialect (v2.0), CSV Dialect (v1.2), and what frictionless writes."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

import pydantic
from pydantic import AfterValidator, BeforeValidator, StrictBool, StrictInt, model_validator

from lading.descriptor.base import LARGEST, Descriptor, Texts

FORMATS = ("csv", "tsv", "excel", "xls", "xlsx", "ods", "json", "jsonl", "ndjson")
"""What frictionless calls the objects in which it writes what concerns one format alone."""
RENAMED = {"headerCase": "caseSensitiveHeader", "keys": "itemKeys"}
"""Properties of frictionless, by the name that the standard has for them."""

Character = Annotated[str, pydantic.Field(min_length=1, max_length=1)]
RowNumber = Annotated[StrictInt, pydantic.Field(ge=1, le=LARGEST)]
RowNumbers = Annotated[tuple[RowNumber, ...], pydantic.Field(fail_fast=True)]


def _none_if_empty(value: Any) -> Any:
    return None if value == "" else value


class Dialect(Descriptor):
    """How a table is laid out in its file; what does not concern the format of the file has no effect."""

    null_is_absent: ClassVar[bool] = True  # many tools write null for a character that there is none of

    standard: str | None = pydantic.Field(None, alias="$schema")

    header: StrictBool = True
    header_rows: RowNumbers = (1,)
    header_join: str = " "
    case_sensitive_header: StrictBool = True
    """False only where the descriptor says so: the default of CSV Dialect is false, but nobody means it."""
    comment_rows: RowNumbers = ()
    comment_char: Annotated[str | None, AfterValidator(_none_if_empty)] = None
    """What rows that are none begin with: one character or more."""
    skip_blank_rows: StrictBool = False
    """Whether a blank row is none (frictionless)."""

    delimiter: Character = ","
    line_terminator: str = "\r\n"
    quote_char: Annotated[Character | None, BeforeValidator(_none_if_empty)] = '"'
    """None where cells are never quoted."""
    double_quote: StrictBool = True
    escape_char: Annotated[Character | None, BeforeValidator(_none_if_empty)] = None
    null_sequence: str | None = None
    skip_initial_space: StrictBool = False

    rows_at: str | None = pydantic.Field(None, alias="property")
    """Where the rows are in a JSON file: a name, or several with points between them."""
    item_type: Literal["array", "object"] | None = None
    item_keys: Texts | None = None
    keyed: StrictBool = False
    """Whether the rows are objects (frictionless); `item_type` where the standard says it."""

    sheet_number: RowNumber = 1
    sheet_name: str | None = None
    table: str | None = None

    @property
    def label_rows(self) -> tuple[int, ...]:
        """The numbers of the rows that hold labels; none where the file has no header."""
        return self.header_rows if self.header else ()

    @model_validator(mode="before")
    @classmethod
    def _without_formats(cls, value: Any) -> Any:
        """Frictionless writes what concerns one format into an object of its own, and names some of it otherwise."""
        if not isinstance(value, Mapping):
            return value
        flat = dict(value)
        for name in FORMATS:
            if isinstance(control := value.get(name), Mapping):
                flat |= control
        for name, standard in RENAMED.items():
            if name in flat:
                flat.setdefault(standard, flat[name])
        match flat.get("sheet"):
            case str(name):
                flat.setdefault("sheetName", name)
            case int(number):
                flat.setdefault("sheetNumber", number)
        return flat
