"""The text of a page: title, day, and the main text; menus, link boxes and captions left out."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts.input import extras
from scripts.input.encodings import decode

WORDS = yaml.safe_load((Path(__file__).parent / "page.yaml").read_text("utf-8"))
NEVER = tuple(WORDS["never"].split())
APART = frozenset(WORDS["apart"].split())
APART_BY_CLASS = re.compile(rf"(?<![a-z])(?:{'|'.join(WORDS['classes'].split())})(?![a-z])", re.IGNORECASE)
TITLES = tuple(WORDS["titles"])
DAYS = tuple(WORDS["days"])

DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.I)
DECLARED_WITHIN = 4096
NO_CHARACTERS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));",
    re.IGNORECASE,
)
"""What may stand in a page, but in no text."""

XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
SPACES = re.compile(r"\s+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

NAME_OF_THE_SITE = " | "
"""What divides it from the title."""
SHARE_OF_LINKS = 0.7
"""A box whose text is links to this share is no part of the text, if there are several."""
BOXES = ("div", "ul", "ol", "section", "p", "table", "dl")
BLOCKS = frozenset(WORDS["blocks"].split())
LINES_OF_THE_HEAD = 6
MOST_RESTORED = 1.5
"""Where the gaps in the main text hold more than half of it again, they are something else."""
ENOUGH = 0.4
"""What the extractor must leave of the text of a page; where it leaves less it took a part for the whole."""


def text_of(data: bytes) -> tuple[str, str]:
    """The text, and the encoding of the page."""
    parser = extras.module("lxml.html", "HTML")
    trafilatura = extras.module("trafilatura", "HTML")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of a page helps nobody
    found = DECLARED.search(data[:DECLARED_WITHIN])
    declared = (found[1] or found[2]).decode("ascii") if found else None
    markup, encoding = decode(data, declared)
    markup = XML_DECLARATION.sub("", NO_CHARACTERS.sub("", markup.lstrip("\ufeff")))
    try:
        tree = parser.document_fromstring(markup)
    except parser.etree.ParserError:  # nothing but blanks and comments
        return "", encoding
    title = (_first(tree, TITLES) or "").partition(NAME_OF_THE_SITE)[0]
    day = _first(tree, DAYS)
    _prune(tree)
    _divide_at_breaks(tree)
    everything = [paragraph for body in tree.iter("body") for paragraph in _paragraphs(body)]
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_recall=True, with_metadata=False
    )
    main = [] if document is None else list(_paragraphs(document.body))
    if sum(map(len, main)) < ENOUGH * sum(map(len, everything)):
        main = everything
    main = _without_gaps(main, everything)
    return "\n\n".join([*_head(title, day, main), *main]) + "\n" if main else "", encoding


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    """The first text that one of the paths leads to."""
    for path in paths:
        for found in tree.xpath(path):
            if text := _line(found if isinstance(found, str) else "".join(found.itertext())):
                return text
    return None


def _prune(tree: Any) -> None:
    """Take out what is no text of the page, unless that is most of it."""
    for element in list(tree.iter(*NEVER)):
        element.drop_tree()
    most = _length(tree) / 2
    for element in list(tree.iter()):
        if element.getparent() is None or (isinstance(element.tag, str) and not _is_apart(element)):
            continue
        if element.tag in BLOCKS and _length(element) < most:
            element.clear(keep_tail=True)  # it still divides what stands before it from what stands after it
        elif not isinstance(element.tag, str) or _length(element) < most:
            element.drop_tree()


def _is_apart(element: Any) -> bool:
    if element.tag in APART or APART_BY_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    if element.tag not in BOXES:
        return False
    links = list(element.iter("a"))
    return len(links) > 1 and sum(map(_length, links)) > SHARE_OF_LINKS * _length(element)


def _divide_at_breaks(tree: Any) -> None:
    """Make paragraphs of what only two line breaks divide."""
    for parent in dict.fromkeys(element.getparent() for element in tree.iter("br")):
        runs = _runs(parent)
        if len(runs) == 1 and runs[0].tag == "p":
            parent.text, parent[:] = runs[0].text, list(runs[0])
        else:
            parent.text, parent[:] = None, runs


def _runs(parent: Any) -> list[Any]:
    """The content of an element, divided where two line breaks meet and around its blocks."""
    runs = [parent.makeelement("p")]
    runs[0].text = parent.text
    for child in list(parent):
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            runs += [child, parent.makeelement("p")]
            runs[-1].text = tail
        elif child.tag == "br" and len(runs[-1]) and runs[-1][-1].tag == "br" and not (runs[-1][-1].tail or "").strip():
            runs.append(parent.makeelement("p"))
            runs[-1].text = tail
        else:
            child.tail = tail
            runs[-1].append(child)
    return [run for run in runs if run.tag in BLOCKS and (len(run) or (run.text or "").strip())]


def _length(element: Any) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _without_gaps(main: list[str], everything: list[str]) -> list[str]:
    """The main text with what the extractor left out in the middle of it, such as labels that stand by themselves."""
    known = {*main}
    kept = [number for number, paragraph in enumerate(everything) if paragraph in known]
    whole = everything[kept[0] : kept[-1] + 1] if kept else []
    is_main = known <= {*whole} and sum(map(len, whole)) <= MOST_RESTORED * sum(map(len, main))
    return whole if is_main else main


def _head(title: str, day: str | None, main: list[str]) -> Iterator[str]:
    """What the page says of itself, where the main text does not begin with it."""
    beginning = "\n".join(main[:LINES_OF_THE_HEAD])
    if title and not any(_same(title, paragraph) for paragraph in main[:LINES_OF_THE_HEAD]):
        yield title
    if day and (stated := DAY.match(day)) and not YEAR.search(beginning):
        yield stated[0]


def _same(title: str, paragraph: str) -> bool:
    """Whether the paragraph is the title; what stands in the head of a page often has the name of the site added."""
    return bool(paragraph) and (paragraph.casefold() in title.casefold() or title.casefold() in paragraph.casefold())


def _paragraphs(element: Any) -> Iterator[str]:
    """The text, one paragraph for each innermost block; line breaks inside are kept."""
    gathered: list[str] = []
    for piece in _pieces(element):
        if piece is None:
            if paragraph := _lines("".join(gathered)):
                yield paragraph
            gathered = []
        else:
            gathered.append(piece)
    if paragraph := _lines("".join(gathered)):
        yield paragraph


def _pieces(element: Any) -> Iterator[str | None]:
    """Texts in their order; None where a block begins or ends."""
    if not isinstance(element.tag, str):
        return
    is_block = element.tag in BLOCKS
    if is_block:
        yield None
    if element.tag in ("lb", "br"):
        yield "\n"
    yield SPACES.sub(" ", element.text or "")
    for child in element:
        yield from _pieces(child)
        yield SPACES.sub(" ", child.tail or "")
    if is_block:
        yield None


def _lines(text: str) -> str:
    return "\n".join(line for line in map(_line, text.split("\n")) if line)


def _line(text: str) -> str:
    return " ".join(text.split())
