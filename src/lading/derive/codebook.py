"""The codebook: every table, column, value, key and rule of a dataset, as a page of Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from lading.column import Column, VocabularyType, columns
from lading.dataset import Dataset
from lading.derive.words import conditions, description
from lading.record import Record


def codebook(dataset: Dataset) -> str:
    """The page; it says what the record models say, in the order of publication."""
    blocks = [
        f"# Codebook of {dataset.name}",
        dataset.description,
        "Generated from the record models; a change made here is lost. An empty cell of a CSV file is a missing value.",
        _contents(dataset),
        *(block for model in dataset.records for block in _table(model)),
        *_dataset_rules(dataset),
    ]
    return "\n\n".join(blocks) + "\n"


def _contents(dataset: Dataset) -> str:
    rows = ([f"[`{model.table.name}`](#{model.table.name})", _summary(model)] for model in dataset.records)
    return _grid(["table", "what a row is"], rows)


def _summary(model: type[Record]) -> str:
    return description(model).splitlines()[0]


def _table(model: type[Record]) -> Iterator[str]:
    fields = columns(model)
    yield f"## {model.table.name}"
    yield description(model)
    yield _grid(
        ["column", "type", "unit", "null", "description"],
        (
            [f"`{column.name}`", _type(column), column.unit or "", _null(column), _described(column)]
            for column in fields
        ),
    )
    yield _bullets([*_keys(model), *(f"Rule: {rule.description}" for rule in model.rules)])
    for column in fields:
        if column.vocabulary:
            yield _values(column, column.vocabulary)


def _type(column: Column) -> str:
    return column.type if column.format == "default" else f"{column.type} ({column.format})"


def _null(column: Column) -> str:
    return "yes" if column.nullable else "no"


def _described(column: Column) -> str:
    stated = conditions(column)
    return f"{column.description} ({', '.join(stated)})" if stated else column.description


def _keys(model: type[Record]) -> Iterator[str]:
    table = model.table
    if table.key:
        yield f"Primary key: {_names(table.key)}"
    for names in table.unique:
        yield f"Unique: {_names(names)}"
    for reference in table.references:
        target = f"[`{reference.to}`](#{reference.to})"
        yield f"Reference: {_names(reference.fields)} to {target} ({_names(reference.to_fields)})"


def _values(column: Column, vocabulary: VocabularyType) -> str:
    rows = ([f"`{member.value}`", member.label] for member in vocabulary)
    return f"Values of `{column.name}`:\n\n{_grid(['value', 'label'], rows)}"


def _dataset_rules(dataset: Dataset) -> Iterator[str]:
    if dataset.rules:
        yield "## Rules across tables"
        yield _bullets(
            f"{rule.description} ({_names([model.table.name for model in rule.reads])})" for rule in dataset.rules
        )


def _names(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {' '.join(line.split())}" for line in lines)


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
