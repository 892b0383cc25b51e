"""The results as a picture: a bar for each validator, as SVG that is readable on light and on dark pages."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from benchmarks.files import FORMATS
from benchmarks.results import Line, lines, sizes
from benchmarks.tabulate import NAMES
from benchmarks.validators import LADING

ROWS = 1_000_000
WIDTH = 860
BAR_LEFT, BAR_WIDTH = 190, 300
BAR_HEIGHT, STEP = 14, 22
MARGIN, TITLE, PANEL = 20, 64, 34

STYLE = """
  .page { fill: #ffffff } .text { fill: #1f2328 } .quiet { fill: #59636e } .bar { fill: #afb8c1 }
  .scan { fill: #d8dee4 } .ours { fill: #0969da } .rule { stroke: #d1d9e0 }
  text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 12px }
  .title { font-size: 16px; font-weight: 600 } .panel { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117 } .text { fill: #f0f6fc } .quiet { fill: #9198a1 } .bar { fill: #59636e }
    .scan { fill: #3d444d } .ours { fill: #4493f8 } .rule { stroke: #3d444d }
  }
""".rstrip()


def render(results: Mapping[str, Any]) -> str:
    """The picture for one size: a million rows, or the nearest that was run, with the planted faults."""
    rows = min(sizes(results), key=lambda size: abs(size - ROWS))
    panels = [(form, drawn) for form in FORMATS if (drawn := _drawn(list(lines(results, rows, form))))]
    height = TITLE + sum(PANEL + STEP * len(drawn) + MARGIN for _, drawn in panels)
    body: list[str] = []
    top = TITLE
    for form, drawn in panels:
        body += _panel(NAMES[form], drawn, top)
        top += PANEL + STEP * len(drawn) + MARGIN
    title = f"{rows:,} rows, faults planted in them"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{title}: how long each validator takes, and what it finds</title>",
            f"<style>{STYLE}\n</style>",
            f'<rect class="page" width="{WIDTH}" height="{height}" rx="6"/>',
            _text(MARGIN, 30, title, "text title"),
            _text(MARGIN, 48, "seconds, whole process; what is found of what was planted, and what is named", "quiet"),
            *body,
            "</svg>",
        )
    )


def _drawn(found: Sequence[Line]) -> list[tuple[float, Line]]:
    """What there is to draw, the fastest first."""
    timed = [(seconds, line) for line in found if (seconds := line.seconds("planted") or line.seconds("clean"))]
    return sorted(timed, key=lambda pair: (pair[0], pair[1].validator.name))


def _panel(name: str, drawn: Sequence[tuple[float, Line]], top: int) -> Iterator[str]:
    longest = max(seconds for seconds, _ in drawn)
    yield _text(MARGIN, top + 14, name, "text panel")
    bottom = top + PANEL + STEP * len(drawn)
    yield f'<path class="rule" d="M{BAR_LEFT} {top + PANEL - 8}V{bottom - 2}"/>'
    for number, (seconds, line) in enumerate(drawn):
        base = top + PANEL + STEP * number + 11
        width = max(1.0, seconds / longest * BAR_WIDTH)
        kind = "ours" if line.validator.name.startswith(LADING) else "bar" if line.validator.checks else "scan"
        yield _text(BAR_LEFT - 8, base, line.validator.name, "text", "end")
        yield f'<rect class="{kind}" x="{BAR_LEFT}" y="{base - 11}" width="{width:.1f}" height="{BAR_HEIGHT}"/>'
        yield _text(BAR_LEFT + width + 6, base, f"{seconds:.2f}", "text")
        yield _text(BAR_LEFT + BAR_WIDTH + 50, base, _said(line), "quiet")


def _said(line: Line) -> str:
    score = line.score
    if score is None:
        return "reads every column, checks nothing"
    named = [name for name in ("row", "field") if score[f"{name}s"] == score["found"] > 0]
    named += ["Pydantic's message"] if line.validator.says_what_pydantic_says else []
    wrong = f"; {score['wrong']:,} wrong" if score["wrong"] else ""
    return f"{score['found']:,} of {score['planted']:,}: {', '.join(named) or 'counts only'}{wrong}"


def _text(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
