"""Persons as labels, titles and lead-ins designate them."""
# ruff: noqa: RUF001  letters of several alphabets

import pytest

from scripts.reading.language import Language
from scripts.reading.structure import designation, numbering, people, speakers
from scripts.reading.structure.designation import Designation
from tests.reading_structure.conftest import ENGLISH


@pytest.mark.parametrize(
    ("printed", "name", "office"),
    [
        ("President of the Republic of Karsenia Tamur Osgan", "Tamur Osgan", "President of the Republic of Karsenia"),
        ("Veldorian Foreign Minister Anton Merelin", "Anton Merelin", "Veldorian Foreign Minister"),
        ("Minister of Economy and Trade of Veldoria Ivan B. Petrel", "Ivan B. Petrel", None),
        ("Ambassador of Karsenia to New Zealand Lena Orsa", "Lena Orsa", "Ambassador of Karsenia to New Zealand"),
        ("Shri Arun Telavi, Official Spokesperson", "Arun Telavi", "Official Spokesperson"),
        ("Secretary General of the Harbour League, Lena Orsa", "Lena Orsa", "Secretary General of the Harbour League"),
        ("Maria Oduya [President of Sundal]", "Maria Oduya", "President of Sundal"),
        ("Maria Oduya (via interpreter)", "Maria Oduya", None),
        ("The Prime Minister", None, "The Prime Minister"),
        ("SECRETARY OF STATE HALDEN", "HALDEN", "SECRETARY OF STATE"),
        ("Mr Merelin", "Merelin", None),
        ("Ministry of Foreign Affairs of Veldoria", None, None),
        ("President \N{RIGHT SINGLE QUOTATION MARK}s", None, None),
        ("\N{RIGHT SINGLE QUOTATION MARK}s", None, None),
    ],
)
def test_a_label_is_parted_into_name_and_office(printed: str, name: str | None, office: str | None) -> None:
    found = designation.read(printed, ENGLISH)
    assert found.name == name
    assert office is None or found.office == office


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Foreign Minister Anton Merelin's opening remarks at the talks", "Anton Merelin"),
        ("Veldoria's Foreign Minister Anton Merelin's statement to the press", "Anton Merelin"),
        ("Remarks by H.E. Mr Viktor Halden, President of Veldoria", "Viktor Halden"),
        ("Speech by the President of Sundal, Maria Oduya, at the Forum", "Maria Oduya"),
        ("Interview with Prime Minister Ines Calder", "Ines Calder"),
        ("Remarks following talks with Foreign Minister Ilya Dastar", None),
        ("Statement by the Ministry of Foreign Affairs on the visit of President Tamur Osgan", None),
        ("Statement by the Spokesperson on the visit of President Tamur Osgan", None),
        ("Merelin's visit to Lisk", None),
    ],
)
def test_a_title_names_its_speaker_and_nobody_else(title: str, name: str | None) -> None:
    speaker = speakers.speaker_of_title(title, ENGLISH)
    assert (speaker.name if speaker else None) == name


@pytest.mark.parametrize(
    ("lead_in", "speaker"),
    [
        ("President Tamur Osgan said:", "Tamur Osgan"),
        ("Welcoming the guests, the head of state said:", "Tamur Osgan"),
        ("Thanking him, Merelin noted:", "Anton Merelin"),
        ("The foreign minister then took the floor:", "Anton Merelin"),
        ("He added:", "Lena Orsa"),
        ("The following was agreed:", None),
        ("The head of state has welcomed Foreign Minister Anton Merelin:", "Tamur Osgan"),
        ("Foreign Minister of Sundal Anton Merelin has thanked the head of state:", "Anton Merelin"),
        ("Welcoming the guests, Osgan:", "Tamur Osgan"),
        ("The head of state has welcomed the guests.", None),
        ("The guests brought the following:", None),
        ("President Tamur Osgan:", None),
    ],
)
def test_a_lead_in_names_or_describes_who_speaks_next(lead_in: str, speaker: str | None) -> None:
    lead = "President of Karsenia Tamur Osgan received Foreign Minister Anton Merelin and Vice President Olga Brandt."
    known = people.find([], [lead], [], ENGLISH)
    assert speakers.speaker_of_lead_in(lead_in, known, "Lena Orsa") == speaker


def test_initials_and_capitals_are_those_of_the_person_announced() -> None:
    known = people.find(["Foreign Minister Anton Merelin met President Tamur Osgan"], [], [], ENGLISH)
    written = ("A. Merelin", "A.P. Merelin", "MERELIN", "ANTON MERELIN", "B. Merelin", "LENA ORSA")
    found = [known.person(Designation(name)) for name in written]
    assert found == ["Anton Merelin", "Anton Merelin", "Anton Merelin", "Anton Merelin", "B. Merelin", "Lena Orsa"]


@pytest.mark.parametrize(
    ("tag", "title", "label", "name"),
    [
        ("en", "Press conference by Foreign Minister Elena Márquez Ortiz", "MARQUEZ ORTIZ", "Elena Márquez Ortiz"),
        ("es", "Rueda de prensa de la ministra de Exteriores Elena Márquez Ortiz", "E. MÁRQUEZ", "Elena Márquez Ortiz"),
        ("fr", "Conférence de presse de la ministre Hélène Lefèvre", "LEFEVER", "Hélène Lefèvre"),
        ("de", "Pressekonferenz von Außenministerin Jutta Größler", "JUTTA", "Jutta Größler"),
        ("tr", "Dışişleri Bakanı Şule Çınar basın toplantısı", "CINAR", "Şule Çınar"),
        ("az", "Xarici işlər naziri Tomas Revikin mətbuat konfransı", "REVİK", "Tomas Revik"),
        ("ru", "Пресс-конференция министра иностранных дел Томаса Ревика", "Ревик", "Томас Ревик"),
    ],
)
def test_labels_of_every_spelling_mean_who_is_announced(tag: str, title: str, label: str, name: str) -> None:
    language = Language(tag)
    known = people.find([title], (), (), language)
    assert known.person(designation.read(label, language)) == name


@pytest.mark.parametrize(
    ("printed", "counted"), [("XI", False), ("V", False), ("Article XI", True), ("2.", True), ("Lena Orsa", False)]
)
def test_roman_letters_alone_count_nothing(printed: str, counted: bool) -> None:
    assert numbering.counts(printed, ENGLISH) == counted
