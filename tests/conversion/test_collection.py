"""Of what several documents speak of there is one row; a name for two kinds of things has two."""

import pytest

from lading.tables.blocks import block
from schemas.mentions import Mention
from scripts.conversion.collection import Collection
from scripts.conversion.work import Tabled, Text
from scripts.registry import Registry, load
from tests.conversion.documents import REGISTRY

FIELDS_OF_EVENTS = (
    "event_id",
    "title",
    "date",
    "date_end",
    "date_precision",
    "category",
    "mode",
    "context",
    "cameo_code",
    "place_id",
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load(REGISTRY)


def document(number: int, entity_type: str, entity_id: str = "merel", title: str = "Talks") -> Tabled:
    document_id = f"2021-05-05-speech-{number:06}"
    mention = Mention.model_validate(
        {
            "mention_id": f"{document_id}-mention-0",
            "document_id": document_id,
            "start": 0,
            "end": 5,
            "text_digest": "0" * 16,
            "origin": "converter",
            "entity_type": entity_type,
            "entity_id": entity_id,
        }
    )
    event = {
        "event_id": "talks",
        "title": title,
        "date": "2021-05-05",
        "date_precision": "day",
        "status": "reported",
        "origin": "converter",
        "participants": [{"entity_id": entity_id, "role": "recipient", "office": None}],
    }
    return Tabled(
        Text(document_id, f"{number}.txt", f"{number:064}", "file", "utf-8"),
        [{"entity_id": entity_id, "entity_type": entity_type, "name": "Merel"}],
        [dict.fromkeys(FIELDS_OF_EVENTS) | event],
        [entity_id],
        {"mentions": block(Mention, [mention]).serialize().to_pybytes()},
    )


def rows(documents: list[Tabled], registry: Registry, table: str) -> list[dict[str, object]]:
    collection = Collection(registry)
    for one in documents:
        collection.add(one)
    return [row for some in collection.finish()[table] for row in some.to_pylist()]


def test_a_name_that_stands_for_two_kinds_of_things_gets_two_identifiers(registry: Registry) -> None:
    documents = [document(1, "person"), document(2, "place")]
    assert [row["entity_id"] for row in rows(documents, registry, "entities")] == ["merel", "merel-place"]
    mentions = rows(documents, registry, "mentions")
    assert [row["entity_id"] for row in mentions] == ["merel", "merel-place"]
    assert str(mentions[1]["lading:line"]).count("merel-place") == 1
    assert [row["entity_id"] for row in rows(documents, registry, "places")] == ["merel-place"]


def test_the_registry_comes_first(registry: Registry) -> None:
    found = rows([document(1, "person", "norland")], registry, "entities")
    assert [row["entity_id"] for row in found] == ["norland-person"]


def test_the_first_document_gives_the_row(registry: Registry) -> None:
    documents = [document(1, "person", title="First"), document(2, "person", title="Second")]
    assert [row["title"] for row in rows(documents, registry, "events")] == ["First"]
    assert len(rows(documents, registry, "event_participants")) == 1
    assert len(rows(documents, registry, "entities")) == 1
    assert len(rows(documents, registry, "mentions")) == 2


def test_what_the_registry_holds_of_the_things_that_documents_speak_of_is_there(registry: Registry) -> None:
    spoken_of = Tabled(document(1, "person").text, [], [], ["marta-holm"], {})
    assert "marta-holm" in [row["entity_id"] for row in rows([spoken_of], registry, "persons")]
    assert "pavel-rudin" not in [row["entity_id"] for row in rows([spoken_of], registry, "persons")]
