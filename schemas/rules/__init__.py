"""The rules of baku-talks that look across tables."""

from schemas.rules.days import datelines_carry_the_day, source_identifiers_carry_the_day, titles_carry_the_day
from schemas.rules.entities import entities_have_a_row_of_their_type, mentions_have_the_type_of_their_entity
from schemas.rules.offices import offices_cover_their_events
from schemas.rules.text import (
    answers_reply_to_earlier_questions,
    nothing_is_read_from_boilerplate,
    sentences_lie_in_their_turn,
    turns_are_in_sequence,
    turns_lie_in_speech,
    zones_tile,
)

RULES = (
    zones_tile,
    turns_are_in_sequence,
    turns_lie_in_speech,
    sentences_lie_in_their_turn,
    answers_reply_to_earlier_questions,
    nothing_is_read_from_boilerplate,
    source_identifiers_carry_the_day,
    titles_carry_the_day,
    datelines_carry_the_day,
    offices_cover_their_events,
    entities_have_a_row_of_their_type,
    mentions_have_the_type_of_their_entity,
)
