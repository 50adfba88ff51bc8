"""The demonstration archive as a reader meets it: crawled, searched, read without a script, at `/` and below a path."""

import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from sitegen.cli import run
from sitegen.plan.feeds import POLICY

ROOT = Path(__file__).parents[2]
chromium = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
needs_browser = pytest.mark.skipif(chromium is None, reason="Chromium is not installed")
ARTICLE = "/news/1974/breakwater-gives-way/"
ARABIC = quote("/town/1990/عودة-الصيادين-إلى-المرفأ-القديم/")


class Host(SimpleHTTPRequestHandler):
    """A host that serves a folder with the policy that `_headers` asks for."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Served:
    address: str
    base: str
    public: Path

    def at(self, url: str) -> str:
        return f"{self.address}{self.base}{url}"


@pytest.fixture(scope="module", params=["", "/some/repo"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The archive of this repository, built for a base path and served below it."""
    work = tmp_path_factory.mktemp("archive")
    for name in ("content", "themes", "static"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, work / "site" / name)
    shutil.copy(ROOT / "site.yaml", work / "site")
    out = work / "host" / request.param.lstrip("/")
    base_url = f"https://example.org{request.param}"
    assert run(["build", "-C", str(work / "site"), "-o", str(out), "-b", base_url, "-q"]) == 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(work / "host")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.server_port}", request.param, out)
    server.shutdown()
    server.server_close()


class Links(HTMLParser):
    """The addresses that a page leads to, and its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in {"href", "src", "action"} and value is not None and (tag, name) != ("base", "href"):
                self.targets.add(value)


def test_no_link_of_the_whole_archive_is_broken(served: Served) -> None:
    pages: dict[str, Links] = {}
    broken: set[str] = set()
    wanted: dict[str, str] = {}
    pending = {served.at("/"), served.at("/404.html")}
    with ThreadPoolExecutor(4) as pool:
        while pending:
            for address, text in pool.map(_get, sorted(pending)):
                pages[address] = Links(text or "")
                if text is None:
                    broken.add(address)
            found = {urljoin(address, target): address for address, links in pages.items() for target in links.targets}
            inside = {target: by for target, by in found.items() if target.startswith(served.address)}
            wanted |= inside
            pending = {urldefrag(target)[0] for target in inside} - pages.keys()
    missing_ids = [
        (target, by)
        for target, by in wanted.items()
        if (part := urldefrag(target)) and part.fragment and part.fragment not in pages[part.url].ids
    ]
    assert broken == set()
    assert missing_ids == []
    assert all(urlsplit(address).path.startswith(served.base) for address in pages)
    assert len(pages) > 300


def _get(address: str) -> tuple[str, str | None]:
    try:
        with urlopen(address, timeout=10) as answer:
            return address, answer.read().decode("utf-8", "replace") if "html" in answer.headers["Content-Type"] else ""
    except HTTPError:
        return address, None


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test if anything on it complains: a script's error, a policy violated, a file not there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    yield opened
    context.close()
    assert complaints == []


@needs_browser
@pytest.mark.parametrize(("words", "title"), [("goose", "Relief Fund at 41,300 crowns"), ("صيادية", "صيادية الرنجة")])
def test_a_word_is_found_and_leads_to_its_article(served: Served, page: Page, words: str, title: str) -> None:
    page.goto(served.at("/"))
    page.fill("#q", words)
    page.press("#q", "Enter")
    found = page.locator("#search-results li a", has_text=title)
    expect(found).to_have_count(1)
    found.click()
    expect(page.locator("h1")).to_contain_text(title)


@needs_browser
def test_results_are_sorted_by_date_and_narrowed_by_year(served: Served, page: Page) -> None:
    page.goto(served.at("/search/?q=harbour&sort=oldest&year=1970-1979"))
    page.wait_for_selector("#search-results li")
    page.wait_for_load_state("networkidle")
    dates = page.locator("#search-results .row-date").all_inner_texts()
    years = [int(words.split()[-1]) for words in dates]
    assert years == sorted(years)
    assert set(years) <= set(range(1970, 1980))
    page.locator("#search-sort input[value=newest]").check(force=True)
    expect(page).to_have_url(served.at("/search/?q=harbour&sort=newest&year=1970-1979"))


@needs_browser
def test_the_archive_is_read_without_a_script(served: Served, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.at("/"))
    page.locator("a", has_text="74").first.click()
    page.get_by_role("link", name="Breakwater gives way in the night").click()
    expect(page.locator("article")).to_contain_text("forty")
    expect(page.locator(".correction").first).to_be_visible()
    page.goto(served.at("/search/"))
    expect(page.locator("noscript, .plain").first).to_be_attached()
    context.close()


@needs_browser
def test_arabic_reads_from_right_to_left_and_in_its_own_words(served: Served, page: Page) -> None:
    page.goto(served.at(ARABIC))
    assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("nav").first).to_contain_text("السنوات")
    text, margin = (page.locator(one).first.bounding_box() for one in ("article .leaf", "article .margin"))
    assert text is not None
    assert margin is not None
    assert margin["x"] < text["x"]


@needs_browser
@pytest.mark.parametrize(
    "url", ["/", ARTICLE, ARABIC, "/archive/1974/", "/search/?q=harbour", "/collections/the-breakwater-winter/"]
)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_page(served: Served, page: Page, url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.at(url))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@needs_browser
def test_dark_is_dark_and_print_has_no_navigation(served: Served, page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(served.at(ARTICLE))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 20, 15)"
    page.emulate_media(media="print")
    expect(page.locator("header.top nav")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
