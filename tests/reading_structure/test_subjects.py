"""What a page is about, by its words."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.reading import subjects
from tests.reading_structure.conftest import ENGLISH

AFTER_A_MATCH = """Press conference of the president of the club

QUESTION: Coach, why did the goalkeeper leave the pitch before the end of the match?

COACH ADLER: The referee sent him to the bench. The season is long and the league will see him score again."""

AFTER_TALKS = """Press conference of the foreign minister

QUESTION: Minister, will the embassy open again before the ceasefire is signed?

MINISTER ADLER: The delegation has seen the match between the two teams in the stadium; the treaty comes first, and the
sanctions stay in place until the government has answered."""


def test_a_press_conference_after_a_match_is_about_something_else() -> None:
    assert subjects.is_about_something_else(AFTER_A_MATCH, ENGLISH)


def test_an_anecdote_about_a_match_does_not_make_talks_something_else() -> None:
    assert not subjects.is_about_something_else(AFTER_TALKS, ENGLISH)


def test_a_text_without_words_of_any_subject_is_not_about_something_else() -> None:
    assert not subjects.is_about_something_else("Good morning. Yes. Thank you.", ENGLISH)


@given(st.lists(st.sampled_from(["treaty", "embassy", "ceasefire", "delegation", "sanctions", "summit"])))
def test_words_of_states_never_speak_for_something_else(words: list[str]) -> None:
    assert not subjects.is_about_something_else(" ".join([AFTER_TALKS, *words]), ENGLISH)
