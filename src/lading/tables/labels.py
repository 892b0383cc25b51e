"""The labels of a table against the names of its columns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lading.issue import Issue, quoted

HEADER_LINE = 1


def compare_in_order(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    """The faults of a CSV header, whose labels are the names of the columns in their order."""
    return (replace(fault, line=HEADER_LINE) for fault in _header_faults(labels, names))


def compare(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    """Columns that are there twice, or not described, or described and not there, in any order."""
    for label, count in Counter(labels).items():
        if label and count > 1:
            yield Issue(
                "duplicate-label", f"{count} columns are called {quoted(label)}", "keep one of them", field=label
            )
    for name in names:
        if name not in labels:
            message = f"the table has no column {quoted(name)}"
            yield Issue("missing-label", message, "add the column, also where it is empty", field=name)
    for label in dict.fromkeys(labels):
        if label and label not in names:
            message = f"the column {quoted(label)} is not described"
            yield Issue("extra-label", message, "remove it, or add it to the schema", field=label)


def _header_faults(labels: Sequence[str], names: Sequence[str]) -> Iterator[Issue]:
    if not any(labels):
        hint = f"its first line names the columns: {','.join(names)}"
        yield Issue("blank-header", "the file has no header", hint)
        return
    for number, label in enumerate(labels, start=1):
        if not label:
            yield Issue("blank-label", f"column {number} has no name", "name it in the header")
    renamed = [
        (number, label, name)
        for number, (label, name) in enumerate(zip(labels, names, strict=False), start=1)
        if label and label not in names and name not in labels
    ]
    for number, label, name in renamed:
        message = f"column {number} is called {quoted(label)}, not {quoted(name)}"
        yield Issue("incorrect-label", message, f"rename it to {name}", field=name, cell=label)
    settled = {text for _, label, name in renamed for text in (label, name)}
    yield from compare(
        [label for label in labels if label not in settled], [name for name in names if name not in settled]
    )
    if sorted(labels) == sorted(names) and list(labels) != list(names):
        hint = f"the order is {', '.join(names)}"
        yield Issue("incorrect-label", "the columns are in another order than described", hint)
