"""What counts as found, and what as a miss."""

import dataclasses

import pytest

from lading.standoff import Span
from scripts.evaluation.accounts import Account
from scripts.evaluation.marking import Miss, marks, marks_of_unread
from scripts.evaluation.measures import Measure
from scripts.evaluation.persons import Persons, Who
from scripts.evaluation.tally import Tally
from tests.evaluation.conftest import account, known, quotation, turn


def test_what_is_found_as_the_answers_have_it_is_no_miss() -> None:
    answers = account([turn(10, 110, "mara zelin")], title="Briefing")
    result = marks(known(answers), answers)
    assert not result.misses
    assert set(result.tallies.values()) <= {Tally(1, 1, 1), Tally(0, 0, 0)}


@pytest.mark.parametrize(("end", "right"), [(100, 1), (90, 1), (89, 0)])
def test_a_turn_is_found_when_nine_tenths_of_both_are_the_same(end: int, right: int) -> None:
    result = marks(known(account([turn(0, 100)])), account([turn(0, end)]))
    assert result.tallies[Measure.TURNS] == Tally(right, 1, 1)


def test_a_turn_in_two_halves_is_a_miss_and_two_too_many() -> None:
    result = marks(known(account([turn(0, 100)])), account([turn(0, 50), turn(50, 100)]))
    assert result.tallies[Measure.TURNS] == Tally(0, 2, 1)
    assert len(result.misses) == 3


def test_one_turn_counts_once_however_often_it_was_found() -> None:
    result = marks(known(account([turn(0, 100)])), account([turn(0, 100), turn(0, 99)]))
    assert result.tallies[Measure.TURNS] == Tally(1, 2, 1)


def test_speaker_and_kind_count_for_turns_that_were_found() -> None:
    answers = account([turn(0, 100, "mara zelin"), turn(200, 300, "ilya dastar")])
    result = marks(known(answers), account([turn(0, 100, "ilya dastar", "answer")]))
    assert result.tallies[Measure.TURN_SPEAKERS] == Tally(0, 1, 2)
    assert result.tallies[Measure.TURN_KINDS] == Tally(0, 1, 2)


def test_a_speaker_where_nobody_is_named_is_a_miss() -> None:
    result = marks(known(account([turn(0, 100, None)])), account([turn(0, 100, "mara zelin")]))
    assert result.tallies[Measure.TURN_SPEAKERS] == Tally(0, 1, 1)


def test_an_office_that_stands_for_a_name_is_found_as_the_label() -> None:
    printed = dataclasses.replace(turn(0, 100), who=Who(label="the president"))
    result = marks(known(account([turn(0, 100, "the president")])), account([printed]))
    assert result.tallies[Measure.TURN_SPEAKERS] == Tally(1, 1, 1)


def test_a_turn_where_there_is_none_is_invented() -> None:
    result = marks(known(account()), account([turn(0, 100)]))
    assert result.tallies[Measure.NO_TURNS] == Tally(0, 1, 1)


@pytest.mark.parametrize("found", [{"n_officials": 1}, {"n_events": 1}])
def test_officials_and_events_on_a_page_that_is_not_diplomatic_are_invented(found: dict[str, int]) -> None:
    invented = Account(items={"turns": (), "quotations": ()}, **found)  # type: ignore[arg-type]
    result = marks(known(account(), is_diplomatic=False), invented)
    assert result.tallies[Measure.NOT_DIPLOMATIC] == Tally(0, 1, 1)


def test_what_the_answers_leave_out_is_not_compared() -> None:
    result = marks(known(Account()), account([turn(0, 100)], title="Briefing"))
    assert set(result.tallies) == {Measure.READ}


def test_a_fact_where_the_document_says_nothing_is_a_miss() -> None:
    result = marks(known(account(published=None)), account(published="2031-05-02"))
    assert result.misses == (Miss(Measure.PUBLISHED, None, "2031-05-02", None),)


def test_a_quotation_where_none_is_judged_is_neither_asked_for_nor_held_against_the_converter() -> None:
    answers = account(quotations=[quotation(20, 40)])
    found = account(quotations=[quotation(25, 35), quotation(120, 140)])
    assert marks(known(answers, not_judged=(Span(0, 100),)), found).tallies[Measure.QUOTATIONS] == Tally(0, 1, 0)
    assert marks(known(answers), found).tallies[Measure.QUOTATIONS] == Tally(0, 2, 1)


def test_in_a_document_that_is_not_read_everything_is_missing_and_nothing_invented() -> None:
    answers = account([turn(0, 100)], title="Briefing")
    result = marks_of_unread(known(answers), "no layout that is known")
    assert result.tallies == {
        Measure.READ: Tally(0, 1, 1),
        Measure.TITLE: Tally(0, 1, 1),
        Measure.TURNS: Tally(0, 0, 1),
        Measure.TURN_BOUNDS: Tally(0, 0, 1),
        Measure.TURN_SPEAKERS: Tally(0, 0, 1),
        Measure.TURN_KINDS: Tally(0, 0, 1),
    }


def test_a_person_of_the_registry_is_the_same_under_each_name(persons: Persons) -> None:
    assert persons.identified("sergey-lavrov").agrees(persons.named("Sergei Lavrov"))
    assert not persons.identified("sergey-lavrov").agrees(persons.named("Ilham Aliyev"))


@pytest.mark.parametrize(
    ("printed", "name"),
    [("RÜFƏT SƏLİMZADƏ", "Rüfət Səlimzadə"), ("Д.ДОЛИН", "Д. Долин"), ("Étienne CORVAL", "Étienne Corval")],
)
def test_capitals_and_punctuation_make_no_other_person(persons: Persons, printed: str, name: str) -> None:
    assert persons.identified("somebody", name=printed).agrees(persons.named(name))
