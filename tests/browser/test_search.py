"""The search page in a real Chromium, over an invented archive of many small shards, under a strict policy."""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from sitegen import dates, digest, locales, search
from sitegen.model import Article, Body, Card
from sitegen.phrases import PHRASES
from sitegen.plan.shards import shards, stub

chromium = shutil.which("chromium")
pytestmark = pytest.mark.skipif(chromium is None, reason="Chromium is not installed")

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; form-action 'self'"
)
SCRIPT = Path(__file__).parents[2] / "sitegen" / "themes" / "standard" / "static" / "search.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FORMS = ("{y}-{m:02}-{d:02}", "{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}~", "{decade}X", "{y}/{z}", "{y}-{m:02}/..", "")
DATES = (
    *("1990-05-01", "1990-05-09", "1990-05", "1990", "196X", "", "1990%", "1961/1962", "1961/1965"),
    *(
        "1990-05-09~",
        "1990-05~",
        "1990~",
        "196X~",
        "1990-05-01?",
        "1990?",
        "196X?",
        "1990%",
        "1961~/1963",
        "1961?/1963",
    ),
    *("1990-05-09/..", "1990-05/..", "196X/..", "../1990-05-09", "../1990-05", "../196X", "../1990?", "1990~/.."),
    *("1961-03-09/1961-05-11", "1961-03/1962-05", "196X/1971"),
)
THINGS = ("quay", "lantern", "ferry", "strike", "regatta", "fog")

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<script type="module" src="{base}/search.js"></script>
<form role="search" action="{base}/search/" method="get"><input type="search" name="q" id="q"></form>
<div id="search" data-base="{base}" data-shards="{base}/search/shards.json" data-lang="en" data-words="{{}}">
<p id="search-status" role="status"></p>
<fieldset id="search-sort"><input type="radio" name="sort" value="newest">
<input type="radio" name="sort" value="relevance"><input type="radio" name="sort" value="oldest"></fieldset>
<div id="search-years"><input name="year-from"><input name="year-to"></div>
<div id="search-facets"></div><ol id="search-results"></ol></div></html>"""


@dataclass(frozen=True)
class Served:
    """A published folder on the loopback, under "" or a base path."""

    address: str
    base: str
    articles: tuple[Article, ...]

    def page(self, query: str = "") -> str:
        return f"{self.address}{self.base}/search/{query}"

    def urls(self, *, newest: bool, year: tuple[int, int] | None = None, lang: str = "") -> list[str]:
        """What a plain sort over all articles gives, as paths."""
        key = dates.reverse_key if newest else dates.order_key
        chosen = [one for one in self.articles if not lang or one.card.lang == lang]
        if year:
            chosen = [one for one in chosen if years(one) & {str(number) for number in range(year[0], year[1] + 1)}]
        return [
            self.base + quote(one.card.url) for one in sorted(chosen, key=lambda one: key(one.card.date, one.card.id))
        ]


def years(article: Article) -> set[str]:
    date = article.card.date
    return set(dates.years_of(date)) if date and date.earliest and date.latest else set()


@dataclass
class Watch:
    """What the browser complained of, and what it asked for."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def complain(self, text: str, *, if_: bool = True) -> None:
        if if_:
            self.complaints.append(text)


def _article(content: Path, number: int) -> Article:
    year, lang = 1957 + number % 19, ("ar" if number % 6 == 5 else "ja" if number % 20 == 7 else "en")
    form = FORMS[(number * 5 + number // 8) % len(FORMS)]
    text = form.format(y=year, z=year + 2, m=number % 12 + 1, d=number % 28 + 1, decade=str(year)[:3])
    thing = THINGS[number % len(THINGS)]
    title = {
        "ar": f"عودة الصيادين {number}",
        "ja": f"港の工事 {number}",
        "en": f"Notes from the {thing}, part {number}",
    }[lang]
    body = {
        "ar": "وقفت السفن عند الرصيف القديم طوال الليل.",
        "ja": "漁師たちは古い埠頭に戻った。Quay 4 is closed.",
        "en": f"All was calm & the {thing} <b>kept</b> its hours.\n\nNobody saw the harbourmaster {number}.",
    }[lang]
    path = f"content/news/{year}/a{number}.md"
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(f"---\ntitle: x\n---\n\n{body}\n", encoding="utf-8")
    slug = f"مقال-{number}" if lang == "ar" else f"a{number}"
    source = "The Lamp & Anchor" if number % 2 else "Tidings"
    date = dates.parse(text) if text else None
    card = Card(f"n{number * 7919 % 997:03}", f"/news/{year}/{slug}/", title, lang, "news", date, source=source)
    return Article(card, Body(path, digest.of_bytes(body.encode())))


@pytest.fixture(scope="module", params=["", "/some/repo"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root, base = tmp_path_factory.mktemp("site"), request.param
    articles = tuple(_article(root, number) for number in range(72))
    stubs = [stub(one, {"topics": [["Weather", "Harbour"][int(one.card.id[1:]) % 2]]}) for one in articles]
    dealt = shards(stubs, 6, search.version())
    out = root / "out"
    for one in search.index(dealt, root, root / "cache", 1500, 2):
        target = out / (base + one.url).lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(one.path, target)
    shutil.copy(SCRIPT, out / base.lstrip("/") / "search.js")
    (out / base.lstrip("/") / "search" / "index.html").write_text(PAGE.format(base=base))
    with _serving(out) as server:
        yield Served(f"http://127.0.0.1:{server.server_address[1]}", base, articles)
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


class _QuietServer(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Say nothing: a page that is left breaks off what it was fetching."""


def _serving(folder: Path) -> http.server.ThreadingHTTPServer:
    server = _QuietServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with api.sync_playwright() as player:
        one = player.chromium.launch(executable_path=chromium, args=FLAGS)
        yield one
        one.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Any, watch: Watch) -> Iterator[Any]:
    one = browser.new_page()
    one.set_default_timeout(15_000)
    one.on("console", lambda message: watch.complain(message.text, if_=message.type in {"error", "warning"}))
    one.on("pageerror", lambda error: watch.complain(str(error)))
    one.on("response", lambda answer: watch.complain(f"{answer.status} {answer.url}", if_=answer.status >= 400))
    one.on("request", lambda asked: watch.requests.append(asked.url))
    # the browser asks for an icon of its own accord
    one.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    yield one
    one.close()
    assert watch.complaints == []


def _settled(page: Any, words: str = "article") -> None:
    page.wait_for_function(
        "words => document.getElementById('search-status').textContent.match(words)"
        " && !/spans|least|Looking/.test(document.getElementById('search-status').textContent)"
        " && !document.getElementById('search-results').hasAttribute('aria-busy')",
        arg=words,
    )


def _all_rows(page: Any) -> list[str]:
    _settled(page)
    more = page.locator("#search-more")
    while more.is_visible():
        before = page.locator("#search-results li").count()
        more.click()
        page.wait_for_function("n => document.querySelectorAll('#search-results li').length > n", arg=before)
        _settled(page)
    links: list[str] = page.eval_on_selector_all("#search-results a", "all => all.map(a => new URL(a.href).pathname)")
    return links


def test_an_english_word_is_found_and_marked(page: Any, served: Served) -> None:
    page.goto(served.page())
    page.locator("#q").press_sequentially("lantern")
    _settled(page)
    texts = page.locator("#search-results li").all_inner_texts()
    expected = [one for one in served.articles if "lantern" in one.card.title]
    assert expected
    assert len(texts) == len(expected)
    assert page.locator("mark").first.inner_text() == "lantern"
    assert "<b>kept</b>" in texts[0]  # the article's own signs are text, never HTML
    assert page.locator("#search-results b").count() == 0
    assert page.locator(".row-excerpt.cut-start, .row-excerpt.cut-end").count() == 0  # the whole text is shown
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.url.endswith("?q=lantern")


def test_an_arabic_word_is_found_and_reads_from_the_right(page: Any, served: Served) -> None:
    page.goto(served.page("?q=" + quote("رصيف")))
    links = _all_rows(page)
    assert sorted(links) == sorted(served.urls(newest=True, lang="ar"))
    first = page.locator("#search-results li").first
    assert (first.get_attribute("lang"), first.get_attribute("dir")) == ("ar", "rtl")
    assert "الرصيف" in page.locator("mark").first.inner_text()


def test_a_japanese_word_is_found_though_nothing_parts_it_from_the_next(page: Any, served: Served) -> None:
    page.goto(served.page("?q=" + quote("埠頭")))
    links = _all_rows(page)
    assert sorted(links) == sorted(served.urls(newest=True, lang="ja"))
    excerpt = page.locator(".row-excerpt").first
    assert "漁師たちは古い埠頭に戻った。Quay 4 is closed" in excerpt.inner_text()
    assert excerpt.locator("mark").all_inner_texts() == ["埠頭"]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_a_sort_by_date_is_exact_across_all_shards(page: Any, served: Served, order: str) -> None:
    page.goto(served.page(f"?sort={order}&lang=en&lang=ar&lang=ja"))
    links = _all_rows(page)
    assert links == served.urls(newest=order == "newest")


def test_a_sort_by_date_is_exact_for_a_word(page: Any, served: Served) -> None:
    page.goto(served.page("?sort=newest&q=harbourmaster"))
    assert _all_rows(page) == served.urls(newest=True, lang="en")


def test_the_year_filter_keeps_every_date_that_touches_the_years_and_no_other(page: Any, served: Served) -> None:
    page.goto(served.page("?sort=oldest&year=1961-1964"))
    assert _all_rows(page) == served.urls(newest=False, year=(1961, 1964))
    assert page.locator("[name=year-from]").input_value() == "1961"


def test_years_typed_by_the_reader_stand_in_the_address(page: Any, served: Served) -> None:
    page.goto(served.page("?q=harbourmaster&sort=oldest"))
    _settled(page)
    page.locator("[name=year-to]").fill("1960")
    page.locator("[name=year-to]").press("Tab")
    page.wait_for_url("**/search/?q=harbourmaster&sort=oldest&year=-1960")
    page.wait_for_function("() => document.querySelectorAll('#search-results li').length < 20")
    assert _all_rows(page) == served.urls(newest=False, year=(1900, 1960), lang="en")


def test_undated_articles_are_reached_by_their_own_filter(page: Any, served: Served) -> None:
    page.goto(served.page("?undated=1&sort=newest"))
    undated = [
        url
        for url in served.urls(newest=True)
        if url in {served.base + quote(a.card.url) for a in served.articles if not years(a)}
    ]
    assert _all_rows(page) == undated


def test_a_facet_narrows_with_the_count_that_it_promised(page: Any, served: Served) -> None:
    page.goto(served.page("?q=harbourmaster"))
    _settled(page)
    label = page.locator("[data-facet=topics] label", has_text="Weather")
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-facet=topics] .facet-count')]"
        ".every(e => /^\\d+$/.test(e.textContent))"
    )
    promised = int(label.locator(".facet-count").inner_text())
    label.locator("input").check()
    page.wait_for_url("**topic=Weather")
    page.wait_for_function(
        "n => document.getElementById('search-status').textContent === `${n} articles`", arg=promised
    )
    assert len(_all_rows(page)) == promised
    assert promised == sum(int(one.card.id[1:]) % 2 == 0 for one in served.articles if one.card.lang == "en")


def test_back_returns_to_the_question_before(page: Any, served: Served) -> None:
    page.goto(served.page("?q=ferry&sort=newest"))
    before = _all_rows(page)
    page.locator("[name=sort][value=oldest]").check()
    page.wait_for_url("**sort=oldest")
    page.locator("#q").fill("fog")
    page.wait_for_url("**?q=fog&sort=oldest")
    page.locator("#q").fill("foggy")
    page.wait_for_url("**?q=foggy&sort=oldest")
    page.go_back()
    page.wait_for_url("**?q=ferry&sort=oldest")
    page.go_back()
    page.wait_for_url("**?q=ferry&sort=newest")
    page.wait_for_function("n => document.querySelectorAll('#search-results li').length === n", arg=len(before))
    assert _all_rows(page) == before
    assert page.locator("#q").input_value() == "ferry"
    assert page.locator("[name=sort][value=newest]").is_checked()


def test_a_shard_without_the_word_brings_in_no_shorter_word(page: Any, served: Served) -> None:
    # "Harbour" is a name of every second article, in all languages
    page.goto(served.page("?q=harbourmaster&sort=newest&lang=ar"))
    _settled(page, "Nothing found")
    page.goto(served.page("?q=fog+regatta"))
    _settled(page, "Nothing found")


def test_the_beginning_of_a_word_finds_it(page: Any, served: Served) -> None:
    page.goto(served.page("?q=regat&sort=newest"))
    assert len(_all_rows(page)) == sum("regatta" in one.card.title for one in served.articles)


def test_nothing_found_is_said_in_words(page: Any, served: Served) -> None:
    page.goto(served.page("?q=xylophone"))
    _settled(page, "Nothing found")
    assert page.locator("#search-results li").count() == 0


def test_the_address_cannot_put_html_into_the_page(page: Any, served: Served) -> None:
    page.goto(served.page("?q=" + quote("<img src=x onerror=alert(1)>") + "&topic=" + quote("<b>x</b>")))
    _settled(page, "Nothing found")
    assert page.locator("img, b").count() == 0
    assert page.locator("[data-facet=topics]").inner_text().count("<b>x</b>") == 1


def test_dates_are_said_as_certain_as_they_are(page: Any, served: Served) -> None:
    page.goto(served.page("?sort=newest&lang=en&lang=ar&lang=ja"))
    links = _all_rows(page)
    said = dict(zip(links, page.locator(".row-date").all_inner_texts(), strict=True))
    known = {served.base + quote(one.card.url): one.card for one in served.articles}
    assert said == {url: locales.date_words(known[url].date, known[url].lang, short=True) for url in links}
    assert "9 Sep 1965" in said.values()
    assert any(words.startswith("between ") for words in said.values())


def test_dates_are_said_as_in_the_lists_whatever_the_language(page: Any, served: Served) -> None:
    page.goto(served.page(""))
    script = SCRIPT.read_text("utf-8")
    start, end = script.index("/** The words of an EDTF date"), script.index("const baseOf")
    fill = next(line for line in script.splitlines() if line.startswith("const fill"))
    asked = [(lang, text) for lang in [*PHRASES, "ko", "pl", "pt-PT", "ckb", "xx"] for text in DATES]
    table = {"languages": {lang: {"dates": locales.date_table(lang)} for lang, _ in asked}}
    said = page.evaluate(
        f"([table, asked]) => {{ {fill} {script[start:end]} return asked.map(([lang, d]) => dateWords(d, lang)) }}",
        [table, asked],
    )
    for (lang, text), words in zip(asked, said, strict=True):
        assert words == locales.date_words(dates.parse(text) if text else None, lang, short=True), (lang, text)


def test_the_wasm_of_a_language_is_fetched_once(page: Any, served: Served, watch: Watch) -> None:
    page.goto(served.page("?q=harbourmaster&lang=en"))
    _settled(page)
    wasm = [url for url in watch.requests if ".pagefind" in url]
    assert len(wasm) == 1
    assert not [url for url in watch.requests if "pagefind-entry" in url]
    table = json.loads(page.evaluate("fetch(document.getElementById('search').dataset.shards).then(r => r.text())"))
    assert len([shard for shard in table["shards"] if shard["lang"] == "en"]) > 4
