"""What a document says of itself: title, genre, issuer, day and time of publication, day and place of the occasion."""

from scripts.reading.found import Facts, Layout
from scripts.reading.language import Language
from scripts.reading.structure import genre, publication, setting, title_page


def read(text: str, layout: Layout, language: Language) -> Facts:
    """The facts that stand around the text; what does not stand there is None."""
    page = title_page.read(text, layout, language)
    kind = genre.read(text, " ".join(page.titles), layout, language)
    published = publication.find(page, language)
    occasion = setting.find(page, kind, published.date, language)
    return Facts(
        title=page.title,
        genre=kind,
        issuer=page.issuer,
        date_published=published.date,
        time_published=published.time,
        date_basis=published.basis,
        source_identifier=page.identifier,
        event_date=occasion.date,
        event_place=occasion.place,
    )
