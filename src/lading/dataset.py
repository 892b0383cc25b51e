"""A dataset: the tables of one package, its metadata, and the rules that look across tables."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lading.column import columns, refuse_nullable_key
from lading.record import DeclarationError, Record

R = TypeVar("R", bound=Record)

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
"""Names of packages and resources (Data Package v2, property `name`): they are parts of paths, too."""


class Tables:
    """The records of a dataset by model; a table without rows is an empty sequence."""

    def __init__(self, rows: Mapping[str, Sequence[Record]]) -> None:
        self._rows = rows

    def of(self, model: type[R]) -> Sequence[R]:
        """The records of one table."""
        return self._rows.get(model.table.name, ())  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Breach:
    """A record that breaks a rule of the dataset, the field to look at, and in what way."""

    record: Record
    message: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class DatasetRule:
    """A condition across tables; `reads` are the tables that it needs to be sound before it can be judged."""

    name: str
    description: str
    reads: tuple[type[Record], ...]
    breaches: Callable[[Tables], Iterator[Breach]]


def dataset_rule(*reads: type[Record]) -> Callable[[Callable[[Tables], Iterator[Breach]]], DatasetRule]:
    """Makes a rule of a generator of breaches; its docstring says what holds."""

    def declare(breaches: Callable[[Tables], Iterator[Breach]]) -> DatasetRule:
        if not breaches.__doc__:
            raise DeclarationError(f"{breaches.__name__}: a rule needs a docstring that says what holds")
        return DatasetRule(breaches.__name__, inspect.cleandoc(breaches.__doc__), reads, breaches)

    return declare


@dataclass(frozen=True, slots=True)
class Texts:
    """The table that describes the texts which selectors point into, and its columns."""

    model: type[Record]
    document: str = "document_id"
    file: str = "source_file"
    sha256: str = "sha256"
    n_bytes: str = "n_bytes"
    n_code_points: str = "n_code_points"


@dataclass(frozen=True, slots=True)
class Link:
    """A named thing on the web: a license (with its SPDX name), a source, a contributor."""

    title: str
    path: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data package as declared: its metadata, its tables in the order of publication, its rules."""

    name: str
    title: str
    description: str
    version: str
    records: tuple[type[Record], ...]
    rules: tuple[DatasetRule, ...] = ()
    texts: Texts | None = None
    licenses: tuple[Link, ...] = ()
    contributors: tuple[Link, ...] = ()
    sources: tuple[Link, ...] = ()
    keywords: tuple[str, ...] = ()
    homepage: str | None = None

    def __post_init__(self) -> None:
        """Refuse tables that no package can hold and references that lead nowhere, before anything is derived."""
        for model in self.records:
            _refuse_unfit(model)
        models = {model.table.name: model for model in self.records}
        if len(models) < len(self.records):
            raise DeclarationError(f"{self.name}: two record models declare the same table")
        for model in self.records:
            for reference in model.table.references:
                where = f"{model.__name__}.{', '.join(reference.fields)}"
                target = models.get(reference.to)
                if target is None:
                    raise DeclarationError(f"{where}: refers to {reference.to!r}, which is no table of {self.name}")
                if missing := set(reference.to_fields) - {column.name for column in columns(target)}:
                    raise DeclarationError(f"{where}: {reference.to} has no field {', '.join(sorted(missing))}")

    def model(self, table: str) -> type[Record]:
        """The record model of a table; KeyError when there is none."""
        return {model.table.name: model for model in self.records}[table]


def _refuse_unfit(model: type[Record]) -> None:
    if not hasattr(model, "table"):
        raise DeclarationError(f"{model.__name__}: declare its table, as in table: ClassVar = Table(...)")
    if not NAME.fullmatch(model.table.name):
        message = f"{model.__name__}: {model.table.name!r} is no name of a table"
        raise DeclarationError(f"{message}; use small letters, digits, '.', '_' and '-'")
    refuse_nullable_key(model)
