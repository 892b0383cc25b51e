"""Events of a document: the meeting that it is about, and what its sentences date.

Only what the text evidences is found, and only in documents of diplomacy: where officials speak, or met, and somebody
holds an office of a state, or which name several who do. What is asked or only said to have happened is no event. A
curator writes the events of the registry; these are what a document that no curator has seen can say by itself.
"""

from collections.abc import Sequence

from lading.standoff import Span
from scripts.reading.events import dated_events, main_meeting
from scripts.reading.events.happenings import event_words
from scripts.reading.events.holders import holder_words
from scripts.reading.events.occurrences import as_event, put_together
from scripts.reading.events.scene import Names, Scene
from scripts.reading.found import Event, Facts, Layout, Timex
from scripts.reading.language import Language


def find(
    text: str, layout: Layout, facts: Facts, names: Names, timexes: Sequence[Timex], language: Language
) -> tuple[Event, ...]:
    """The events of a document, in the order in which it first speaks of them."""
    scene = Scene(text, layout, facts, names, timexes, event_words(language), holder_words(language))
    main = main_meeting.find(scene, language)
    is_of_diplomacy = bool(main) or scene.is_of_officials
    if not (is_of_diplomacy or scene.is_spoken_by_officials) or not any(scene.holders.count(text, Span(0, len(text)))):
        return ()
    told = put_together([*main, *dated_events.find(scene, main, language)])
    return tuple(as_event(scene, it) for it in told if is_of_diplomacy or it.participants or it.place_id)
