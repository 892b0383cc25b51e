"""The two databases that the create statements are for, behind one face."""

import datetime as dt
import sqlite3
from collections.abc import Mapping
from typing import Any

import duckdb

from lading.column import columns
from lading.dataset import Dataset
from lading.derive.sql import DialectName, create_statements
from lading.derive.sqldialect import identifier
from lading.record import Record

REFUSALS = (duckdb.ConstraintException, sqlite3.IntegrityError)


class Database:
    """An empty database in memory."""

    def __init__(self, dialect: DialectName) -> None:
        self.dialect = dialect
        self.connection: Any = None
        if dialect == "duckdb":
            self.connection = duckdb.connect()
        else:
            self.connection = sqlite3.connect(":memory:", isolation_level=None)

    def close(self) -> None:
        """Let go of the connection too: Hypothesis keeps tests, and what they refer to, until the very end."""
        self.connection.close()
        self.connection = None

    def create(self, dataset: Dataset) -> None:
        self._script(create_statements(dataset, self.dialect))

    def create_without_references(self, dataset: Dataset) -> None:
        """So that one table can be tried without rows in the others."""
        script = create_statements(dataset, self.dialect).splitlines()
        kept = "\n".join(line for line in script if not line.startswith("  FOREIGN KEY"))
        self._script(kept.replace(",\n)", "\n)"))

    def insert(self, model: type[Record], row: Mapping[str, Any]) -> None:
        names = [column.name for column in columns(model)]
        listed, marks = ", ".join(map(identifier, names)), ", ".join("?" for _ in names)
        statement = f"INSERT INTO {identifier(model.table.name)} ({listed}) VALUES ({marks})"
        self.connection.execute(statement, [self._value(row[name]) for name in names])

    def lets_in(self, model: type[Record], row: Mapping[str, Any]) -> bool:
        """Whether the row could be inserted; it is not."""
        self.connection.execute("BEGIN")
        try:
            self.insert(model, row)
        except REFUSALS:
            return False
        finally:
            self.connection.execute("ROLLBACK")
        return True

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.connection.execute(query).fetchall()]

    def _script(self, script: str) -> None:
        if self.dialect == "duckdb":
            self.connection.execute(script)
        else:
            self.connection.executescript(script)

    def _value(self, value: Any) -> Any:
        as_text = self.dialect == "sqlite" and isinstance(value, dt.date | dt.time)
        return value.isoformat() if as_text else value
