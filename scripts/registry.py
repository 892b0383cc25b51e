"""The registry: who and what the project knows by name, as `data/registry/*.yaml` says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lading.issue import Issue, IssuesError, LadingError
from schemas.affiliations import Affiliation
from schemas.agreement_parties import AgreementParty
from schemas.agreements import Agreement
from schemas.aliases import Alias
from schemas.entities import Entity
from schemas.event_participants import EventParticipant
from schemas.events import CATEGORIES_BY_QUAD_CODE, Event
from schemas.identifiers import Identifier
from schemas.organisations import Organisation
from schemas.persons import Person
from schemas.places import Place
from schemas.vocabularies import EntityStatus, EntityType, Origin
from scripts.entries import Entry, EntryReader, Shape, shape
from scripts.faults import noting
from scripts.located import read_yaml, shown
from scripts.records import Entries, Made, Records, check_models, dangling_references, repetitions

MODELS = (
    Entity,
    Person,
    Organisation,
    Place,
    Agreement,
    AgreementParty,
    Alias,
    Identifier,
    Affiliation,
    Event,
    EventParticipant,
)

TABLES_BY_TYPE: Mapping[str, str] = {
    EntityType.PERSON: "persons",
    EntityType.ORGANISATION: "organisations",
    EntityType.PLACE: "places",
    EntityType.AGREEMENT: "agreements",
}

NAMES = {
    "aliases": shape(Alias, without=["entity_id"]),
    "identifiers": shape(Identifier, without=["entity_id"]),
}
PARTICIPANTS = {"participants": shape(EventParticipant, without=["event_id"])}
EVENT = shape(Event, without=["quad_code"], defaults={"origin": Origin.CURATOR.value}, parts=PARTICIPANTS)

SHAPES: Mapping[str, Shape] = {
    "persons": shape(Person, parts=NAMES),
    "organisations": shape(Organisation, parts=NAMES),
    "places": shape(Place, parts=NAMES),
    "agreements": shape(Agreement, parts={**NAMES, "parties": shape(AgreementParty, without=["agreement_id"])}),
    "affiliations": shape(Affiliation),
    "events": EVENT,
}
"""What each file holds, by its name."""

OWNERS = {"aliases": "entity_id", "identifiers": "entity_id", "parties": "agreement_id", "participants": "event_id"}
TABLES_OF_PARTS = {"parties": "agreement_parties", "participants": "event_participants"}


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known by name; `entries` are the rows of all its tables."""

    entities: Mapping[str, Entity]
    names: Mapping[str, str]
    """Every name and alias, with the entity that it stands for."""
    affiliations: tuple[Affiliation, ...]
    entries: Entries


def load(directory: Path) -> Registry:
    """The registry in a folder. Raises IssuesError with every fault of its files."""
    if not directory.is_dir():
        raise LadingError(f"{shown(directory)}: no such folder; it holds the registry")
    issues: list[Issue] = []
    items: dict[str, tuple[Entry, ...]] = {}
    for path in sorted(directory.glob("*.yaml")):
        read, faults = _read(path)
        items[path.stem] = read
        issues.extend(faults)
    if issues:
        raise IssuesError(issues)
    entries = tables(items)
    records, issues = check_models(MODELS, entries)
    issues = issues or list(_shared_names(records)) or [*repetitions(MODELS, records)]
    issues = issues or list(dangling_references(MODELS, records))
    if issues:
        raise IssuesError(issues)
    entities = {made.record.entity_id: made.record for made in records["entities"] if isinstance(made.record, Entity)}
    affiliations = tuple(made.record for made in records["affiliations"] if isinstance(made.record, Affiliation))
    return Registry(entities, {name: entity_id for name, entity_id, _ in _names(records)}, affiliations, entries)


def tables(items: Mapping[str, tuple[Entry, ...]]) -> dict[str, list[Entry]]:
    """The rows of all tables from the items of the files, which hold the rows of several tables each."""
    entries: dict[str, list[Entry]] = {model.table.name: [] for model in MODELS}
    for entity_type, table in TABLES_BY_TYPE.items():
        for item in items.get(table, ()):
            entries["entities"].append(entity(item, entity_type, EntityStatus.REGISTERED))
    for table, members in items.items():
        for item in members:
            entries[table].append(event(item) if table == "events" else Entry(item.values, item.place))
            for name, part in parts(item):
                entries[name].append(part)
    return entries


def entity(item: Entry, entity_type: str, status: EntityStatus) -> Entry:
    """The row of entities for a person, an organisation, a place or an agreement."""
    name = item.values["title" if entity_type == EntityType.AGREEMENT else "name"]
    values = {"entity_id": item.values["entity_id"], "entity_type": str(entity_type), "name": name}
    return Entry({**values, "status": status.value}, item.place)


def event(item: Entry) -> Entry:
    """The row of an event, with the group that its category belongs to."""
    category = item.values["category"]
    groups = (group for group, categories in CATEGORIES_BY_QUAD_CODE.items() if category in categories)
    group = next(groups, None)
    return Entry({**item.values, "quad_code": group and group.value}, item.place)


def parts(item: Entry) -> Iterator[tuple[str, Entry]]:
    """The rows of other tables that an item holds, each with its table."""
    for name, members in item.parts.items():
        owner = OWNERS[name]
        value = item.values["event_id" if owner == "event_id" else "entity_id"]
        for part in members:
            yield TABLES_OF_PARTS.get(name, name), Entry({owner: value, **part.values}, part.place)


def _read(path: Path) -> tuple[tuple[Entry, ...], list[Issue]]:
    name = shown(path)
    if path.stem not in SHAPES:
        hint = f"the files are {', '.join(f'{stem}.yaml' for stem in SHAPES)}"
        return (), [Issue("resource-error", "no file of the registry", hint, path=name, line=1)]
    reader = EntryReader(name)
    with noting(reader.issues):
        return reader.entries(read_yaml(path), SHAPES[path.stem]), reader.issues
    return (), reader.issues


def _names(records: Records) -> Iterator[tuple[str, str, Made]]:
    for made in (*records["entities"], *records["aliases"]):
        match made.record:
            case Entity(name=name, entity_id=entity_id) | Alias(alias=name, entity_id=entity_id):
                yield name, entity_id, made


def _shared_names(records: Records) -> Iterator[Issue]:
    """Names that stand for two entities: nobody could tell whom a text means."""
    owners: dict[str, str] = {}
    surnames = {name.split()[-1]: entity_id for name, entity_id in _persons(records)}
    for name, entity_id, (record, entry) in _names(records):
        # a person goes by the surname too, so that it cannot be another's name
        owner = owners.setdefault(name, entity_id if isinstance(record, Entity) else surnames.get(name, entity_id))
        if owner != entity_id:
            about = "alias" if isinstance(record, Alias) else "name"
            message = f"{name!r} names two entities, {owner} and {entity_id}"
            hint = "make one of the names longer, or drop it"
            yield entry.place.issue("unique-error", record.table.name, message, about=about, hint=hint)


def _persons(records: Records) -> Iterator[tuple[str, str]]:
    for name, entity_id, (record, _) in _names(records):
        if isinstance(record, Entity) and record.entity_type == EntityType.PERSON:
            yield name, entity_id
