"""What a document says of itself, in every language: title, publication, day and place of the occasion."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.reading.found import Facts
from scripts.reading.language import Language
from scripts.reading.structure import facts, layout

PAGES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text("utf-8"))
SPEECH = {language: page["speech"] for language, page in PAGES.items()}
TITLE = {language: page["title"] for language, page in PAGES.items()}
DATELINES = [(language, line) for language, page in PAGES.items() for line in page["datelines"]]


def read(text: str, language: str = "en") -> Facts:
    tongue = Language(language)
    return facts.read(text, layout.read(text, tongue), tongue)


def page(language: str, *lines: str) -> str:
    return "\n\n".join([TITLE[language], *lines, SPEECH[language]])


@pytest.mark.parametrize("language", TITLE)
def test_a_title_above_a_date_line_is_read_in_every_language(language: str) -> None:
    found = read(page(language, "12.02.2020"), language)
    assert (found.title, found.date_published) == (TITLE[language], dt.date(2020, 2, 12))


@pytest.mark.parametrize(("language", "line"), DATELINES)
def test_the_day_of_publication_is_read_in_the_notations_of_the_language(language: str, line: str) -> None:
    found = read(page(language, line), language)
    assert (found.title, found.date_published) == (TITLE[language], dt.date(2020, 2, 12))
    assert found.time_published == ("15:30" if "15" in line else None)


@pytest.mark.parametrize(("line", "month"), [("1er mai 2021", 5), ("1er août 2021", 8)])
def test_the_first_day_of_a_month_may_be_an_ordinal(line: str, month: int) -> None:
    assert read(page("fr", line), "fr").date_published == dt.date(2021, month, 1)


def test_figures_that_may_be_either_tell_no_day_unless_the_weekday_does() -> None:
    assert read(page("en", "05/06/2021")).date_published is None
    assert read(page("en", "Sunday, 05/06/2021")).date_published is None
    assert read(page("en", "Saturday, 05/06/2021")).date_published == dt.date(2021, 6, 5)
    assert read(page("es", "05/06/2021"), "es").date_published == dt.date(2021, 6, 5)


def test_the_day_of_the_visit_above_a_menu_is_not_that_of_publication() -> None:
    clock = "10 April 2020\nVelm: 15:46\n\nConsular queries\n\nThe office on the pier is closed\n\n"
    assert read(clock + page("en")).date_published is None
    assert read(clock + page("en", "3 May 2019")).date_published == dt.date(2019, 5, 3)


def test_a_later_change_is_no_publication() -> None:
    found = read(page("en", "3 May 2019", "Last updated: 7 June 2020 10:15"))
    assert (found.date_published, found.time_published) == (dt.date(2019, 5, 3), None)
    assert read(page("en", "Last updated: 7 June 2020")).date_published is None


def test_a_page_without_day_or_title_has_neither() -> None:
    found = read(SPEECH["en"])
    assert (found.title, found.date_published, found.date_basis, found.event_date, found.event_place) == (None,) * 5


def test_the_mark_of_an_extractor_tells_the_day_and_is_no_title() -> None:
    found = read(f" date 2020-02-12 {TITLE['en']}\n\n{SPEECH['en']}")
    assert (found.title, found.date_published) == (TITLE["en"], dt.date(2020, 2, 12))
    assert read(f" date 2020-02 {TITLE['en']}\n\n{SPEECH['en']}").date_published is None


def test_front_matter_gives_facts_by_its_keys() -> None:
    header = (
        '---\nlayout: post\ntitle: "The lamp of Velm"\ndate: 2020-02-12\nlocation: Velm\nissuer: Lamp Office\n---\n\n'
    )
    found = read(header + SPEECH["en"])
    assert (found.title, found.date_published, found.issuer) == (
        "The lamp of Velm",
        dt.date(2020, 2, 12),
        "Lamp Office",
    )


def test_a_line_of_hyphens_alone_is_no_front_matter() -> None:
    assert read(f"---\n\n{page('en', '3 May 2019')}").title == TITLE["en"]


def test_a_title_may_break_over_lines_stand_twice_or_bear_marks_of_markdown() -> None:
    broken = TITLE["en"].replace(" at ", "\nat ")
    assert read(f"{broken}\n\n3 May 2019\n\n{SPEECH['en']}").title == TITLE["en"]
    assert read(f"# {TITLE['en']}\n\n3 May 2019\n\n{SPEECH['en']}").title == TITLE["en"]
    assert read(f"Lamps / News\n\n{TITLE['en']}\n\n3 May 2019\n\n{TITLE['en']}\n\n{SPEECH['en']}").title == TITLE["en"]


def test_a_short_title_of_a_press_conference_is_one() -> None:
    text = "Press conference\n\nby Secretary General Lars Brekke\n\n3 May 2019\n\nLars Brekke: Good afternoon.\n"
    assert read(text).title == "Press conference"


def test_occasion_and_publication_are_two_days() -> None:
    title = "Foreign Minister Lena Orsa's remarks at a meeting with Anton Merelin, Velm, May 2, 2019"
    found = read(f"3 May 2019 12:40\n\n{title}\n\n{SPEECH['en']}")
    assert (found.date_published, found.event_date, found.event_place) == (
        dt.date(2019, 5, 3),
        dt.date(2019, 5, 2),
        "Velm",
    )


def test_a_particular_tells_the_day_and_the_place_of_the_occasion() -> None:
    lines = ("Published 5 December 2023", "Location: Lantern Hall, Lisk", "Delivered on: 4 December 2023")
    found = read(page("en", *lines))
    assert (found.date_published, found.event_date) == (dt.date(2023, 12, 5), dt.date(2023, 12, 4))
    assert found.event_place == "Lantern Hall, Lisk"


def test_an_agency_tells_day_and_place_before_its_first_words() -> None:
    text = (
        "Ferry talks end without a deal\n\nLISK, 3 May 2021 (North Wire) - The talks ended, a minister said: “No, no.”"
    )
    found = read(text)
    assert (found.date_published, found.event_place) == (dt.date(2021, 5, 3), "LISK")


def test_the_words_yesterday_and_on_a_weekday_count_from_the_day_of_publication() -> None:
    told = "Foreign Minister Lena Orsa met the Ambassador of Sundal {} in Velm. They discussed the ferry and the fish."
    header = "Meeting of Foreign Minister Lena Orsa with the Ambassador of Sundal\n\nWednesday, 12 February 2020\n\n"
    assert read(header + told.format("yesterday")).event_date == dt.date(2020, 2, 11)
    assert read(header + told.format("on Monday")).event_date == dt.date(2020, 2, 10)


def test_a_reference_number_is_read_and_its_day_counts_last() -> None:
    found = read(page("en", "1284-26-08-2020"))
    assert (found.source_identifier, found.date_published) == ("1284-26-08-2020", dt.date(2020, 8, 26))
    assert read(page("en", "27 August 2020", "1284-26-08-2020")).date_published == dt.date(2020, 8, 27)


LEAD = (
    "The lighthouse of Velm shines again after eleven dark winters, the keepers of the northern coast said on Friday, "
    "and the ferries of the island have returned to the harbour."
)


def test_a_notice_of_the_site_above_is_no_title_when_the_text_takes_up_another_line() -> None:
    lines = [
        "Handed on by the wire service",
        "It is printed here as it came.",
        "Lighthouse shines again for the ferries",
    ]
    found = read("\n\n".join([*lines, "3 May 2019", LEAD]))
    assert found.title == lines[-1]


def test_the_line_that_a_path_ends_with_is_the_title_whatever_stands_above() -> None:
    title = "Minister Lena Orsa and Minister Pavel Ornes Open the Northern Lock"
    notices = ["A page of the harbour office How we write", "Only the harbour office prints such pages."]
    assert read("\n\n".join([*notices, f"Home > News > {title}", title, "3 May 2019", LEAD])).title == title


def test_a_list_of_contents_is_no_title_though_its_lines_stand_again() -> None:
    topics = ["On the talks about the northern ferries", "On the repair of the lock at Velm", "On the lamp of Sundal"]
    told = [line for topic in topics for line in (topic, LEAD)]
    found = read("\n\n".join(["Briefing by the spokesperson, Velm, 3 May 2019", *topics, *told]))
    assert found.title == "Briefing by the spokesperson, Velm, 3 May 2019"


def test_the_year_of_the_rights_dates_an_agency_where_the_weekday_proves_it() -> None:
    agency = f"VELM, May 3. /North Wire/. {LEAD}"
    title = "Ferries return to the northern harbour"
    assert read(f"{title}\n\n{agency}\n\n\u00a9 2019 North Wire").date_published == dt.date(2019, 5, 3)
    assert read(f"{title}\n\n{agency}\n\n\u00a9 2018 North Wire").date_published is None


def test_a_title_of_an_occasion_ends_with_its_place() -> None:
    titles = {
        "en": "Address by Minister Lena Orsa at the opening of the northern lock in Velm",
        "de": "Rede von Ministerin Lena Orsa bei der Eröffnung der Schleuse in Velm",
        "es": "Discurso de la ministra Lena Orsa, desde el Salón de Mareas",
    }
    places = {tag: read(f"{title}\n\n12.02.2020\n\n{SPEECH[tag]}", tag).event_place for tag, title in titles.items()}
    assert places == {"en": "Velm", "de": "Velm", "es": "Salón de Mareas"}
