"""The stretches of a document that are read for dates, figures and events."""

from collections.abc import Iterator

from lading.standoff import Span
from schemas.vocabularies import ZoneKind
from scripts.reading import blocks
from scripts.reading.found import Layout

UNREAD = {ZoneKind.SITE_BANNER, ZoneKind.SITE_SECTION, ZoneKind.TRAILER}


def readable(text: str, layout: Layout) -> Iterator[tuple[ZoneKind, Span]]:
    """The paragraphs of all zones but boilerplate, in order: no expression goes from one paragraph into the next."""
    zones = iter(sorted(layout.zones, key=lambda zone: zone.start))
    zone = next(zones, None)
    for block in blocks.split(text):
        while zone is not None and zone.end <= block.start:
            zone = next(zones, None)
        while zone is not None and zone.start < block.end:
            if zone.kind not in UNREAD:
                yield zone.kind, Span(max(zone.start, block.start), min(zone.end, block.end))
            if zone.end > block.end:
                break
            zone = next(zones, None)
