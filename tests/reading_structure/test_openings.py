"""How turns open: each family of layouts on a short document, in several languages."""
# ruff: noqa: RUF001  letters of several alphabets

import pytest

from scripts.reading.found import Layout, Turn
from scripts.reading.language import Language
from scripts.reading.structure import layout

BRIEFING = "Press conference of Foreign Minister Lena Orsa, Lisk, 3 May 2021\n\n"


def turns(text: str, tag: str = "en") -> list[tuple[str, str | None, str]]:
    """Kind, speaker and words of each turn."""
    return [(turn.kind.value, turn.speaker, text[turn.start : turn.end]) for turn in _layout(text, tag).turns]


def _layout(text: str, tag: str) -> Layout:
    return layout.read(text, Language(tag))


def only(text: str, tag: str = "en") -> Turn:
    (turn,) = _layout(text, tag).turns
    return turn


def test_a_hyphen_behind_capitals_opens_a_turn() -> None:
    text = (
        "Körfez TV’de Söyleşi\n\n3 Mayıs 2031\n\nSUNUCU- Sayın Cumhurbaşkanım, hoş geldiniz. Yol nasıldı?\n\n"
        "CUMHURBAŞKANI KEMAL ARSOY- Hoş bulduk. Yol uzundu ama biz alışığız.\n"
    )
    assert turns(text, "tr") == [
        ("question", None, "Sayın Cumhurbaşkanım, hoş geldiniz. Yol nasıldı?"),
        ("answer", "Kemal Arsoy", "Hoş bulduk. Yol uzundu ama biz alışığız."),
    ]


def test_a_full_stop_and_a_hyphen_open_a_turn() -> None:
    text = (
        "Comparecencia de la ministra de Asuntos Exteriores, Elena Ribas\n\n7.10.2031\n\n"
        "Ministra.- Buenas tardes. Hemos cerrado el reparto de cuotas.\n\nP.- ¿Y los permisos?\n\n"
        "Ministra.- Los veremos antes de Navidad.\n"
    )
    assert turns(text, "es") == [
        ("statement", "Elena Ribas", "Buenas tardes. Hemos cerrado el reparto de cuotas."),
        ("question", None, "¿Y los permisos?"),
        ("answer", "Elena Ribas", "Los veremos antes de Navidad."),
    ]


def test_turns_that_are_quoted_as_a_whole_are_read_without_the_marks() -> None:
    text = (
        "Bakan Selin Orhan soruları yanıtladı\n\nDışişleri Bakanı Selin Orhan Körfez TV'de konuştu.\n\n"
        'Sunucu- "Sayın Bakan, köprü ne zaman açılacak?"\n\nSelin Orhan- "Mayısta açacağız."\n'
    )
    assert [words for *_, words in turns(text, "tr")] == ["Sayın Bakan, köprü ne zaman açılacak?", "Mayısta açacağız."]


def test_a_colon_without_a_blank_opens_a_turn_where_the_label_comes_again() -> None:
    text = BRIEFING + "Lena Orsa:We have signed.\n\nQuestion:What?\n\nLena Orsa:The treaty.\n"
    assert [words for *_, words in turns(text)] == ["We have signed.", "What?", "The treaty."]


def test_a_time_behind_a_label_is_no_part_of_it() -> None:
    text = (
        BRIEFING + "Lena Orsa (00:04):\n\nWe have signed.\n\nReporter (01:12):\n\nWhat?\n\nLena Orsa (01:20):\n\nIt.\n"
    )
    labels = [turn.speaker_label for turn in _layout(text, "en").turns]
    assert labels == ["Lena Orsa", "Reporter", "Lena Orsa"]


def test_answers_below_labelled_questions_need_no_label() -> None:
    text = (
        "Press remarks by High Commissioner Jorge Barral\n\n20 February 2023\n\nGood evening, we sat for hours.\n\n"
        "Q. Who was against?\n\nI never give names at this door.\n\nQ. Will you travel?\n\nYes, in March.\n"
    )
    assert [(kind, speaker) for kind, speaker, _ in turns(text)] == [
        ("statement", "Jorge Barral"),
        ("question", None),
        ("answer", "Jorge Barral"),
        ("question", None),
        ("answer", "Jorge Barral"),
    ]


def test_dashes_that_alternate_are_questions_and_answers_of_the_person_interviewed() -> None:
    text = (
        "Посол Велдории Ирена Моран: «Мосты дешевле обид»\n\nЧрезвычайный и полномочный посол Ирена Моран ответила на "
        "вопросы газеты.\n\n— Госпожа посол, что помешало?\n\n— Дом. Мы купили особняк и нашли под полом ручей.\n\n"
        "Зато подвал теперь сухой.\n\n— Что будет с сыром?\n\n— Сыр вернётся.\n"
    )
    assert [(kind, words) for kind, _, words in turns(text, "ru")] == [
        ("question", "Госпожа посол, что помешало?"),
        ("answer", "Дом. Мы купили особняк и нашли под полом ручей.\n\nЗато подвал теперь сухой."),
        ("question", "Что будет с сыром?"),
        ("answer", "Сыр вернётся."),
    ]


def test_a_list_with_dashes_is_no_interview() -> None:
    text = (
        "Déclaration commune sur le lac\n\nOnt participé aux entretiens :\n\n- Mme Solène Marvin, ministre,\n\n"
        "- M. Rémi Castel, ministre,\n\n- M. Joris Lanteur, ministre.\n\nLes ministres se retrouveront en mai.\n"
    )
    assert turns(text, "fr") == []


def test_bold_questions_need_no_label() -> None:
    text = (
        "# A border is a place\n\n*Deputy Foreign Minister of Sundal Lena Orsa spoke to Tomas Rehn.*\n\n"
        "**Which crossing was the hardest?**\n\nKaltmoor, I think.\n\n**Is an eighth planned?**\n\nWe hope so.\n"
    )
    assert [(kind, words) for kind, _, words in turns(text)] == [
        ("question", "Which crossing was the hardest?"),
        ("answer", "Kaltmoor, I think."),
        ("question", "Is an eighth planned?"),
        ("answer", "We hope so."),
    ]


def test_questions_of_an_interview_may_bear_no_mark_at_all() -> None:
    text = (
        "Interview mit Außenministerin Thea Brandt\n\n12. März 2031\n\nFrau Ministerin, wie geht es der Fähre?\n\n"
        "Sie fährt. Wir haben sie gestern selbst getestet.\n\nUnd die Schleuse?\n\nDie bleibt zu.\n"
    )
    assert [(kind, speaker) for kind, speaker, _ in turns(text, "de")] == [
        ("question", None),
        ("answer", "Thea Brandt"),
        ("question", None),
        ("answer", "Thea Brandt"),
    ]


def test_an_interview_with_nobody_in_office_is_left_alone() -> None:
    text = (
        "Ten minutes with singer Mara Vale\n\nThe singer talks about ovens.\n\n**You bake on tour. Why?**\n\n"
        "Because I like bread.\n\n**What did the label say?**\n\nThey asked me to stop.\n"
    )
    assert turns(text) == []


@pytest.mark.parametrize(
    "colon", [" said: - Dear friends, we are glad.", " said: Dear friends, I am glad and so are we."]
)
def test_a_lead_in_may_stand_in_the_same_paragraph(colon: str) -> None:
    text = f"President Tamur Osgan received the guests\n\n5 May 2021\n\nPresident Tamur Osgan{colon}\n"
    turn = only(text)
    assert turn.speaker == "Tamur Osgan"
    assert text[turn.start :].startswith("Dear friends")


def test_a_note_that_somebody_is_translated_is_no_part_of_the_words() -> None:
    text = (
        BRIEFING + "Lena Orsa: (via interpreter) We have signed.\n\nQuestion: What?\n\nLena Orsa: (Laughter.) Guess.\n"
    )
    assert [words for *_, words in turns(text)] == ["We have signed.", "What?", "(Laughter.) Guess."]


def test_labels_of_one_person_are_one_voice() -> None:
    text = BRIEFING + (
        "FOREIGN MINISTER LENA ORSA: Good morning.\n\nQUESTION: When?\n\nMS ORSA: Soon.\n\nQUESTION: How soon?\n\n"
        "MINISTER ORSA: In May.\n"
    )
    assert {speaker for kind, speaker, _ in turns(text) if kind != "question"} == {"Lena Orsa"}


def test_one_long_line_is_cut_at_its_labels() -> None:
    text = (
        "Interview with Prime Minister Ines Calder, 3 March 2032 Question: Who closed the lock? Calder: The ice. "
        "Question: And who opens it? Calder: The sun, I hope. Question: When? Calder: In April."
    )
    assert [words for *_, words in turns(text)] == [
        "Who closed the lock?",
        "The ice.",
        "And who opens it?",
        "The sun, I hope.",
        "When?",
        "In April.",
    ]


def test_initials_stand_for_whom_the_lead_names_in_another_case() -> None:
    text = (
        "Встреча Павла Дорина с Премьер-министром Эсмерии Али Рагимовым\n\n19 мая 2031 года\n\n"
        "П.Дорин: Добрый день! Мы рады Вас видеть.\n\nА.Рагимов: Спасибо, и мы рады.\n"
    )
    assert [speaker for _, speaker, _ in turns(text, "ru")] == ["Павел Дорин", "Али Рагимов"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "en",
            "THE TWO PILOTS\n\nA play in three scenes\n\nMINISTER QUILL: Ten past four.\n\nDORA: Again, Minister.\n",
        ),
        ("de", "Der Botschafter kocht\n\nSchwank in einem Akt\n\nDER BOTSCHAFTER: Miau.\n\nFRAU LINDE: Wer war das?\n"),
        ("ru", "Плов\n\nИнгредиенты: рис, соль.\n\nВопрос: солить сразу? Ответ: нет, в конце.\n"),
        ("es", "Don Juan\n\nACTO CUARTO\n\nDON JUAN: ¡La cena!\n\nSGANARELLE: Voy.\n\nDON JUAN: ¡Deprisa!\n"),
    ],
)
def test_plays_and_recipes_hold_no_turns(tag: str, text: str) -> None:
    assert turns(text, tag) == []


def test_the_family_is_told_with_its_confidence() -> None:
    text = BRIEFING + "Lena Orsa: We have signed.\n\nQuestion: What?\n\nLena Orsa: The treaty.\n"
    found = _layout(text, "en")
    assert found.family == "labelled-transcript"
    assert found.confidence is not None
    assert 0.9 < found.confidence <= 1
    assert all(turn.confidence is not None and 0 < turn.confidence <= 1 for turn in found.turns)


def test_a_document_without_turns_has_no_family() -> None:
    found = _layout("Readout of a call\n\nThe ministers spoke on Friday. They discussed the ferry.\n", "en")
    assert (found.turns, found.family, found.confidence) == ((), None, None)


def test_words_for_question_and_answer_may_be_set_off_by_a_full_stop() -> None:
    text = (
        "Entrevista a la ministra de Exteriores Lena Orsa\n\n4 de mayo de 2022\n\nPregunta. ¿Cuándo irá usted?\n\n"
        "Respuesta. En mayo, espero.\n\nP. ¿Y por qué?\n\nR. Me han invitado.\n"
    )
    assert [words for _, _, words in turns(text, "es")] == [
        "¿Cuándo irá usted?",
        "En mayo, espero.",
        "¿Y por qué?",
        "Me han invitado.",
    ]


def test_a_statement_behind_a_dash_does_not_turn_the_rest_around() -> None:
    text = (
        "Интервью министра иностранных дел Анны Соловьёвой\n\n- Анна Павловна, что успели?\n- Провести заседание.\n"
        "- В первый день вышел казус с залом…\n- Да, нас не впустили.\n- Это уже цитата из отчёта.\n"
        "- Когда откроют зал?\n- В мае.\n- А точнее?\n- В конце мая.\n"
    )
    questions = [words for kind, _, words in turns(text, "ru") if kind == "question"]
    assert questions == [
        "Анна Павловна, что успели?",
        "В первый день вышел казус с залом…",
        "Когда откроют зал?",
        "А точнее?",
    ]


@pytest.mark.parametrize("question", ["**Question:** ", "Question：", "Question： "])
def test_bold_and_fullwidth_labels_may_stand_in_one_line(question: str) -> None:
    label = question.replace("Question", "Lena Orsa")
    text = (
        f"Interview with Foreign Minister of Veldoria Lena Orsa, 12 March 2031 {question}Minister, why did you go to "
        f"Sundal? {label}I went because the talks had stalled. {question}What will change? {label}It will open two "
        f"crossings. I told my counterpart so."
    )
    assert [kind for kind, _, _ in turns(text)] == ["question", "answer"] * 2
