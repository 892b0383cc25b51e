"""Where turns end: before what writers and sites put behind them."""
# ruff: noqa: RUF001  letters of several alphabets

import pytest

from scripts.reading.language import Language
from scripts.reading.structure import layout

INTERVIEW = "Interview with Foreign Minister Lena Orsa\n\nBy Ida Holm\n\n4 May 2022\n\n"
LAST = {
    "en": ("Question: Minister, when?", "Foreign Minister Lena Orsa: In May, I hope."),
    "de": ("Frage: Frau Ministerin, wann?", "Außenministerin Lena Orsa: Im Mai, hoffe ich."),
    "es": ("Pregunta: ¿Cuándo, ministra?", "Ministra Lena Orsa: En mayo, espero yo."),
    "fr": ("Question : Madame la Ministre, quand ?", "Ministre Lena Orsa : En mai, je l'espère."),
    "ru": ("Вопрос: Когда вы приедете?", "Министр Лена Орса: Мы надеемся, что в мае."),
    "tr": ("Soru: Sayın Bakan, ne zaman?", "Bakan Lena Orsa: Mayısta, ben umutluyum."),
    "az": ("Sual: Cənab nazir, nə vaxt?", "Nazir Lena Orsa: May ayında, mən ümid edirəm."),
}
TITLES = {
    "en": "Interview with Foreign Minister Lena Orsa",
    "de": "Interview mit Außenministerin Lena Orsa",
    "es": "Entrevista a la ministra de Asuntos Exteriores Lena Orsa",
    "fr": "Entretien avec la ministre des Affaires étrangères Lena Orsa",
    "ru": "Интервью министра иностранных дел Лены Орсы",
    "tr": "Dışişleri Bakanı Lena Orsa ile röportaj",
    "az": "Xarici işlər naziri Lena Orsa ilə müsahibə",
}
NOTES = {
    "en": "The interview was edited for length and clarity.",
    "de": "Das Interview wurde gekürzt und redigiert.",
    "es": "Esta entrevista ha sido editada y condensada.",
    "fr": "Cet entretien a été relu et condensé.",
    "ru": "Интервью публикуется с сокращениями.",
    "tr": "Bu röportaj kısaltılmıştır.",
    "az": "Müsahibə ixtisarla dərc olunur.",
}


def last(text: str, tag: str = "en") -> str:
    """The words of the last turn."""
    turn = layout.read(text, Language(tag)).turns[-1]
    return text[turn.start : turn.end]


@pytest.mark.parametrize("tag", sorted(NOTES))
def test_a_note_on_the_text_is_said_by_nobody(tag: str) -> None:
    question, answer = LAST[tag]
    words = answer.split(": ", maxsplit=1)[1]
    first = question.replace("?", " 2031?")
    text = f"{TITLES[tag]}\n\n{first}\n\n{answer}\n\n{question}\n\n{answer}\n\n{NOTES[tag]}\n"
    assert last(text, tag) == words


def test_who_asked_is_told_behind_the_last_answer() -> None:
    text = INTERVIEW + (
        "Ida Holm met the minister in Brennik.\n\nIH: When will you go?\n\nLO: In May, I hope.\n\nIH: Why?\n\n"
        "LO: I was invited.\n\nIH laughs, and so does she.\n\nIH: By whom?\n\nLO: I will tell you in May.\n\n"
        "Ida Holm edits the Review of the North.\n"
    )
    assert last(text) == "I will tell you in May."
    assert "laughs" not in "".join(text[turn.start : turn.end] for turn in layout.read(text, Language("en")).turns)


def test_a_profile_below_a_heading_is_no_part_of_an_answer() -> None:
    text = (
        "# Interview with Foreign Minister Lena Orsa\n\n**Minister, when will you go?**\n\nIn May, I hope.\n\n"
        "### Profile\n\nLena Orsa was born in Brennik. Minister since 2020.\n\n**And why?**\n\nI was invited.\n"
    )
    found = [text[turn.start : turn.end] for turn in layout.read(text, Language("en")).turns]
    assert found == ["Minister, when will you go?", "In May, I hope.", "And why?", "I was invited."]


def test_a_line_that_marks_the_end_may_stand_in_the_same_line() -> None:
    text = (
        "News conference by Foreign Minister Lena Orsa Brennik, 4 May 2022 Question: When will you go? "
        "Foreign Minister Orsa: In May, I hope. Question: And why? Foreign Minister Orsa: I was invited. END 3:47 P.M."
    )
    assert last(text) == "I was invited."


def test_links_between_answers_may_end_in_initials() -> None:
    text = INTERVIEW.replace("By Ida Holm\n\n", "") + (
        "Question: When will you go?\n\nLena Orsa: In May, I hope.\n\nRead also\n\nOn the appointment of Kern A.B.\n\n"
        "11 May\n\nQuestion: Why?\n\nLena Orsa: I was invited.\n"
    )
    answers = [text[turn.start : turn.end] for turn in layout.read(text, Language("en")).turns][1::2]
    assert answers == ["In May, I hope.", "I was invited."]
