from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scripts.draft import Draft
from scripts.located import Fields, Items, Scalar, parse
from scripts.sources import read_source, render, scalar
from tests.scripts.workspace import GOOD, REVIEWED

SOURCE = GOOD / "sources" / REVIEWED
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def values(draft: Draft) -> object:
    return (
        draft.document_id,
        dict(draft.document.values),
        {table: [dict(entry.values) for entry in entries] for table, entries in draft.records.items()},
        [dict(entry.values) for entries in (draft.renditions, draft.rejected, draft.entities) for entry in entries],
        [(dict(entry.values), [dict(part.values) for part in entry.parts["participants"]]) for entry in draft.events],
    )


def test_a_file_that_is_read_and_written_stays_as_it_is() -> None:
    assert render(read_source(SOURCE)) == SOURCE.read_text("utf-8")


def test_each_record_is_a_line_of_its_own() -> None:
    draft = read_source(SOURCE)
    lines = [line for line in render(draft).splitlines() if line.startswith("- {start: ")]
    assert len(lines) == sum(map(len, draft.records.values()))


def test_a_summary_has_a_line_of_its_own() -> None:
    assert "\n   summary: Asks what was signed.}\n" in render(read_source(SOURCE))


def test_events_of_a_draft_keep_their_participants(tmp_path: Path) -> None:
    path = tmp_path / REVIEWED
    event = "{event_id: e, title: Talks, status: planned, participants: [{entity_id: norland, role: actor}]}"
    path.write_text(f"{SOURCE.read_text('utf-8')}events:\n- {event}\n", "utf-8")
    draft = read_source(path)
    path.write_text(render(draft), "utf-8")
    assert values(read_source(path)) == values(draft)
    assert [part.values["entity_id"] for part in draft.events[0].parts["participants"]] == ["norland"]


@given(TEXTS)
def test_any_text_is_written_so_that_it_is_read_back(text: str) -> None:
    node = parse(f"- {{text: {scalar(text)}, after: x}}\n", "a text")
    assert isinstance(node, Items)
    item = node.nodes[0]
    assert isinstance(item, Fields)
    assert item.nodes["text"] == Scalar(text, 1)
    assert list(item.nodes) == ["text", "after"]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_written_so_that_they_are_read_back(number: float) -> None:
    assert float(scalar(number)) == number
