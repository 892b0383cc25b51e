"""The page on disagreements is made of the files that the tests of disagreements read."""

from tests.lading_frictionless.table import PAGE, page


def test_the_page_has_every_disagreement_as_the_tests_have_it() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text
    assert text.count("\n| ") > 80
