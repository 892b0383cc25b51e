"""Languages are told by their function words, and only where these leave no doubt."""

import pytest

from scripts.reading import language
from scripts.reading.language import Language, MissingWordsError


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The ferry has been late for a week, and nobody in the town knows why it is so."),
        ("ru", "Паром опаздывает уже неделю, и никто в городе не знает, почему это так."),
        ("fr", "Le bateau est en retard depuis une semaine et personne ne sait pourquoi dans la ville."),
        ("de", "Die Fähre ist seit einer Woche zu spät, und niemand in der Stadt weiß, warum das so ist."),
        ("es", "El barco llega tarde desde hace una semana y nadie en la ciudad sabe por qué es así."),
        ("tr", "Vapur bir hafta sonra geliyor ve bunun için biz de çok bekledik, ama neden kimse bilmiyor."),
        ("az", "Gəmi bir həftədir ki gecikir və bunun üçün şəhərdə heç kim səbəb bilmir, amma gözləyir."),
    ],
)
def test_a_sentence_is_enough(tag: str, text: str) -> None:
    assert language.detect(text) == Language(tag)


@pytest.mark.parametrize("text", ["", "42 🚢 17", "Velm Orlen Lisk", "Talatta kesto sulo, mirata pelo vanti."])
def test_a_text_without_function_words_is_left_undecided(text: str) -> None:
    assert language.detect(text) is None


def test_words_that_no_file_gives_are_missed_in_one_line() -> None:
    with pytest.raises(MissingWordsError, match=r"the language az cannot be read yet; .*az/folklore.yaml"):
        Language("az").words("folklore")
