"""The rules of baku-talks on invented records: an example that keeps each rule, and one that breaks it."""

from pathlib import Path
from typing import Any

import pytest

from lading.check.rows import check
from lading.dataset import Tables
from lading.record import Record
from lading.tables.row import Row
from schemas.baku_talks import BAKU_TALKS
from tests.rules.examples import HERE, cells, load, records

ACROSS_TABLES = sorted((HERE / "across_tables").glob("*.yaml"))
IN_A_ROW = sorted((HERE / "in_a_row").glob("*.yaml"))
RULES = {rule.name: rule for rule in BAKU_TALKS.rules}
ROW_RULES = {(model.table.name, rule.name) for model in BAKU_TALKS.records for rule in model.rules}


@pytest.mark.parametrize("file", ACROSS_TABLES, ids=lambda file: file.stem)
def test_a_rule_across_tables_is_broken_by_these_records_and_no_others(file: Path) -> None:
    example = load(file)
    rows = {table: records(table, given) for table, given in example["tables"].items()}
    places = {id(record): (table, number) for table, made in rows.items() for number, record in enumerate(made, 1)}
    breaches = list(RULES[example["rule"]].breaches(Tables(rows)))
    assert [(*places[id(breach.record)], breach.field) for breach in breaches] == [
        (breach["table"], breach["row"], breach["field"]) for breach in example["breaches"]
    ]
    assert all(breach.field in type(breach.record).model_fields for breach in breaches)


@pytest.mark.parametrize("file", IN_A_ROW, ids=lambda file: file.stem)
def test_a_row_rule_is_broken_by_these_records_and_no_others(file: Path) -> None:
    example = load(file)
    for given in example["keep"]:
        assert broken_rules(example["table"], given) == []
    for given in example["break"]:
        assert broken_rules(example["table"], given) == [example["rule"]]


def broken_rules(table: str, given: dict[str, Any]) -> list[str]:
    checked = check(Row(1, None, cells(table, 1, given)), BAKU_TALKS.model(table))
    if isinstance(checked, Record):
        return []
    assert {issue.code for issue in checked} == {"row-constraint"}
    return [issue.message.partition(":")[0] for issue in checked]


def test_every_rule_across_tables_has_an_example_that_keeps_it_and_one_that_breaks_it() -> None:
    examples = [load(file) for file in ACROSS_TABLES]
    kept = {example["rule"] for example in examples if not example["breaches"]}
    broken = {example["rule"] for example in examples if example["breaches"]}
    assert kept == broken == set(RULES)


def test_every_row_rule_has_an_example() -> None:
    tables = {}
    for file in IN_A_ROW:
        example = load(file)
        tables[example["rule"]] = example["table"]
        assert example["keep"]
        assert example["break"]
    assert {name for _, name in ROW_RULES} == set(tables)
    assert {(table, name) for name, table in tables.items()} <= ROW_RULES
