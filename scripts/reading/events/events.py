"""Events of a document: the meeting that it is about, and what its sentences date.

Only what the text evidences is found, and only in documents of diplomacy: where officials speak, or met. A curator
writes the events of the registry; these are what a document that no curator has seen can say by itself.
"""

from collections.abc import Sequence

from schemas.vocabularies import SpeakerType
from scripts.reading.events import dated_events, main_meeting
from scripts.reading.events.happenings import event_words
from scripts.reading.events.occurrences import as_event, put_together
from scripts.reading.events.scene import Names, Scene
from scripts.reading.found import Event, Facts, Layout, Timex
from scripts.reading.language import Language


def find(
    text: str, layout: Layout, facts: Facts, names: Names, timexes: Sequence[Timex], language: Language
) -> tuple[Event, ...]:
    """The events of a document, in the order in which it first speaks of them."""
    scene = Scene(text, layout, facts, names, timexes, event_words(language))
    main = main_meeting.find(scene, language)
    if main is None and not any(turn.speaker_type is SpeakerType.OFFICIAL for turn in layout.turns):
        return ()
    told = put_together([*([main] if main else []), *dated_events.find(scene, main, language)])
    return tuple(as_event(scene, event) for event in told)
