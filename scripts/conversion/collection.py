"""The tables of a collection of documents: their own rows, and those about things that several of them may speak of."""

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from lading.record import Record
from lading.tables.blocks import SortedBlocks, block, block_schema
from schemas import CONVERTED_DOCUMENTS
from scripts.assemble import provisional_entities, provisional_events
from scripts.conversion.work import OWN, Tabled
from scripts.draft import ENTITY_FIELDS, LISTS, Draft
from scripts.entries import Entry, Place, Shape, cast
from scripts.excerpt import about
from scripts.homonyms import clashes, renamed
from scripts.records import check_models
from scripts.registry import MODELS, Registry

ROWS_AT_ONCE = 2**12


class Collection:
    """The rows of all tables, fed with documents in the order of their identifiers.

    Of what several documents speak of, the first gives the row.
    """

    def __init__(self, registry: Registry) -> None:
        self.blocks = {model.table.name: SortedBlocks(model) for model in CONVERTED_DOCUMENTS.records}
        self.n_rows = 0
        self._registry = registry
        self._types: dict[str, str] = {key: entity.entity_type for key, entity in registry.entities.items()}
        self._entities = set(registry.entities)
        self._events: set[str] = set()
        self._referred: set[str] = set()
        self._gathered: dict[str, list[Entry]] = {}
        self._n_gathered = 0

    def add(self, document: Tabled) -> None:
        """The rows of a document."""
        place = Place(document.text.source_file)
        draft = _draft(document, place)
        names = clashes(draft, self._types)
        draft = renamed(draft, names)
        for model in OWN:
            if (content := document.blocks.get(model.table.name)) is not None:
                rows = pa.ipc.read_record_batch(pa.py_buffer(content), block_schema(model))
                self._add_block(model, _with_names(model, rows, names) if names else rows)
        known = [entity for entity in draft.entities if entity.values["entity_id"] in self._entities]
        told = [event for event in draft.events if event.values["event_id"] in self._events]
        for table, row in (*provisional_entities(draft, known), *provisional_events(draft, told)):
            self._gathered.setdefault(table, []).append(row)
            self._n_gathered += 1
        self._entities.update(entity.values["entity_id"] for entity in draft.entities)
        self._events.update(event.values["event_id"] for event in draft.events)
        self._referred.update(self._registry.entities.keys() & {*document.referred} - names.keys())
        if self._n_gathered >= ROWS_AT_ONCE:
            self._put_aside()

    def finish(self) -> Mapping[str, SortedBlocks]:
        """The rows of all tables, with what the registry holds about the things that the documents speak of."""
        for table, rows in about(self._registry, self._referred).items():
            self._gathered.setdefault(table, []).extend(rows)
        self._put_aside()
        return self.blocks

    def _put_aside(self) -> None:
        records, issues = check_models(MODELS, self._gathered)
        if issues:
            raise AssertionError(issues)  # every document was checked by itself
        for model in MODELS:
            if members := records[model.table.name]:
                self._add_block(model, block(model, [made.record for made in members]))
        self._gathered, self._n_gathered = {}, 0

    def _add_block(self, model: type[Record], rows: pa.RecordBatch) -> None:
        self.blocks[model.table.name].add(rows)
        self.n_rows += rows.num_rows


def _draft(document: Tabled, place: Place) -> Draft:
    """What a document says of things that other documents may speak of, too."""
    events = tuple(_entry(event, LISTS["events"], place) for event in document.events)
    evidence = tuple(Entry({"event_id": event.values["event_id"]}, place) for event in events)
    return Draft(
        document.text.document_id,
        Entry({}, place),
        records={"event_evidence": evidence},
        entities=tuple(Entry(entity, place) for entity in document.entities),
        events=events,
    )


def _entry(said: Mapping[str, Any], shape: Shape, place: Place) -> Entry:
    values = {
        name: cast(value, column) if isinstance(value := said[name], str) else value
        for name, column in shape.columns.items()
    }
    parts = {
        name: tuple(_entry(part, inner, place) for part in said.get(name, ())) for name, inner in shape.parts.items()
    }
    return Entry(values, place, parts)


def _with_names(model: type[Record], rows: pa.RecordBatch, names: Mapping[str, str]) -> pa.RecordBatch:
    """The rows with the identifiers of some entities replaced."""
    fields = [name for name in ENTITY_FIELDS if name in model.model_fields]
    if not fields:
        return rows
    changed: Iterable[dict[str, Any]] = (
        row | {name: names.get(row[name], row[name]) for name in fields}
        for row in rows.select(list(model.model_fields)).to_pylist()
    )
    return block(model, [model.model_validate(row) for row in changed])
