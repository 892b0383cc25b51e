"""The outcome of a validation as a page in one file, which loads nothing and works without its script."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import TextIO

import lading
from lading.issue import Severity
from lading.report.html.markup import text
from lading.report.html.resources import resources
from lading.report.html.rules import rules
from lading.report.results import Report
from lading.report.wording import verdict

ICONS = {
    True: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.2 14.4-4-4 1.5-1.5 2.5 2.5 5.4-5.4 1.5 1.5-6.9 6.9Z",
    False: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.2 12.8-1.4 1.4-2.8-2.8-2.8 2.8-1.4-1.4 2.8-2.8-2.8-2.8 "
    "1.4-1.4 2.8 2.8 2.8-2.8 1.4 1.4-2.8 2.8 2.8 2.8Z",
}


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write the page; totals are of all issues, also where no more than `limit` of a code are listed."""
    stream.writelines(_head(report))
    stream.writelines(_overview(report))
    both = ' class="both"' if report.issues and report.resources else ""
    stream.write(f"<main{both}>\n")
    stream.writelines(rules(report, limit))
    stream.writelines(resources(report))
    script = _asset("page.js")
    stream.write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def _asset(name: str) -> str:
    return files("lading.report.html").joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _head(report: Report) -> Iterator[str]:
    style, script = _asset("page.css"), _asset("page.js")
    allowed = f"style-src {_digest(style)}; script-src {_digest(script)}"
    policy = f"default-src 'none'; img-src data:; {allowed}; base-uri 'none'; form-action 'none'"
    yield f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="lading {text(lading.__version__)}">
<title>{text(verdict(report))}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
"""


def _overview(report: Report) -> Iterator[str]:
    numbers = (
        ("error", "errors", report.count(Severity.ERROR)),
        ("warning", "warnings", report.count(Severity.WARNING)),
        ("", "tables", len(report.resources)),
        ("", "rows", sum(result.rows for result in report.resources)),
    )
    kind, word = ("valid", "Valid") if report.valid else ("invalid", "Not valid")
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="{ICONS[report.valid]}"/></svg>'
    yield '<a class="skip" href="#issues">Skip to the issues</a>\n<header>\n'
    yield '<p class="product"><b>lading</b> validation report</p>\n'
    yield f'<h1 class="{kind}">{icon}{word}</h1>\n<dl class="numbers">\n'
    for name, noun, number in numbers:
        mark = f' class="{name}"' if name and number else ""
        yield f"<div{mark}><dt>{noun}</dt><dd>{number:,}</dd></div>\n"
    yield "</dl>\n</header>\n"
