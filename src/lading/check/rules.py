"""The rules of a dataset that look across tables."""

from collections.abc import Iterator, Sequence

from lading.dataset import Breach, DatasetRule, Tables
from lading.issue import Issue, LadingError, Severity
from lading.record import cells_of
from lading.tables import quoting


def reads(rule: DatasetRule) -> Iterator[str]:
    """The names of the tables that a rule reads."""
    return (model.table.name for model in rule.reads)


def code(rule: DatasetRule) -> str:
    """The name of the rule as an issue code."""
    return rule.name.replace("_", "-")


def breaches(rule: DatasetRule, tables: Tables) -> Iterator[Breach]:
    """What breaks the rule; LadingError where the rule fails, which is the code of others."""
    try:
        yield from rule.breaches(tables)
    except Exception as error:
        raise LadingError(f"the rule {code(rule)} could not be checked: {error!r}") from error


def issue(rule: DatasetRule, breach: Breach) -> Issue:
    """A record that breaks a rule."""
    shown = quoting.text(cells_of(breach.record)[breach.field]) if breach.field else None
    return Issue(code(rule), breach.message, rule.description, field=breach.field, cell=shown)


def not_checked(rule: DatasetRule, unsound: Sequence[str]) -> Issue:
    """Says that a rule could not be judged, and because of which tables."""
    message = f"the rule {code(rule)} was not checked: it reads {', '.join(unsound)}, where records have errors"
    return Issue("not-checked", message, "correct those first", severity=Severity.WARNING)
