"""The labels of a table against the names of its columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lading.issue import Issue, IssuesError, quoted

HEADER_LINE = 1


class LabelsError(IssuesError):
    """Labels that are wrong in a table of which all rows could be read nevertheless, raised at their end."""


def compare_in_order(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    """The faults of a CSV header, whose labels are the names of the columns in their order: each of one place."""
    return (replace(fault, line=HEADER_LINE) for fault in _faults_in_order(labels, names))


def first_line(names: Sequence[str]) -> str:
    """What a CSV file with these columns begins with, as a hint."""
    return f"its first line names the columns: {','.join(names)}"


def compare(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    """Columns that are there twice, or not described, or described and not there, in any order."""
    for label, count in Counter(labels).items():
        if label and count > 1:
            yield Issue(
                "duplicate-label", f"{count} columns are called {quoted(label)}", "keep one of them", field=label
            )
    found, known = set(labels), set(names)
    for name in names:
        if name not in found:
            message = f"the table has no column {quoted(name)}"
            yield Issue("missing-label", message, "add the column, also where it is empty", field=name)
    for label in dict.fromkeys(labels):
        if label and label not in known:
            message = f"the column {quoted(label)} is not described"
            yield Issue("extra-label", message, "remove it, or add it to the schema", field=label)


def _faults_in_order(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    if not labels:
        yield Issue("blank-header", "the file has no header", first_line(names))
        return
    another_order = sorted(labels) == sorted(names)
    before: set[str] = set()
    for number, (label, name) in enumerate(zip(labels, names, strict=False), start=1):
        if not label:
            message = f"column {number} has no name"
            yield Issue("blank-label", message, f"name it {name} in the header", field=name)
        elif label in before:
            message = f"column {number} is called {quoted(label)}, as another one before it"
            yield Issue("duplicate-label", message, f"rename it to {name}", field=name, cell=label)
        elif label != name:
            hint = f"the order is {', '.join(names)}" if another_order else f"rename it to {name}"
            message = f"column {number} is called {quoted(label)}, not {quoted(name)}"
            yield Issue("incorrect-label", message, hint, field=name, cell=label)
        before.add(label)
    for name in names[len(labels) :]:
        message = f"the table has {len(labels)} columns, and none for {quoted(name)}"
        yield Issue("missing-label", message, "add the column, also where it is empty", field=name)
    for number, label in enumerate(labels[len(names) :], start=len(names) + 1):
        message = f"column {number}, {quoted(label)}, is not described" if label else f"column {number} has no name"
        yield Issue("extra-label", message, "remove it, or add it to the schema", field=label or None, cell=label)
