import datetime as dt
import re

from schemas import BAKU_TALKS
from tests.habits.repository import read_yaml, text

REQUIRED = {"authors", "cff-version", "message", "title"}
OPTIONAL = {
    "abstract",
    "commit",
    "contact",
    "date-released",
    "doi",
    "identifiers",
    "keywords",
    "license",
    "license-url",
    "preferred-citation",
    "references",
    "repository",
    "repository-artifact",
    "repository-code",
    "type",
    "url",
    "version",
}
"""The keys of the Citation File Format 1.2.0."""

CITATION = read_yaml("CITATION.cff")


def latest_release() -> tuple[str, str]:
    match = re.search(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$", text("CHANGELOG.md"), re.MULTILINE)
    assert match
    return match[1], match[2]


def test_the_citation_has_the_keys_of_the_format_and_no_others() -> None:
    assert CITATION["cff-version"] == "1.2.0"
    assert set(CITATION) >= REQUIRED
    assert set(CITATION) <= REQUIRED | OPTIONAL


def test_every_author_of_the_citation_has_a_name() -> None:
    assert CITATION["authors"]
    assert all("name" in author or "family-names" in author for author in CITATION["authors"])


def test_the_citation_is_of_the_dataset() -> None:
    assert CITATION["type"] == "dataset"
    assert CITATION["title"] == f"{BAKU_TALKS.name}: {BAKU_TALKS.title}"
    assert CITATION["license"] == BAKU_TALKS.licenses[0].name
    assert CITATION["keywords"] == list(BAKU_TALKS.keywords)
    assert [author["name"] for author in CITATION["authors"]] == [person.title for person in BAKU_TALKS.contributors]


def test_citation_changelog_and_dataset_tell_one_version_and_one_date() -> None:
    dt.date.fromisoformat(CITATION["date-released"])
    assert latest_release() == (BAKU_TALKS.version, CITATION["date-released"])


def test_the_licence_of_the_data_is_named_with_its_identifier_and_address() -> None:
    licence = BAKU_TALKS.licenses[0]
    notice = text("data/LICENSE.md")
    assert f"`{licence.name}`" in notice
    assert f"<{licence.path}>" in notice
