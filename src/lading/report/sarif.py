"""The outcome of a validation as SARIF 2.1.0, which code scanning and editors show beside the files."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

import lading
from lading.issue import Issue, shortened
from lading.report.listing import Group, groups, listed, shares
from lading.report.location import location
from lading.report.results import Report
from lading.report.wording import MEANINGS, counted, rule_name

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
OF_A_URI = ":/?#@!$&'()*+,;=%"
"""What stands in a URI as it is; a path has only the slashes."""


def render(report: Report, stream: TextIO, limit: int) -> None:
    """Write one run, in ASCII, a result a line; where some are not listed, notifications say how many."""
    rules = _rules(report, limit)
    stream.write(f'{{\n"$schema": {json.dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n')
    stream.write('"tool": {"driver": {"name": "lading", "version": ')
    stream.write(f'{json.dumps(lading.__version__)}, "rules": [')
    stream.writelines(_items(rules.values()))
    stream.write(
        f']}}}},\n"columnKind": "unicodeCodePoints",\n"invocations": [{json.dumps(_invocation(report, limit))}],\n'
    )
    stream.write('"results": [')
    places = {identifier: place for place, identifier in enumerate(rules)}
    stream.writelines(_items(_result(report, issue, places) for issue in listed(report, limit)))
    stream.write("]\n}]\n}\n")


def _items(items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    before = "\n"
    for item in items:
        yield f"{before}{json.dumps(item)}"
        before = ",\n"


def _rule_id(one: Group | Issue) -> str:
    return f"{one.code}/{one.rule}" if one.rule else one.code


def _rules(report: Report, limit: int) -> dict[str, dict[str, Any]]:
    """What each rule means, with the advice that the first issue under it gives."""
    rules = {_rule_id(one): _rule(one) for one in groups(report)}
    for issue in listed(report, limit):
        rule = rules[_rule_id(issue)]
        if issue.hint and rule["help"] == rule["shortDescription"]:
            rule["help"] = {"text": _plain(f"{issue.hint[0].upper()}{issue.hint[1:]}.")}
    return rules


def _rule(one: Group) -> dict[str, Any]:
    meaning = {"text": _plain(MEANINGS.get(one.code, f"A record breaks the rule {one.code}."))}
    return {
        "id": _rule_id(one),
        **({"name": one.rule} if one.rule else {}),
        "shortDescription": meaning,
        "fullDescription": meaning,
        "help": meaning,
        "defaultConfiguration": {"level": one.severity.value},
        "properties": {"tags": ["data-quality"], "precision": "very-high"},
    }


def _invocation(report: Report, limit: int) -> dict[str, Any]:
    counts = groups(report)
    unlisted = {one: counts[one] - number for one, number in shares(counts, limit).items() if number < counts[one]}
    notes = [f"{result.resource}: {note}" for result in report.resources for note in result.notes]
    capped = [
        f"{counted(counts[one], 'issue')} of {rule_name(one)}: {counts[one] - number:,} listed, {number:,} not"
        for one, number in unlisted.items()
    ]
    return {
        "executionSuccessful": True,
        "exitCode": 0 if report.valid else 1,
        "toolExecutionNotifications": [
            {"level": "note", "message": {"text": _plain(text)}} for text in (*capped, *notes)
        ],
    }


def _result(report: Report, issue: Issue, places: Mapping[str, int]) -> dict[str, Any]:
    hint = f" ({issue.hint})" if issue.hint else ""
    found = {"row": issue.row, "field": issue.field, "cell": shortened(issue.cell) if issue.cell else issue.cell}
    return {
        "ruleId": _rule_id(issue),
        "ruleIndex": places[_rule_id(issue)],
        "level": issue.severity.value,
        "message": {"text": _plain(f"{issue.message}{hint}")},
        "locations": [_location(report, issue)],
        "partialFingerprints": _fingerprints(issue),
        "properties": {name: value for name, value in found.items() if value is not None},
    }


def _location(report: Report, issue: Issue) -> dict[str, Any]:
    found: dict[str, Any] = {}
    where = location(report, issue)
    if where:
        safe = OF_A_URI if where.is_address else "/"
        uri = quote(where.file.encode("utf-8", "surrogatepass"), safe)
        found["physicalLocation"] = {"artifactLocation": {"uri": uri}}
        if issue.line:
            found["physicalLocation"]["region"] = {"startLine": issue.line}
    if logical := _logical(issue, where.pointer if where else None):
        found["logicalLocations"] = [logical]
    return found


def _logical(issue: Issue, pointer: str | None) -> dict[str, Any] | None:
    """The place in the package: resource, row and field, or the value in the descriptor."""
    if pointer:
        return {"name": pointer.rpartition("/")[2], "fullyQualifiedName": pointer, "kind": "property"}
    steps = {"resource": issue.resource, "row": issue.row, "field": issue.field}
    known = {kind: str(step) for kind, step in steps.items() if step is not None}
    if not known:
        return None
    kind, name = list(known.items())[-1]
    return {"name": name, "fullyQualifiedName": "/".join(known.values()), "kind": kind}


def _fingerprints(issue: Issue) -> dict[str, str]:
    """By which the same issue is found again in another run: by its value, should rows have moved, or by its row."""
    value = [issue.code, issue.rule, issue.resource, issue.path, issue.field, issue.cell]
    about = value if issue.cell is not None or issue.row is not None else [*value, issue.message]
    return {"value/v1": _hash(about), "row/v1": _hash([*about, issue.row])}


def _hash(parts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _plain(text: str) -> str:
    """The text as a message that holds neither placeholders nor links."""
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return text.replace("{", "{{").replace("}", "}}")
