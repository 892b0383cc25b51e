"""A descriptor against the dataset that it was derived from: what it no longer says, nothing would check."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lading.dataset import Dataset
from lading.derive.datapackage import MEASURES, metadata, twins
from lading.descriptor import Package, Resource
from lading.descriptor.places import Place
from lading.issue import Issue
from lading.tables import quoting

HINT = "build the package again, or correct the dataset"


def differences(package: Package, dataset: Dataset, file: str) -> Iterator[Issue]:
    """Where the descriptor, the file of that name, says something else than the dataset, or less.

    It may say more: about the package as a whole, and about resources that are no tables of the dataset.
    """
    root = Place(file)
    yield from _unequal(_as_json(package), metadata(dataset), root)
    numbers = {resource.name: number for number, resource in enumerate(package.resources)}
    for expected in (twin for model in dataset.records for twin in twins(model)):
        name = expected["name"]
        if name in numbers:
            place = Place(file, ("resources", numbers[name]), name)
            yield from _resource(_as_json(package.resources[numbers[name]]), expected, place)
        else:
            yield root.below("resources").issue("resource-error", f"the package has no resource {name}", HINT)


def _resource(found: Mapping[str, Any], expected: Mapping[str, Any], place: Place) -> Iterator[Issue]:
    described = {name: value for name, value in expected.items() if name not in MEASURES}
    # Paths are listed and defaults settled on either side alike.
    yield from _unequal(found, _as_json(Resource.model_validate(described)), place)
    for name in MEASURES:
        if found.get(name) is None:
            yield place.below(name).issue("resource-error", "the descriptor does not say this of the file", HINT)


def _unequal(found: Mapping[str, Any], expected: Mapping[str, Any], place: Place) -> Iterator[Issue]:
    """The innermost places at which the values of the expected names differ."""
    for name, value in expected.items():
        yield from _different(found.get(name), value, place.below(name))


def _different(found: Any, expected: Any, place: Place) -> Iterator[Issue]:
    if isinstance(found, dict) and isinstance(expected, dict):
        yield from _pairs(((name, found.get(name), expected.get(name)) for name in {**found, **expected}), place)
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        yield from _pairs(((number, *pair) for number, pair in enumerate(zip(found, expected, strict=True))), place)
    elif found != expected:
        yield place.issue(place.code, f"{_short(found)}, where the dataset has {_short(expected)}", HINT)


def _pairs(pairs: Iterable[tuple[str | int, Any, Any]], place: Place) -> Iterator[Issue]:
    for step, found, expected in pairs:
        yield from _different(found, expected, place.below(step))


def _as_json(part: Package | Resource) -> dict[str, Any]:
    return part.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _short(value: Any) -> str:
    if value is None:
        return "absent"
    if isinstance(value, list | dict):
        return "1 item" if len(value) == 1 else f"{len(value)} items"
    return quoting.quoted(value)
