"""Which day dates which happening of a sentence.

A day stands in one of four places: right in front of the noun that it describes (the 9 May meeting), at the head of the
clause that it dates (On 9 May the ministers met), behind the happening (they met on 9 May), or, where the sentence has
nothing else to date, somewhere in front of it. They are tried in this order, since each is less certain than the last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lading.standoff import Span
from schemas.vocabularies import DatePrecision
from scripts.reading.events.happenings import Trigger
from scripts.reading.events.scene import Day, DayNamed, Scene

REACH = 120
"""How far from the day, in code points, the word that speaks of the happening may stand."""

NEGATION_REACH = 30
BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Dating:
    """A happening and its day; `within` is where those stand who take part."""

    trigger: Trigger
    day: Day
    within: Span


def datings(scene: Scene, sentence: Span, triggers: Sequence[Trigger]) -> Iterator[Dating]:
    """The happenings of a sentence that it dates; a year that is only this or last year dates nothing."""
    named = [it for it in scene.days(sentence) if not (it.day.precision is DatePrecision.YEAR and it.is_relative)]
    ends = [*(it.span.start for it in named), sentence.end][1:]
    dated: list[tuple[Trigger, DayNamed]] = []
    for day, end in zip(named, ends, strict=True):
        told = (
            _described(scene, day, triggers)
            or _behind_its_day(scene, sentence, day, end, triggers)
            or _in_front(scene, sentence, day, triggers)
        )
        if told:
            dated.append((told, day))
    waiting = [day for day in named if day not in [it for _, it in dated]]
    taken = {trigger for trigger, _ in dated}
    dated += [(it, day) for day in waiting if (it := _further_on(day, triggers, taken))]
    for trigger, day in dated:
        later = [it.span.start for other, it in dated if other == trigger and it.span.start > day.span.start]
        yield Dating(trigger, day.day, Span(sentence.start, min(later, default=sentence.end)))
    yield from _settings(scene, sentence, triggers, dated)


def _described(scene: Scene, day: DayNamed, triggers: Sequence[Trigger]) -> Trigger | None:
    return next((it for it in triggers if BLANK.fullmatch(scene.text, day.span.end, it.span.start)), None)


def _behind_its_day(
    scene: Scene, sentence: Span, day: DayNamed, end: int, triggers: Sequence[Trigger]
) -> Trigger | None:
    """The first happening behind a day that opens a clause, unless it is a setting with another day of its own."""
    opens = day.span.start == sentence.start or scene.words.opening.search(scene.text, sentence.start, day.span.start)
    if not opens or scene.words.and_setting.match(scene.text, day.span.end):
        return None
    own = [it for it in triggers if day.span.end <= it.span.start < end]
    return own[0] if own else None


def _in_front(scene: Scene, sentence: Span, day: DayNamed, triggers: Sequence[Trigger]) -> Trigger | None:
    """The last happening in front of a day in its clause, rather than what it was only the setting of."""
    before = [
        it for it in triggers if 0 <= day.span.start - it.span.end <= REACH and _reaches(scene, sentence, it, day)
    ]
    happening = [it for it in before if not is_setting(scene, sentence, it)]
    return next(reversed(happening or before), None)


def _reaches(scene: Scene, sentence: Span, trigger: Trigger, day: DayNamed) -> bool:
    """Whether a day behind a happening dates that, not what a further clause tells or what was talked about."""
    between = Span(trigger.span.end, day.span.start)
    if scene.words.new_clause.search(scene.text, *between):
        return False
    return not trigger.kind.has_topic or _is_of_discussion(scene, Span(sentence.start, between.start), between, day.day)


def _is_of_discussion(scene: Scene, front: Span, between: Span, day: Day) -> bool:
    """Whether a day may be that of a discussion: one day, not said to be that of a topic, and past unless foreseen."""
    if day.precision is not DatePrecision.DAY or scene.words.of_topic.search(scene.text, *between):
        return False
    is_past = scene.today is None or day.first <= scene.today
    return is_past or scene.words.future.search(scene.text, *front) is not None


def _further_on(day: DayNamed, triggers: Sequence[Trigger], taken: set[Trigger]) -> Trigger | None:
    after = [it for it in triggers if it not in taken and 0 <= it.span.start - day.span.end <= REACH]
    return after[0] if after else None


def _settings(
    scene: Scene, sentence: Span, triggers: Sequence[Trigger], dated: Sequence[tuple[Trigger, DayNamed]]
) -> Iterator[Dating]:
    """What stands between a happening and its day as its setting is of that day too: signed during a visit in May."""
    free = [it for it in triggers if it not in {other for other, _ in dated} and is_setting(scene, sentence, it)]
    for trigger, day in dated:
        for it in free:
            if trigger.span.end <= it.span.start < day.span.start:
                yield Dating(it, day.day, Span(trigger.span.end, day.span.end))


def is_setting(scene: Scene, sentence: Span, trigger: Trigger) -> bool:
    """Whether a happening is told only as that at which something else happened."""
    return bool(scene.words.setting.search(scene.text, sentence.start, trigger.span.start))


def is_negated(scene: Scene, sentence: Span, trigger: Trigger) -> bool:
    """Whether a happening is said not to be one."""
    start = max(sentence.start, trigger.span.start - NEGATION_REACH)
    return bool(scene.words.negation.search(scene.text, start, trigger.span.start))
