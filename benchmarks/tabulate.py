"""The results as tables in Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.files import Format
from benchmarks.results import Line, pages
from benchmarks.validators import PYDANTIC, SCAN

HEADER = (
    "validator",
    "clean, s",
    "planted, s",
    "clean : scan",
    "planted : scan",
    "faster than Pydantic",
    "peak, MB",
    "found",
    "row named",
    "field named",
    "wrong rows",
    "Pydantic's message",
)
NAMES: Mapping[Format, str] = {"parquet": "Parquet", "csv": "CSV"}


def render(results: Mapping[str, Any]) -> str:
    """All tables, with what they were measured on."""
    return "\n".join(_document(results)) + "\n"


def _document(results: Mapping[str, Any]) -> Iterator[str]:
    yield "# Results"
    yield ""
    yield "Written by `make bench`; [README](README.md) says what is measured and how."
    machine = results["machine"]
    yield ""
    yield (
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory']}, {machine['system']}, "
        f"Python {machine['python']}; {results['rounds']} rounds; "
        + ", ".join(f"{name} {version}" for name, version in results["versions"].items())
        + "."
    )
    for rows, form, found in pages(results):
        yield ""
        yield f"## {rows:,} rows, {NAMES[form]}"
        yield ""
        yield from _table(found)


def _table(found: Sequence[Line]) -> Iterator[str]:
    named = {line.validator.name: line for line in found}
    yield f"| {' | '.join(HEADER)} |"
    yield f"| --- |{' ---: |' * (len(HEADER) - 2)} --- |"
    for line in found:
        yield f"| {' | '.join(_cells(line, named.get(SCAN), named.get(PYDANTIC)))} |"
    for line in found:
        if line.failure:
            yield ""
            yield f"{line.validator.name}: {line.failure}"


def _cells(line: Line, scan: Line | None, pydantic: Line | None) -> Iterator[str]:
    yield line.validator.name
    for state in ("clean", "planted"):
        seconds, fastest = line.seconds(state), line.fastest(state)
        yield "" if seconds is None or fastest is None else f"{seconds:.2f} ({fastest:.2f})"
    for state in ("clean", "planted"):
        yield _ratio(line.seconds(state), scan.seconds("clean") if scan else None)
    yield _ratio(pydantic.seconds("clean") if pydantic else None, line.seconds("clean"))
    memory = line.memory()
    yield "" if memory is None else f"{memory:,.0f}"
    score = line.score
    if score is None:
        yield from [""] * 5
    else:
        yield from (f"{score[part]:,}" for part in ("found", "rows", "fields", "wrong"))
        yield "yes" if line.validator.says_what_pydantic_says else "no"


def _ratio(one: float | None, other: float | None) -> str:
    return f"{one / other:.1f}" if one and other else ""
