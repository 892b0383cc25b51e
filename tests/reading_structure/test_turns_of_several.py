"""Turns of documents in which several persons speak, moderate, ask or answer together."""
# ruff: noqa: RUF001  letters of several alphabets

from schemas.vocabularies import SpeakerType
from scripts.reading.language import Language
from scripts.reading.structure import layout

MINISTERS = "Press conference by Foreign Minister Lena Orsa and Foreign Minister Jon Hale\n\nBrennik, 4 May 2022\n\n"


def turns(text: str, tag: str = "en") -> list[tuple[str, str | None, str]]:
    """Kind, speaker and words of each turn."""
    found = layout.read(text, Language(tag)).turns
    return [(turn.kind.value, turn.speaker, text[turn.start : turn.end]) for turn in found]


def test_a_moderator_whom_the_label_names_is_no_speaker() -> None:
    text = (
        "Press conference by Secretary General Lars Brekke\n\nLars Brekke: Good afternoon. We have agreed.\n\n"
        "Oana Petrel (Alliance Spokesperson): We begin with North Wire.\n\nQuestion: On what?\n\n"
        "Lars Brekke: On lighthouses.\n\nOana Petrel: Thank you all.\n"
    )
    found = layout.read(text, Language("en")).turns
    moderated = [turn for turn in found if turn.speaker_type is SpeakerType.MODERATOR]
    assert [turn.speaker for turn in moderated] == [None, None]
    assert [turn.speaker_label for turn in moderated] == ["Oana Petrel (Alliance Spokesperson)", "Oana Petrel"]


def test_an_answer_of_two_persons_is_that_of_neither() -> None:
    text = MINISTERS + (
        "Lena Orsa: Good afternoon. We have agreed.\n\nJon Hale: We have.\n\nQuestion: Who will pay?\n\n"
        "Lena Orsa and Jon Hale: All of us.\n"
    )
    assert turns(text)[-1] == ("answer", None, "All of us.")


def test_a_form_of_address_is_a_part_of_the_label_in_a_long_paragraph() -> None:
    said = "We are on our way to Brennik, where the President will open the third bridge across the strait."
    text = f"Press Gaggle by Press Secretary Olena Marsh\n\nMS. MARSH:  {said}\n\nQ    When?\n\nMS. MARSH:  {said}\n"
    assert turns(text) == [
        ("statement", "Olena Marsh", said),
        ("question", None, "When?"),
        ("answer", "Olena Marsh", said),
    ]


def test_initials_without_a_blank_start_the_name_behind_a_place() -> None:
    text = (
        "Встреча с губернатором Лодейного края Романом Тиховым\n\n"
        "Президент Вельдории А.Галден: Роман Ильич, добрый день!\n\n"
        "Губернатор Лодейного края Р.Тихов: Добрый день! Я готов доложить.\n\nА.Галден: Прошу Вас.\n"
    )
    assert [speaker for _, speaker, _ in turns(text, "ru")] == ["А.Галден", "Роман Тихов", "А.Галден"]


def test_a_question_may_stand_below_the_word_and_a_name() -> None:
    text = (
        "Pressekonferenz von Außenministerin Klara Lindner und Außenminister Jon Hale\n\nBerlin, 12. März 2021\n\n"
        "Außenministerin Lindner\n\nGuten Tag! Ich freue mich.\n\nFrage Petersen\n\nWann öffnet die Grenze?\n\n"
        "Außenminister Hale\n\nAm Montag.\n\nFrage\n\nUnd der Hafen?\n\nAußenministerin Lindner\n\nAuch.\n"
    )
    assert [kind for kind, *_ in turns(text, "de")] == ["statement", "question", "answer", "question", "answer"]


def test_a_name_with_a_ministry_speaks_once_where_others_do_again() -> None:
    text = (
        "Regierungspressekonferenz vom 6. März 2023\n\nBrahm (AA)\n\nGuten Tag! Ich beginne.\n\nFrage\n\nMit wem?\n\n"
        "Brahm (AA)\n\nMit Sundal.\n\nHolm (BMVg)\n\nIch habe dem nichts hinzuzufügen.\n"
    )
    assert [words for *_, words in turns(text, "de")][-2:] == ["Mit Sundal.", "Ich habe dem nichts hinzuzufügen."]


def test_a_short_question_may_answer_a_question() -> None:
    text = (
        "Foreign Minister Lena Orsa: “The strait stays open”\n\nForeign Minister Lena Orsa in an interview.\n\n"
        "Minister, when will the strait open?\n\nOn Monday, if the ice allows.\n\nAnd if it does not?\n\nThen what?\n\n"
        "Then we shall wait.\n\nWho pays for the icebreakers?\n\nBoth sides do.\n"
    )
    assert [words for kind, _, words in turns(text) if kind == "answer"] == [
        "On Monday, if the ice allows.",
        "Then what?\n\nThen we shall wait.",
        "Both sides do.",
    ]


def test_a_speech_may_be_announced_in_front_of_the_questions() -> None:
    text = (
        "Cumhurbaşkanı Arsoy uçakta gazetecilerin sorularını cevapladı\n\n"
        "Cumhurbaşkanı Kemal Arsoy, dönüş yolunda basın mensuplarına değerlendirmelerde bulundu.\n\n"
        "Cumhurbaşkanı Arsoy’un konuşması şöyle:\n\nDeğerli arkadaşlar, hepinize geçmiş olsun.\n\n"
        "SORU: Tarih belli mi?\n\nCEVAP: Belli değil.\n\nSORU: Neden?\n\nCEVAP: Acele etmiyoruz.\n"
    )
    assert turns(text, "tr")[0] == ("statement", "Kemal Arsoy", "Değerli arkadaşlar, hepinize geçmiş olsun.")


def test_a_second_briefer_speaks_below_a_heading() -> None:
    text = (
        "Daily Press Briefing by the Office of the Spokesperson for the Secretary-General\n\n"
        "Today’s noon briefing by Amad Keta, Spokesman for the Secretary-General, and Lucy Farran, Spokesperson for "
        "the President of the General Assembly.\n\nGood afternoon. We welcome you all to this room.\n\n"
        "Question: Who pays?\n\nSpokesman: Everybody. Lucy?\n\n"
        "Briefing by Spokesperson for General Assembly President\n\nThank you, Amad. I have one note for you.\n\n"
        "Question: Which?\n\nSpokesperson for General Assembly President: This one.\n"
    )
    assert [speaker for _, speaker, _ in turns(text)] == [
        "Amad Keta",
        None,
        "Amad Keta",
        "Lucy Farran",
        None,
        "Lucy Farran",
    ]


def test_several_who_speak_with_one_voice_are_nobody_by_name() -> None:
    text = MINISTERS + (
        "Lena Orsa: Good afternoon. We have agreed.\n\nJon Hale: We have.\n\nQuestion: Are you friends?\n\n"
        "Both: Yes!\n\nQuestion: Will you swim?\n\nEveryone: No!\n"
    )
    assert [turn for turn in turns(text) if turn[0] == "answer"] == [("answer", None, "Yes!"), ("answer", None, "No!")]


def test_letters_for_answers_are_no_initials_and_initials_no_letters() -> None:
    text = (
        "Interview of Foreign Minister Lena Orsa with North Wire\n\nBrennik, 4 May 2022\n\n"
        "Q. Minister, what did it cost?\n\nA. Twelve million. We had them.\n\nA. Smith of the treasury told me so.\n\n"
        "Q. And the fish?\n\nA. I have not asked the fish.\n"
    )
    assert turns(text) == [
        ("question", None, "Minister, what did it cost?"),
        ("answer", "Lena Orsa", "Twelve million. We had them.\n\nA. Smith of the treasury told me so."),
        ("question", None, "And the fish?"),
        ("answer", "Lena Orsa", "I have not asked the fish."),
    ]


def test_the_place_of_an_office_is_no_first_name_for_its_initial() -> None:
    text = (
        "Пресс-конференция Президента Вельдории Виктора Галдена\n\nБренник, 4 мая 2022 года\n\n"
        "В.Галден: Добрый день. Я рад видеть вас.\n\nВопрос: Сколько это стоило?\n\nВ.Галден: Двенадцать миллионов.\n"
    )
    assert {speaker for _, speaker, _ in turns(text, "ru")} == {None, "Виктор Галден"}


def test_an_official_who_only_gives_the_floor_answers_nothing() -> None:
    text = MINISTERS + (
        "Lena Orsa: Good afternoon. We have agreed.\n\nQuestion: Who will pay?\n\nJon Hale: We shall share it.\n\n"
        "Lena Orsa: Please, North Wire. Go ahead.\n\nQuestion: And the harbour?\n\nJon Hale: It comes later.\n\n"
        "Lena Orsa: Thank you all, goodbye.\n"
    )
    assert [kind for kind, speaker, _ in turns(text) if speaker == "Lena Orsa"] == ["statement"] * 3


def test_a_guest_whom_only_the_greeting_presents_gives_the_answers() -> None:
    text = (
        "Entretien avec Radio Littoral (Paris, 4 mai 2022)\n\n"
        "Q - Avec nous ce matin, Lucien Farge, ministre de l'Europe et des affaires étrangères. Bonjour.\n\n"
        "R - Bonjour.\n\nQ - Que rapportez-vous de Lisonie ?\n\nR - Un accord, et du fromage.\n"
    )
    assert [speaker for kind, speaker, _ in turns(text, "fr") if kind == "answer"] == ["Lucien Farge"] * 2


def test_items_of_a_list_are_no_labels_where_labels_stand_on_their_lines() -> None:
    text = MINISTERS + (
        "Lena Orsa\n\nGood afternoon. We have built three ports:\n\n1. Velm\n2. Sundal\n3. Harbun\n\nI thank you.\n\n"
        "Question\n\nWho paid?\n\nJon Hale\n\nWe did, and gladly.\n\nQuestion\n\nWhen?\n\nLena Orsa\n\nIn May.\n"
    )
    assert [kind for kind, _, _ in turns(text)] == ["statement", "question", "answer", "question", "answer"]


def test_a_note_between_letter_and_colon_stands_outside_the_question() -> None:
    text = (
        "Interview of Foreign Minister Lena Orsa with North Wire\n\nBrennik, 4 May 2022\n\n"
        "Q: Minister, what did it cost?\n\nA: Twelve million.\n\nQ (via interpreter): Who paid?\n\nA: We did.\n"
    )
    assert turns(text)[2] == ("question", None, "Who paid?")


def test_a_first_name_a_slip_and_an_initial_mean_who_is_announced() -> None:
    text = (
        "Press conference of Foreign Minister of Veldoria Elena Márquez Ortiz and Foreign Minister of Sundal "
        "Tomas Revik\n\nBrennik, 12 March 2031\n\nMINISTER MARQUEZ: Thank you all. I am glad that we have met.\n\n"
        "MINISTER REVIK: Thank you, Elena. We are ready to sign.\n\nQUESTION: When will you sign?\n\n"
        "MARQUEZ: In April, I hope.\n\nTOMAS: I agree.\n\nQUESTION: And who pays?\n\nREVICK: We both do, I think.\n\n"
        "E. MÁRQUEZ: We share the costs.\n"
    )
    elena, tomas = "Elena Márquez Ortiz", "Tomas Revik"
    assert [speaker for _, speaker, _ in turns(text) if speaker] == [elena, tomas, elena, tomas, tomas, elena]


def test_who_calls_on_the_press_and_never_answers_is_a_moderator() -> None:
    text = (
        "Press conference of Foreign Minister Lena Orsa\n\nLena Orsa: Good afternoon. We have agreed.\n\n"
        "D. Ryan: Let us start, colleagues. North Wire.\n\nQuestion: On what have you agreed?\n\n"
        "Lena Orsa: On lighthouses.\n\nD. Ryan: One more, colleagues.\n\nQuestion: And when?\n\nLena Orsa: In May.\n"
    )
    assert [kind for kind, speaker, _ in turns(text) if speaker is None] == ["statement", "question"] * 2


def test_a_question_without_a_label_stands_between_two_labels_of_one_person() -> None:
    text = (
        "Briefing by Foreign Ministry Spokesperson Lena Orsa\n\nLena Orsa: Good afternoon to all of you.\n\n"
        "I am in your hands.\n\nSir, there are reports about a lighthouse. Is it lit?\n\n"
        "Lena Orsa: We have seen them.\n\nQuestion: And?\n\nLena Orsa: It is lit.\n"
    )
    assert [kind for kind, _, _ in turns(text)] == ["statement", "question", "answer", "question", "answer"]


def test_a_question_may_be_raised_after_the_conference() -> None:
    text = (
        "Foreign Ministry Spokesperson Lena Orsa's Regular Press Conference\n\nQuestion: When?\n\n"
        "Lena Orsa: In May.\n\n*****\n\n"
        "The following question was raised after the press conference: Why so late?\n\nLena Orsa: It is early.\n"
    )
    assert [words for _, _, words in turns(text)] == ["When?", "In May.", "Why so late?", "It is early."]


def test_a_spokesperson_of_a_heading_announces_and_answers() -> None:
    text = (
        "Point de presse du 14 mars 2019\n\nDéclarations de la porte-parole\n\nVisite du ministre au Helmarn\n\n"
        "Le ministre de l'Europe et des Affaires étrangères se rend demain au Helmarn, où il ouvrira un forum.\n\n"
        "Q&R - Extraits du point de presse\n\nQ - Le ministre verra-t-il le président ?\n\nR - Oui, nous l'espérons.\n"
    )
    assert [(kind, speaker) for kind, speaker, _ in turns(text, "fr")] == [
        ("statement", "porte-parole"),
        ("question", None),
        ("answer", "porte-parole"),
    ]
