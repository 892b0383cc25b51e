"""The part of the page that says what was read of each resource."""

from collections.abc import Iterator

from lading.report.html.markup import apart
from lading.report.resources import Line, lines
from lading.report.results import Report


def resources(report: Report) -> Iterator[str]:
    """A section with a table of the resources; nothing where none was read."""
    found = lines(report)
    if not found:
        return
    yield '<section class="aside" aria-labelledby="by-resource">\n<h2 id="by-resource">Resources</h2>\n'
    yield '<div class="card">\n<table>\n<thead><tr><th scope="col">resource</th>'
    yield '<th scope="col" class="number">rows</th><th scope="col" class="number">issues</th></tr></thead>\n<tbody>\n'
    yield from map(_row, found)
    yield "</tbody>\n</table>\n</div>\n</section>\n"


def _row(line: Line) -> str:
    columns = f"{line.columns} column{'' if line.columns == '1' else 's'}"
    size = f'<span class="small">{columns}, {line.n_bytes} bytes, {line.seconds:.2f} s</span>'
    notes = "".join(f'<p class="note">{apart(note)}</p>' for note in line.notes)
    issues = f'<span class="count error">{line.issues:,}</span>' if line.issues else '<span class="none">0</span>'
    return (
        f"<tr><td><b>{apart(line.name)}</b>{size}{notes}</td>"
        f'<td class="number">{line.rows}</td><td class="number">{issues}</td></tr>\n'
    )
