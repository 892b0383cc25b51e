"""Languages are told by their frequent words and endings, and only where these leave no doubt."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from scripts.reading import language
from scripts.reading.language import Language, MissingWordsError

MENU = """Home
News
Speeches
Contact us
About the Ministry
Follow us on social networks
Search in the archive of the site
"""
DOCUMENTS = Path(__file__).parents[1] / "documents"
EXAMPLES = yaml.safe_load((Path(__file__).parent / "languages.yaml").read_text("utf-8"))
SENTENCES: Mapping[str, str] = EXAMPLES["read"]
SHORT: Mapping[str, str] = EXAMPLES["short"]
NEIGHBOURS: Mapping[str, str] = EXAMPLES["neighbours"]
SHORT_NEIGHBOURS: Mapping[str, str] = EXAMPLES["short_neighbours"]
RELATED: Mapping[str, str] = EXAMPLES["related"]


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_is_enough(tag: str) -> None:
    assert language.detect(SENTENCES[tag]) == Language(tag)


@pytest.mark.parametrize("tag", SHORT)
def test_three_short_sentences_with_hardly_a_function_word_are_enough(tag: str) -> None:
    assert language.detect(SHORT[tag]) == Language(tag)


@pytest.mark.parametrize("length", [120, 250])
@pytest.mark.parametrize("tag", SENTENCES)
def test_the_beginning_of_a_document_is_not_taken_for_another_language(tag: str, length: int) -> None:
    beginnings = [path.read_text("utf-8")[:length] for path in sorted((DOCUMENTS / tag).glob("*.txt"))]
    assert {language.detect(beginning) for beginning in beginnings} <= {Language(tag), None}


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_in_capital_letters_is_enough(tag: str) -> None:
    capitals = SENTENCES[tag].replace("i", "İ") if tag in ("tr", "az") else SENTENCES[tag]
    assert language.detect(capitals.upper()) == Language(tag)


@pytest.mark.parametrize("tag", RELATED)
def test_turkish_and_azerbaijani_are_told_apart_by_their_endings(tag: str) -> None:
    assert language.detect(RELATED[tag]) == Language(tag)


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_menu_in_another_language_does_not_count(tag: str) -> None:
    assert language.detect(MENU * 3 + f"{SENTENCES[tag]}\n" * 4 + MENU * 3) == Language(tag)


@pytest.mark.parametrize("tag", NEIGHBOURS)
def test_a_language_that_is_not_read_is_not_taken_for_its_neighbour(tag: str) -> None:
    assert language.detect(NEIGHBOURS[tag]) is None


@pytest.mark.parametrize("tag", SHORT_NEIGHBOURS)
def test_nor_is_it_when_there_is_little_of_it(tag: str) -> None:
    assert language.detect(SHORT_NEIGHBOURS[tag]) is None


@pytest.mark.parametrize("text", ["", "42 🚢 17", "Velm Orlen Lisk", "Talatta kesto sulo, mirata pelo vanti."])
def test_a_text_without_function_words_is_left_undecided(text: str) -> None:
    assert language.detect(text) is None


def test_a_text_that_is_half_in_one_language_and_half_in_another_is_left_undecided() -> None:
    assert language.detect("\n".join([SENTENCES["de"], SENTENCES["en"]] * 3)) is None


def test_words_that_no_file_gives_are_missed_in_one_line() -> None:
    with pytest.raises(MissingWordsError, match=r"the language tlh cannot be read yet; .*tlh/labels.yaml"):
        Language("tlh").words("labels")
