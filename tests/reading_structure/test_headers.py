"""Headers as sites and agencies print them: rows of links, kickers, places alone on a line, agencies in brackets."""

import datetime as dt

import pytest

from scripts.reading.found import Facts
from scripts.reading.language import Language
from scripts.reading.structure import facts, layout

TALK = """QUESTION: Minister, when will the ferry sail?

MINISTER ORSA: On Friday, if the wind lets us, and I thank you for asking.

QUESTION: And who pays for the quay?

MINISTER ORSA: We do, and our neighbours lend us the cranes.
"""
QUOTED = "The ferry will sail, the minister said: “We have waited long enough for the wind.”"


def read(text: str, language: str = "en") -> Facts:
    tongue = Language(language)
    return facts.read(text, layout.read(text, tongue), tongue)


@pytest.mark.parametrize(
    "row",
    [
        "Home  News  World  Sundal  Subscribers",
        "NEWS   SOCIETY   HARBOUR   SPORT",
        "Home | Minister | News | Speeches | Photos",
        "BRIEFING ROOM • PRESS BRIEFINGS",
        "[Font Size: A A A]  [Share]  [Print]",
    ],
)
def test_a_row_of_links_is_no_title(row: str) -> None:
    title = "Press conference of Foreign Minister Lena Orsa on the ferry"
    found = read(f"{row}\n\n{title}\n\n3 May 2021\n\n{TALK}")
    assert (found.title, found.date_published) == (title, dt.date(2021, 5, 3))


def test_a_headline_that_quotes_goes_before_the_line_that_names_the_interview() -> None:
    header = (
        "Minister Orsa: “The sea asks for no passport”\n\nInterview of Foreign Minister Lena Orsa with the Lisk Post"
    )
    found = read(f"{header}\n\n3 May 2021\n\n{TALK}")
    assert found.title == "Minister Orsa: “The sea asks for no passport”"


@pytest.mark.parametrize(
    ("lead_in", "day", "place"),
    [
        ("LISK, May 3 (North Wire) - ", None, "LISK"),
        ("(North Wire) LISK, May 3 - ", None, "LISK"),
        ("Lisk (nw) - ", None, "Lisk"),
        ("Lisk, May 3 (NW).- ", None, "Lisk"),
        ("Lisk, 3 May 2021. ", dt.date(2021, 5, 3), "Lisk"),
        ("Lisk, 3 May 2021, NORTHWIRE ", dt.date(2021, 5, 3), "Lisk"),
        ("Lisk, May 3, NORTHWIRE. ", None, "Lisk"),
    ],
)
def test_an_agency_names_itself_where_it_likes(lead_in: str, day: dt.date | None, place: str) -> None:
    found = read(f"Ferry to sail again this summer\n\n{lead_in}{QUOTED}")
    assert (found.date_published, found.event_place) == (day, place)


def test_the_year_that_an_agency_omits_may_stand_in_its_first_sentence() -> None:
    told = (
        "The ministers agreed on Monday, 3 May 2021, to let the ferry sail, and one said: “We have waited long enough.”"
    )
    assert read(f"Ferry to sail again\n\nLISK, May 3 (North Wire) - {told}").date_published == dt.date(2021, 5, 3)
    assert read(f"Ferry to sail again\n\nLISK, May 4 (North Wire) - {told}").date_published is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("Remarks\n\nVelm, Sundal\n\n3 May 2021", "Velm, Sundal"),
        ("Velm\n\n3 May 2021", "Velm"),
        ("3 May 2021\n\nVelm", "Velm"),
        ("3 May 2021  Velm  Harbour Press Team", "Velm"),
        ("3 May 2021", None),
    ],
)
def test_a_place_stands_alone_around_the_date_line(lines: str, place: str | None) -> None:
    found = read(f"Press conference of Foreign Minister Lena Orsa on the ferry\n\n{lines}\n\n{TALK}")
    assert (found.date_published, found.event_place) == (dt.date(2021, 5, 3), place)


def test_a_date_line_above_one_section_is_that_of_the_title_below() -> None:
    title = "Press conference of Foreign Minister Lena Orsa on the ferry"
    assert read(f"3 May 2021\n\nStatements and Releases\n\n{title}\n\n{TALK}").date_published == dt.date(2021, 5, 3)


def test_what_stands_in_front_of_a_title_is_no_part_of_it() -> None:
    title = "Foreign Minister Lena Orsa's answers to media questions, 3 August 2018"
    found = read(f"1512-03-08-2018 {title}\n\n{TALK}")
    assert (found.title, found.source_identifier) == (title, "1512-03-08-2018")
    assert read(f"Transcript. {title}\n\n{TALK}").title == title


def test_the_parties_tell_where_and_when_they_signed() -> None:
    text = (
        "Joint Statement of the Foreign Ministers of Sundal and Ranthia\n\n"
        "The sides confirm that ships may pass the strait at any hour.\n\n"
        "Done at Velm on 21 September 2011 in two copies.\n\n"
        "For Sundal\n\nFor Ranthia"
    )
    found = read(text)
    assert (found.event_date, found.event_place) == (dt.date(2011, 9, 21), "Velm")


def test_the_source_at_the_end_tells_the_day_of_publication_in_french() -> None:
    text = (
        "Entretien de Mme Lena Orsa, ministre des affaires étrangères, avec « Radio Phare » le 12 mars 2024\n\n"
        "Q - Madame la ministre, quand le bac repartira-t-il ?\n"
        "R - Vendredi, si le vent le veut bien, et je vous remercie de votre question.\n"
        "Q - Qui paiera le quai ?\n"
        "R - Nous, avec les grues de nos voisins.\n"
        "Source https://www.phare.example, le 14 mars 2024\n"
    )
    found = read(text, "fr")
    assert (found.date_published, found.event_date) == (dt.date(2024, 3, 14), dt.date(2024, 3, 12))


def test_a_date_line_below_a_title_is_none_of_its_lines_in_a_wrapped_text() -> None:
    words = (
        "I saw a school with nine rooms and no roof, and two men at its door\n"
        "who drank from the same bottle, because there was only one of them.\n"
    )
    text = (
        "Secretary-General's press conference after consultations on the ferry\nVelm, 19 August 2009\n\n"
        "Secretary-General Carl Ibarg spoke to reporters outside the\nCouncil chamber.\n\n"
        f"SG: Good morning. I have just come from the Council, where I told the\n{words}\n"
        f"Q: Secretary-General, did the commander promise to let go of the\nferry?\n\n"
        f"SG: He promised to think of it. {words}\n"
        f"Q: And when will he have thought of it, if he has thought of it at\nall?\n\nSG: He has the time. {words}"
    )
    found = read(text)
    assert found.title == "Secretary-General's press conference after consultations on the ferry"
    assert (found.event_date, found.event_place) == (dt.date(2009, 8, 19), "Velm")


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("THE FERRYMAN'S DAUGHTER", "A comedy in one act\n\nCharacters\n  MINISTER ORSA, who sells nets\n"),
        ("Grandmother's harbour soup", "Serves: 8 people\nTime: 2 hours\n"),
        ("Department Press Briefing - 3 May 2021", "Index for Today's Briefing\n  • FERRY\n  • QUAY\n"),
    ],
)
def test_a_cast_facts_and_the_heading_of_a_list_are_no_title(title: str, below: str) -> None:
    assert read(f"{title}\n\n{below}\n{TALK}").title == title


@pytest.mark.parametrize(
    "line",
    ["Technology > Kitchen > Review", "Home  Speeches of the week", "Fourth Committee,", "Official websites use .gov"],
)
def test_paths_and_notices_above_are_no_title(line: str) -> None:
    title = "Delegates call for clear rules on ferries"
    assert read(f"{line}\n\n{title}\n\n{TALK}").title == title


def test_the_line_behind_the_text_tells_the_day_of_publication() -> None:
    text = f"Press conference of Minister Lena Orsa on 3 May 2021\n\n{TALK}\nShare this page\nPublished 4 May 2021\n"
    assert read(text).date_published == dt.date(2021, 5, 4)


def test_the_day_in_brackets_below_a_joint_statement_is_its_own() -> None:
    text = "The ministers welcomed the new ferry, and they agreed to meet again in Lisk before the winter storms come."
    title = "Joint statement of the foreign ministers of Sundal and Ranthia on the ferry"
    assert read(f"{title}\n\n(Lisk, 3 May 2021)\n\n{text}").date_published == dt.date(2021, 5, 3)


def test_a_title_with_a_full_stop_may_stand_between_the_day_and_the_place() -> None:
    title = "Conférence de presse conjointe du Président de Sundal et de la Présidente de Ranthia."
    text = f"3 mai 2021\n\n{title}\n\nPalais de l'Ardoise\n\n{TALK}"
    assert read(text, "fr").title == title


@pytest.mark.parametrize("section", ["Press releases", "Speeches and Remarks", "Statement", "Interview", "POLITICS"])
def test_the_heading_of_a_section_is_no_title(section: str) -> None:
    title = "Ministers agree on a timetable for the ferry"
    assert read(f"{section}\n{title}\n3 May 2021\n\n{TALK}").title == title


def test_a_sentence_between_title_and_day_belongs_to_neither() -> None:
    title = "Ferry to sail again this summer"
    found = read(f"{title}\nThe talks took three hours.\n3 May 2021 | 4 min read\n\n{QUOTED}")
    assert (found.title, found.date_published) == (title, dt.date(2021, 5, 3))


def test_the_day_alone_behind_the_text_is_that_of_publication() -> None:
    text = f"Press conference of Minister Lena Orsa\n\n{TALK}\n3 May 2021\nShare this page\nPrivacy policy\n"
    assert read(text).date_published == dt.date(2021, 5, 3)


def test_the_days_of_other_pages_are_not_that_of_the_page() -> None:
    links = "Read also\nFerry stays in port\nPublished: 1 May 2021\nQuay to be widened\n2 May 2021\n"
    assert read(f"Press conference of Minister Lena Orsa\n\n{TALK}\n{links}").date_published is None


def test_a_place_may_stand_behind_a_dash_in_front_of_the_day() -> None:
    found = read(f"Press conference of Minister Lena Orsa - Lisk, 3 May 2021\n\n{TALK}")
    assert found.event_place == "Lisk"
