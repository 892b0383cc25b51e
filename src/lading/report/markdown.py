"""The outcome of a validation as Markdown, of a size that its reader takes."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from lading.issue import Issue, one_line
from lading.report.listing import Group, group, groups, listed, sorted_out
from lading.report.resources import lines
from lading.report.results import Report
from lading.report.wording import counted, place, rule_name, verdict

RESERVED = 500
"""The bytes that are kept for saying what did not fit."""

LONGEST = 500
"""How much of a text from elsewhere is shown."""

SAFE = " .,-"


def summary(report: Report, limit: int, size: int) -> str:
    """The report in no more than `size` bytes; what does not fit is counted. Nothing is there if not even that fits."""
    written: list[str] = []
    left = size - RESERVED
    if left < 0:
        return ""
    omitted = 0
    for part, number in chain(_head(report), _groups(report, limit)):
        n_bytes = len(part.encode())
        if omitted or n_bytes > left:
            omitted += number
            continue
        written.append(part)
        left -= n_bytes
    if omitted:
        written.append(f"\n… and {counted(omitted, 'issue')} more, for which there is no room here\n")
    return "".join(written)


def _head(report: Report) -> Iterator[tuple[str, int]]:
    sign = "✅" if report.valid else "❌"
    yield f"## {sign} lading\n\n{_escaped(verdict(report))}\n", 0
    if found := lines(report):
        cells = [
            (_code(line.name), line.rows, line.columns, line.n_bytes, f"{line.seconds:.2f}", f"{line.issues:,}")
            for line in found
        ]
        yield _table(("resource", "rows", "columns", "bytes", "seconds", "issues"), cells), 0
    if notes := [f"- {_code(line.name)}: {_escaped(note)}\n" for line in found for note in line.notes]:
        yield f"\n{''.join(notes)}", 0


def _groups(report: Report, limit: int) -> Iterator[tuple[str, int]]:
    counts = groups(report)
    chosen = sorted_out(listed(report, limit), group, len(counts))
    for one, number in counts.items():
        yield _group(one, number, chosen.get(one, ())), number


def _group(one: Group, number: int, issues: Collection[Issue]) -> str:
    shown = [f"- {_code(place(issue))} {_escaped(issue.message)}{_hint(issue)}\n" for issue in issues]
    rest = f"- … and {number - len(issues):,} more\n" if number > len(issues) else ""
    title = f"{one.severity} {_code(rule_name(one))} ({number:,})"
    return f"\n<details><summary>{title}</summary>\n\n{''.join(shown)}{rest}\n</details>\n"


def _hint(issue: Issue) -> str:
    return f" ({_escaped(issue.hint)})" if issue.hint else ""


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    marks = ["---", *["---:"] * (len(header) - 1)]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in (header, marks, *rows))


def _code(text: str) -> str:
    return f"<code>{_escaped(text)}</code>"


def _escaped(text: str) -> str:
    """The text without anything that Markdown or HTML would act on."""
    kept = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return "".join(
        character if character.isalnum() or character in SAFE else f"&#{ord(character)};"
        for character in one_line(kept)
    )
