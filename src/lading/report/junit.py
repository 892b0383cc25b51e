"""The outcome of a validation as JUnit XML, which CI services show as tests: a suite a resource, a case a rule."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TextIO
from xml.sax.saxutils import escape

from lading.issue import Issue, Severity, one_line
from lading.report.listing import Group, group, groups, listed, sorted_out
from lading.report.location import location
from lading.report.results import Report, ResourceResult
from lading.report.wording import counted, place, rule_name

PACKAGE = "(package)"
SOUND = "no errors"


class Case(NamedTuple):
    """A rule, and the resource in which it was broken; None stands for the package as a whole."""

    resource: str | None
    group: Group


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write a failed case for every rule that a resource breaks, a skipped one for warnings, else a passed one."""
    cases = _cases(report)
    chosen = sorted_out(listed(report, limit), lambda issue: Case(issue.resource, group(issue)), len(cases))
    results = {result.resource: result for result in report.resources}
    by_resource: dict[str | None, dict[Group, int]] = {resource: {} for resource in results}
    for case, number in cases.items():
        by_resource.setdefault(case.resource, {})[case.group] = number
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    total = {name: sum(_numbers(counts)[name] for counts in by_resource.values()) for name in _numbers({})}
    seconds = sum(result.seconds for result in report.resources)
    stream.write(f"<testsuites{_attributes(name='lading', **total, time=f'{seconds:.3f}')}>\n")
    for resource, counts in by_resource.items():
        stream.writelines(_suite(report, resource, results.get(resource or ""), counts, chosen))
    stream.write("</testsuites>\n")


def _cases(report: Report) -> dict[Case, int]:
    found: dict[Case, int] = {}
    order = {one: number for number, one in enumerate(groups(report))}
    for kind, number in report.tally.items():
        found[Case(kind.resource, group(kind))] = number
    return dict(sorted(found.items(), key=lambda item: order[item[0].group]))


def _numbers(counts: Mapping[Group, int]) -> dict[str, int]:
    failures = sum(one.severity == Severity.ERROR for one in counts)
    tests = len(counts) + (not failures)
    return {"tests": tests, "failures": failures, "errors": 0, "skipped": len(counts) - failures}


def _suite(
    report: Report,
    resource: str | None,
    result: ResourceResult | None,
    counts: Mapping[Group, int],
    chosen: Mapping[Case, Collection[Issue]],
) -> Iterator[str]:
    name = PACKAGE if resource is None else resource
    numbers = _numbers(counts)
    seconds = f"{result.seconds if result else 0:.3f}"
    yield f"  <testsuite{_attributes(name=name, **numbers, time=seconds)}>\n"
    if result and result.notes:
        notes = "".join(f"      <property{_attributes(name='note', value=note)}/>\n" for note in result.notes)
        yield f"    <properties>\n{notes}    </properties>\n"
    if not numbers["failures"]:
        yield f"    <testcase{_attributes(classname=name, name=SOUND, time=seconds)}/>\n"
    for one, number in counts.items():
        yield from _case(report, name, one, number, chosen.get(Case(resource, one), ()))
    yield "  </testsuite>\n"


def _case(report: Report, suite: str, one: Group, number: int, issues: Collection[Issue]) -> Iterator[str]:
    first = next(iter(issues), None)
    where = location(report, first) if first else None
    file = {"file": where.file} if where else {}
    yield f"    <testcase{_attributes(classname=suite, name=rule_name(one), **file)}>\n"
    element = "failure" if one.severity == Severity.ERROR else "skipped"
    says = f"{counted(number, one.severity.value)}{f': {first.message}' if first else ''}"
    kind = {"type": one.code} if element == "failure" else {}
    yield f"      <{element}{_attributes(message=says, **kind)}>"
    for issue in issues:
        hint = f" ({issue.hint})" if issue.hint else ""
        yield f"{_text(f'{place(issue)}: {issue.message}{hint}')}\n"
    if rest := number - len(issues):
        yield f"&#8230; and {rest:,} more (--limit 0 lists all)\n"
    yield f"</{element}>\n    </testcase>\n"


def _attributes(**values: object) -> str:
    return "".join(f' {name}="{_text(str(value))}"' for name, value in values.items())


def _text(text: str) -> str:
    """The text in one line, without what no XML can hold, and in ASCII, whatever the stream makes of other letters."""
    escaped = escape(one_line(text), {'"': "&quot;"})
    return escaped if escaped.isascii() else escaped.encode("ascii", "xmlcharrefreplace").decode()
