from pathlib import Path

import pytest

from scripts.reading.document import read_document
from scripts.reading.source import read
from scripts.registry import load
from tests.scripts.workspace import GOOD

REGISTRY = load(GOOD / "registry")
SPEECH = (
    "Ladies and gentlemen,\n\nWe have had a long day of talks with our neighbours, and it was a good one. "
    "The harbour will be open in the winter, and the ferry will run every week.\n"
)


def issuer_of(folder: Path, *header: str) -> object:
    path = folder / "document.txt"
    path.write_text("\n\n".join((*header, SPEECH)), "utf-8")
    return read_document(read(path), REGISTRY).document.values["issuer_id"]


def test_the_issuer_is_the_body_that_the_header_names(tmp_path: Path) -> None:
    header = (
        "The Ministry of Foreign Affairs of Norland",
        "Minister Pavel Rudin's opening remarks",
        "3 March 2024 10:00",
    )
    assert issuer_of(tmp_path, *header) == "foreign-ministry-of-norland"


def test_remarks_without_a_header_are_issued_by_the_office_of_whom_the_title_announces(tmp_path: Path) -> None:
    header = ("Foreign Minister Marta Holm's opening remarks at a meeting with Pavel Rudin", "3 March 2024 10:00")
    assert issuer_of(tmp_path, *header) == "foreign-ministry-of-norland"


@pytest.mark.parametrize(
    "header",
    [
        ("Foreign Minister Marta Holm's opening remarks at a meeting with Pavel Rudin", "3 March 2019 10:00"),
        ("Foreign Minister Marta Holm's opening remarks at a meeting with Pavel Rudin",),
        ("Pavel Rudin's opening remarks at a meeting with Foreign Minister Marta Holm", "3 March 2024 10:00"),
    ],
    ids=["before she took office", "on no known day", "whoever is met is not who publishes"],
)
def test_an_issuer_that_nothing_tells_stays_unknown(tmp_path: Path, header: tuple[str, ...]) -> None:
    assert issuer_of(tmp_path, *header) is None
