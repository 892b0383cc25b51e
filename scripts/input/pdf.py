"""The text of a PDF: its lines put together to paragraphs by where they stand, without repeated headers and footers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Self

from scripts.input import extras
from scripts.input.limits import LONGEST_TEXT
from scripts.reading.source import UnreadableDocument

LINE_ENDS = (10, 13)
HYPHEN_AT_THE_END = (0x02, 0xFFFE)
"""How the engine marks a hyphen that only divides a word between two lines."""

MORE_THAN_A_LINE = 1.3
"""From one line to the next paragraph it is farther than to the next line."""
INDENT = 0.8
"""In heights of a line."""
SHORT = 0.8
"""A line that leaves more room than this ends its paragraph."""
NEARBY = 12
WITHIN_A_COLUMN = 4
"""Lines that begin within so many heights of each other are of the same column."""
LARGER = 1.15
"""Lines in letters of another size are another paragraph."""
OUTERMOST = 2
REPEATED = 2
"""What stands at the same height among the outermost lines of so many pages, but for its figures, is no text."""
DIGITS = re.compile(r"\d+")
OPEN_END = re.compile(r"[^.!?:;…»”\"]$")


@dataclass(slots=True)
class Line:
    """A line, and where it stands; `divided` says that its last word goes on in the next one."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    divided: bool = False


def text_of(data: bytes) -> str:
    """The text of all pages. UnreadableDocument when there is none to be had."""
    pdfium = extras.module("pypdfium2", "PDF")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument("needs a password; save it without one") from None
        raise UnreadableDocument("is no sound PDF; get the file again, or print it to PDF") from None
    with document:
        pages = _without_repeated(list(_pages(document, pdfium)))
    text = "\n\n".join(_paragraphs(pages))
    if not text:
        raise UnreadableDocument("holds no text, only pictures of pages; have the text recognised first")
    return text + "\n"


def _pages(document: Any, pdfium: Any) -> Iterator[list[Line]]:
    n_characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            raise UnreadableDocument(f"page {number + 1} cannot be read; get the file again") from None
        lines = list(_lines(page.get_textpage(), pdfium.raw))
        page.close()
        n_characters += sum(len(line.text) for line in lines)
        if n_characters > LONGEST_TEXT:
            raise UnreadableDocument(f"has more than {LONGEST_TEXT:,} characters; divide it")
        yield lines


def _lines(page: Any, raw: Any) -> Iterator[Line]:
    codes: list[int] = []
    first = 0
    n_codes = raw.FPDFText_CountChars(page)
    for number in range(n_codes + 1):
        code = raw.FPDFText_GetUnicode(page, number) if number < n_codes else LINE_ENDS[0]
        if code not in LINE_ENDS:
            codes.append(code)
            continue
        if line := _line(page, raw, codes, first):
            yield line
        codes, first = [], number + 1


def _line(page: Any, raw: Any, codes: Sequence[int], first: int) -> Line | None:
    divided = bool(codes) and codes[-1] in HYPHEN_AT_THE_END
    shown = (chr(code) for code in codes if code not in HYPHEN_AT_THE_END)
    # Characters beyond the first 65,536 may come in two halves.
    joined = "".join(" " if character < " " else character for character in shown).encode("utf-16", "surrogatepass")
    text = " ".join(joined.decode("utf-16", "replace").split())
    visible = [first + number for number, code in enumerate(codes) if not chr(code).isspace() and code > ord(" ")]
    if not text or not visible:
        return None
    left, _, bottom, top = _box(page, raw, visible[0])
    _, right, *_ = _box(page, raw, visible[-1])
    return Line(text, left, right, bottom, max(top - bottom, 1.0), divided)


def _box(page: Any, raw: Any, number: int) -> tuple[float, float, float, float]:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, number, byref(box))
    return box.left, box.right, box.bottom, box.top


def _without_repeated(pages: Sequence[list[Line]]) -> Sequence[list[Line]]:
    """The pages without running headers and footers."""
    times = Counter(seen for page in pages for seen in {_seen(line) for line in _outermost(page)})
    repeated = {
        id(line) for page in pages for line in _outermost(page) if times[_seen(line)] >= REPEATED and len(page) > 1
    }
    return [[line for line in page if id(line) not in repeated] for page in pages]


def _outermost(page: Sequence[Line]) -> Sequence[Line]:
    by_height = sorted(page, key=lambda line: line.bottom)
    return [*by_height[:OUTERMOST], *by_height[OUTERMOST:][-OUTERMOST:]]


def _seen(line: Line) -> tuple[str, int]:
    return DIGITS.sub("0", line.text), round(line.bottom)


def _paragraphs(pages: Sequence[list[Line]]) -> Iterator[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    usual = _Usual.of(pages)
    paragraph = lines[0].text
    for number, (above, line) in enumerate(pairwise(lines)):
        if usual.goes_on(above, line, _is_full(above, lines[max(number - NEARBY, 0) : number + NEARBY])):
            paragraph += line.text if above.divided else f" {line.text}"
        else:
            yield paragraph
            paragraph = line.text
    yield paragraph


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a document: the height of a line, and the step to the next in heights of a line."""

    height: float
    step: float

    @classmethod
    def of(cls, pages: Sequence[list[Line]]) -> Self:
        lines = [line for page in pages for line in page]
        pairs = [(above.bottom - line.bottom) / line.height for page in pages for above, line in pairwise(page)]
        return cls(
            median(line.height for line in lines),
            median([step for step in pairs if step > 0] or [1.0]),
        )

    def goes_on(self, above: Line, line: Line, is_full: bool) -> bool:
        """Whether a line belongs to the paragraph of the line above it, which may fill its column or not."""
        if above.divided:
            return True
        step = above.bottom - line.bottom
        if max(above.height, line.height) > LARGER * min(above.height, line.height):
            return False
        if step <= 0:  # on the next page, or in the next column
            return bool(OPEN_END.search(above.text)) and line.text[:1].islower()
        if step > MORE_THAN_A_LINE * self.step * line.height:
            return False
        if line.height > LARGER * self.height:  # a heading, which may stand in the middle
            return True
        return is_full and line.left - above.left <= INDENT * line.height


def _is_full(line: Line, nearby: Sequence[Line]) -> bool:
    """Whether a line reaches the end of its column, as far as the lines around it tell where that is."""
    column = [other for other in nearby if abs(other.left - line.left) < WITHIN_A_COLUMN * line.height]
    left, right = min(other.left for other in column), max(other.right for other in column)
    return line.right - left > SHORT * (right - left)
