"""The resources of a report in lines: the two files of a table, where there are two, share one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lading.issue import one_line
from lading.report.log import Kind
from lading.report.results import Report, ResourceResult

CSV_SUFFIX = "-csv"


@dataclass(frozen=True, slots=True)
class Line:
    """What was read of a resource, or of both resources that hold a table, in words."""

    name: str
    rows: str
    columns: str
    n_bytes: str
    seconds: float
    issues: int
    notes: tuple[str, ...]


def lines(report: Report) -> tuple[Line, ...]:
    """A line for each resource, or for two where the name of one is that of the other with a suffix for CSV."""
    issues = report.counts("resource")
    return tuple(_line(together, issues) for together in _twins(report.resources))


def is_said_of_text(report: Report, kind: Kind) -> bool:
    """Whether the same is wrong in the CSV file of the table: there, people can be shown the line."""
    return kind.resource is not None and kind._replace(resource=f"{kind.resource}{CSV_SUFFIX}") in report.tally


def _twins(results: tuple[ResourceResult, ...]) -> Iterator[tuple[ResourceResult, ...]]:
    by_name = {result.resource: result for result in results}
    for result in results:
        table = result.resource.removesuffix(CSV_SUFFIX)
        if table == result.resource or table not in by_name:
            twin = by_name.get(f"{table}{CSV_SUFFIX}")
            yield (result, twin) if twin else (result,)


def _line(together: tuple[ResourceResult, ...], issues: dict[tuple[str | None, ...], int]) -> Line:
    def each(number: Callable[[ResourceResult], int], between: str) -> str:
        numbers = [f"{number(result):,}" for result in together]
        return between.join(dict.fromkeys(numbers) if between == " / " else numbers)

    return Line(
        name=one_line(together[0].resource) + (" +csv" if len(together) > 1 else ""),
        rows=each(lambda result: result.rows, " / "),
        columns=each(lambda result: result.columns, " / "),
        n_bytes=each(lambda result: result.n_bytes, " + "),
        seconds=sum(result.seconds for result in together),
        issues=sum(issues.get((result.resource,), 0) for result in together),
        notes=tuple(dict.fromkeys(note for result in together for note in result.notes)),
    )
