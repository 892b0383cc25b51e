"""Record models made of fields of every kind, and plain models of Pydantic."""

from dataclasses import dataclass
from typing import Any, ClassVar

from hypothesis import strategies as st
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    create_model,
    model_validator,
)

from lading.borrow import record_of
from lading.record import Record, Table
from tests.lading_compile.conditions import rules_of
from tests.lading_compile.kinds import Kind, kinds

NAMES = ("name", "number", "when", "other")
ALIASES = ("^a$", "*", 'a"b', "model_fields")


@dataclass(frozen=True)
class Model:
    """A record model with the kinds of its columns, by their names."""

    record: type[Record]
    kinds: dict[str, Kind]


@st.composite
def models(draw: st.DrawFn, of: st.SearchStrategy[Kind] = kinds, *, odd: bool = True) -> Model:
    """Models with up to three columns and two rules; `odd` ones check whole rows, or are called in odd ways."""
    found = draw(st.lists(of, min_size=1, max_size=3))
    names = draw(st.sampled_from([NAMES, ALIASES])) if odd else NAMES
    fields: dict[str, Any] = {}
    for number, (name, kind) in enumerate(zip(names, found, strict=False)):
        annotation = kind.annotation | None if draw(st.booleans()) else kind.annotation
        alias = None if names is NAMES else name
        fields[f"column_{number}" if alias else name] = (annotation, Field(description=name, alias=alias))
    columns = dict(zip(names, found, strict=False))
    if odd and draw(st.integers(0, 5)) == 0:
        borrowed = create_model("Lender", __base__=draw(st.sampled_from([BaseModel, StrictModel])), **fields)
        return Model(record_of(borrowed), columns)
    base = draw(bases) if odd else Record
    table = (ClassVar[Table], Table("drawn", "Drawn", ()))
    make: Any = create_model
    model: type[Record] = make("Drawn", __base__=base, __module__=__name__, **fields | {"table": table})
    model.rules = tuple(draw(st.just([]) | st.lists(rules_of(columns), max_size=2)))
    return Model(model, columns)


class StrictModel(BaseModel):
    """A model that knows nothing of tables."""

    model_config = ConfigDict(strict=True, str_max_length=4)


class Lenient(Record):
    """Nothing is refused but by the fields."""

    model_config = ConfigDict(str_min_length=0, allow_inf_nan=True)
    has_offsets: ClassVar[bool] = True


class Short(Record):
    """All texts are bounded."""

    model_config = ConfigDict(str_max_length=3)


class Stripped(Record):
    """All texts are changed."""

    model_config = ConfigDict(str_strip_whitespace=True)


class Suspicious(Record):
    """The whole row is looked at."""

    @model_validator(mode="after")
    def _not_all_alike(self) -> "Suspicious":
        values = list(self.__dict__.values())
        if len(values) > 1 and all(value == values[0] for value in values):
            raise ValueError("all alike")
        return self


bases = st.sampled_from([*[Record, Lenient] * 4, Short, Stripped, Suspicious])
