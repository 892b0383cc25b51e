"""The part of the page that lists the issues, rule by rule."""

from collections.abc import Collection, Iterator

from lading.issue import Issue, Severity
from lading.report.html.markup import apart, attribute, text
from lading.report.listing import Group, group, groups, listed, sorted_out
from lading.report.results import Report
from lading.report.wording import MEANINGS

OPEN = 60
"""Rules are unfolded until so many issues can be seen."""

COLUMNS = (("place", "where"), ("number", "row"), ("value", "value"), ("says", "what is wrong"))
NO_VALUE = '<td class="none"></td>'


def rules(report: Report, limit: int) -> Iterator[str]:
    """A section with what each rule found, and a form to filter it for those who let scripts run."""
    yield '<section id="issues" aria-labelledby="by-rule">\n<h2 id="by-rule">Issues by rule</h2>\n'
    yield _form(report) if report.issues else '<p class="empty">There are none.</p>\n'
    counts = groups(report)
    chosen = sorted_out(listed(report, limit), group, len(counts))
    seen = 0
    for one, number in counts.items():
        issues = chosen.get(one, ())
        state = " open" if issues and seen < OPEN else ""
        yield f'<details class="rule {one.severity}" data-severity="{one.severity}"{state}>\n'
        yield _heading(one, number)
        yield from _listing(one, issues)
        if rest := number - len(issues):
            yield f'<p class="more">&#8230; and {rest:,} more, which <code>--limit 0</code> lists</p>\n'
        yield "</details>\n"
        seen += len(issues)
    yield "</section>\n"


def _form(report: Report) -> str:
    names = [name for (name,) in report.counts("resource") if name is not None]
    by_resource = "".join(f'<option value="{attribute(name)}">{text(name)}</option>' for name in names)
    by_severity = "".join(f'<option value="{one}">{one}s</option>' for one in Severity if report.count(one))
    return f"""<form hidden role="search" aria-label="Filter the listed issues">
<label class="find"><span class="named">Find</span><input type="search" name="find" autocomplete="off"
 placeholder="Find a value, a field, a file &#8230;"></label>
<label><span class="named">Severity</span>
<select name="severity"><option value="">errors and warnings</option>{by_severity}</select></label>
<label><span class="named">Resource</span>
<select name="resource"><option value="">all resources</option>{by_resource}</select></label>
<button type="button" value="open">Unfold all</button>
<button type="button" value="close">Fold all</button>
<output aria-live="polite"></output>
</form>
"""


def _heading(one: Group, number: int) -> str:
    rule = f" <code>{apart(one.rule)}</code>" if one.rule else ""
    field = f' <span class="field">field <code>{apart(one.field)}</code></span>' if one.field is not None else ""
    name = f'<span class="named">{one.severity}</span> {apart(one.code)}{rule}{field}'
    return f'<summary><span class="name">{name}</span> <span class="count">{number:,}</span></summary>\n'


def _listing(one: Group, issues: Collection[Issue]) -> Iterator[str]:
    hints = dict.fromkeys(issue.hint for issue in issues if issue.hint)
    advice = f"<b>What to do:</b> {apart(next(iter(hints)))}" if len(hints) == 1 else ""
    if meaning := " ".join(part for part in (MEANINGS.get(one.code), advice) if part):
        yield f'<p class="advice">{meaning}</p>\n'
    if not issues:
        return
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{attribute(one.code)}">\n'
    heads = "".join(f'<th scope="col" class="{kind}">{name}</th>' for kind, name in COLUMNS)
    yield f'<table class="listing">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for issue in issues:
        yield _row(issue, issue.hint if len(hints) > 1 else None)
    yield "</tbody>\n</table>\n</div>\n"


def _row(issue: Issue, hint: str | None) -> str:
    file = issue.path or issue.resource or ""
    where = f"{file}:{issue.line}" if file and issue.line else file
    cells = (
        f'<td class="place" data-name="where"><span class="mono">{apart(where)}</span></td>' if where else NO_VALUE,
        f'<td class="number" data-name="row">{issue.row:,}</td>' if issue.row is not None else NO_VALUE,
        f'<td class="value" data-name="value"><code>{apart(issue.cell)}</code></td>' if issue.cell else NO_VALUE,
        f'<td class="says" data-name="what"><span>{apart(issue.message)}{_advice(hint)}</span></td>',
    )
    return f'<tr data-resource="{attribute(issue.resource or "")}">{"".join(cells)}</tr>\n'


def _advice(hint: str | None) -> str:
    return f'<span class="small">{apart(hint)}</span>' if hint else ""
