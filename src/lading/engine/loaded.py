"""A table in memory: its rows as read, the records among them, and the issues met on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lading.check import files, rows
from lading.check.plan import FilePlan, TablePlan
from lading.column import Column, columns
from lading.issue import Issue, IssuesError
from lading.record import Record
from lading.tables.read import read_csv, read_parquet
from lading.tables.row import Row


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a table file holds; `records` are the valid ones by row number."""

    plan: TablePlan
    rows: tuple[Row, ...]
    records: Mapping[int, Record]
    issues: tuple[Issue, ...]
    whole: bool

    @property
    def sound(self) -> bool:
        """Whether every row could be read and is a valid record."""
        return self.whole and len(self.records) == len(self.rows)

    def place(self, issue: Issue) -> Issue:
        """The issue with the place of this table, and the line of its row where the table is a text."""
        if issue.row is not None and issue.line is None:
            issue = replace(issue, line=self.rows[issue.row - 1].line)
        return placed(issue, self.plan.file)


def load(plan: TablePlan) -> Loaded:
    """Read a table and check each of its rows."""
    issues = list(files.counts(plan.file.file, plan.file.n_bytes, plan.file.hash))
    found: list[Row] = []
    records: dict[int, Record] = {}
    # Nobody edits Parquet by hand: a file of another size or hash is damaged, and reading it can only say so again.
    whole = plan.file.file.is_file() and not (issues and plan.format == "parquet")
    if whole:
        try:
            for row in _read(plan):
                found.append(row)
                checked = rows.check(row, plan.model)
                if isinstance(checked, Record):
                    records[row.number] = checked
                else:
                    issues.extend(checked)
        except IssuesError as error:
            issues.extend(error.issues)
            whole = False
    return Loaded(plan, tuple(found), records, tuple(placed(issue, plan.file) for issue in issues), whole)


def placed(issue: Issue, file: FilePlan) -> Issue:
    """The issue with the resource and the file it was found in."""
    return replace(issue, resource=file.resource, path=file.path)


def _read(plan: TablePlan) -> Iterator[Row]:
    file, wanted = plan.file.file, _columns_as_described(plan)
    if plan.format == "parquet":
        return read_parquet(file, wanted, plan.schema)
    return read_csv(file, wanted, plan.dialect, encoding=plan.encoding, schema=plan.schema)


def _columns_as_described(plan: TablePlan) -> list[Column]:
    """The columns in the order of the schema: that of the model has the key first, which others need not have."""
    order = {field.name: number for number, field in enumerate(plan.schema.fields)}
    return sorted(columns(plan.model), key=lambda column: order.get(column.name, len(order)))
