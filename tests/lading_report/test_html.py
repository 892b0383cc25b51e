import base64
import hashlib
import re
import struct
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lading.issue import LONGEST_CELL, Issue
from lading.report.log import IssueLog
from lading.report.results import Report
from tests.lading_report import browser
from tests.lading_report.reports import EVERYDAY, HOSTILE, HOSTILE_REPORT, VALID, rendered, ship

VOID = {"meta", "link", "input", "path"}
ELEMENTS = {
    *("html", "head", "meta", "title", "link", "style", "script", "body", "header", "main", "section", "div", "span"),
    *("h1", "h2", "p", "b", "a", "code", "bdi", "svg", "path", "dl", "dt", "dd", "details", "summary"),
    *("table", "thead", "tbody", "tr", "th", "td", "form", "label", "input", "select", "option", "button", "output"),
}
in_a_browser = pytest.mark.skipif(not browser.CHROMIUM, reason="no Chromium is installed here")


class Page(HTMLParser):
    """What a reader of HTML makes of a page: its elements, each closed as it was opened, and its texts."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(content)
        self.close()
        assert not self.opened

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.opened.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"there is a comment: {data}")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag == name]


@pytest.mark.parametrize("report", [EVERYDAY, HOSTILE_REPORT, VALID, Report(())])
@pytest.mark.parametrize("limit", [0, 1, None])
def test_the_page_is_well_formed_and_in_ascii(report: Report, limit: int | None) -> None:
    content = rendered("html", report, limit)
    assert content.isascii()
    page = Page(content)
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    labelled = [attributes["aria-labelledby"] for attributes in page.all("section")]
    assert set(labelled) <= set(ids)


def test_nothing_is_loaded_and_only_its_own_style_and_script_may_run() -> None:
    content = rendered("html", HOSTILE_REPORT)
    page = Page(content)
    for tag, attributes in page.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")
        ]
        if "href" in attributes:
            assert attributes["href"] in ("#issues", "data:,"), tag
    (style,) = re.findall(r"<style>(.*?)</style>", content, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    (policy,) = (one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy and policy.startswith("default-src 'none';")
    for kind, part in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "url(" not in style and "@import" not in style


@pytest.mark.parametrize("text", HOSTILE[:14])
def test_hostile_texts_are_shown_as_they_are_or_escaped(text: str) -> None:
    page = Page(rendered("html", Report((Issue("type-error", text, path=text, cell=text, field=text),))))
    shown = text if text.isprintable() else None
    assert shown is None or page.texts.count(shown) >= 3
    assert not [found for found in page.texts if not found.replace("\n", "").isprintable()]


def test_a_huge_cell_is_shortened_and_says_so() -> None:
    content = rendered("html", Report((Issue("type-error", "too long", cell="x" * 10**6),)))
    assert len(content) < 40_000
    assert f"({len('x' * LONGEST_CELL + '…'):,} characters)" in content


def test_totals_are_honest_where_the_listing_is_limited() -> None:
    page = Page(rendered("html", EVERYDAY, 4))
    text = "".join(page.texts)
    assert "60" in page.texts
    assert "57 more" in text
    assert len([one for one in page.all("tr") if "data-resource" in one]) == 7


def test_a_large_report_is_a_page_of_bounded_size() -> None:
    issues = IssueLog(ship(row) for row in range(100_000))
    content = rendered("html", Report(issues))
    assert len(content) < 200_000
    assert "99,800 more" in content


def test_rules_are_unfolded_until_the_page_is_full() -> None:
    issues = [Issue("type-error", "x", field=f"f{number}", row=row) for number in range(10) for row in range(20)]
    page = Page(rendered("html", Report(tuple(issues)), 0))
    assert ["open" in one for one in page.all("details")] == [True] * 3 + [False] * 7


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "report.html"
    file.write_text(rendered("html", EVERYDAY), encoding="utf-8")
    return file


@in_a_browser
def test_a_browser_shows_the_page_and_its_filter_works(page: Path) -> None:
    plain = browser.shown(page.as_uri())
    assert plain.console == []
    document = Page(plain.document)
    (form,) = document.all("form")
    assert "hidden" not in form, "the script has not run"
    filtered = Page(browser.shown(f"{page.as_uri()}#find=leaves+9").document)
    rows = [one for one in filtered.all("tr") if "data-resource" in one]
    assert sum("hidden" not in one for one in rows) == 1
    assert "1 of the listed issues fit" in filtered.texts
    assert sum("hidden" not in one for one in filtered.all("details")) == 1


@in_a_browser
def test_what_a_browser_refuses_would_be_noticed(page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("</body>", "<script>alert(1)</script></body>"), "utf-8")
    assert any("Content Security Policy" in line for line in browser.shown(page.as_uri()).console)


@in_a_browser
def test_a_browser_runs_nothing_of_a_hostile_report(tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(rendered("html", HOSTILE_REPORT), encoding="utf-8")
    shown = browser.shown(file.as_uri())
    assert shown.console == []
    assert {tag for tag, _ in Page(shown.document).elements} <= ELEMENTS


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server of the hostile page, and what it was asked for."""
    asked: list[str] = []
    content = rendered("html", HOSTILE_REPORT).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_port}/", asked
        httpd.shutdown()
        thread.join()


@in_a_browser
def test_a_browser_asks_for_the_page_and_for_nothing_else(server: tuple[str, list[str]]) -> None:
    address, asked = server
    browser.shown(address)
    assert asked == ["/"]


PROBE = """<script>
const seen = document.documentElement;
seen.dataset.width = seen.scrollWidth <= window.innerWidth;
seen.dataset.verdict = getComputedStyle(document.querySelector("h1")).color;
seen.dataset.aside = document.querySelector(".aside").getBoundingClientRect().left > window.innerWidth / 2;
</script>"""


@in_a_browser
@pytest.mark.parametrize(("width", "beside"), [(1440, "true"), (500, "false")])
def test_the_page_fits_a_wide_and_a_narrow_window(page: Path, tmp_path: Path, width: int, beside: str) -> None:
    policy = re.compile(r"<meta http-equiv=[^>]+>")
    page.write_text(policy.sub("", page.read_text("utf-8")).replace("</body>", f"{PROBE}</body>"), "utf-8")
    (seen,) = Page(browser.shown(page.as_uri(), width).document).all("html")
    assert seen["data-width"] == "true", "the page is wider than the window"
    assert seen["data-verdict"] == "rgb(179, 38, 30)", "the style was not applied"
    assert seen["data-aside"] == beside
    picture = tmp_path / "page.png"
    browser.photographed(page.as_uri(), picture, width)
    content = picture.read_bytes()
    assert struct.unpack(">I", content[16:20]) == (width,)
    assert len(content) > 30_000, "the picture is blank"
