"""Claims about pages of other generators as a whole."""

import pytest

from sitegen import markdown
from sitegen.intake.importers import sites
from sitegen.intake.members import Member, Reading
from sitegen.model import RawArticle

JEKYLL = {"site": "jekyll", "root": "", "settings": '{"patterns": {"": "pretty"}}'}


def reading(name: str, text: str, **about: str) -> Reading:
    member = Member(name, text.encode(), about)
    assert sites.knows(member)
    return sites.read(member)


def one(name: str, text: str, **about: str) -> RawArticle:
    return reading(name, text, **about).articles[0]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ({"_config.yml", "Gemfile"}, "jekyll"),
        ({"hugo.toml"}, "hugo"),
        ({"_index.md", "a.md"}, "hugo"),
        ({"config.toml", "templates/index.html", "content/_index.md"}, "zola"),
        ({"pelicanconf.py", "Makefile"}, "pelican"),
        ({"conf.py"}, "nikola"),
        ({"conf.py", "index.rst"}, ""),
        ({"mkdocs.yml"}, "mkdocs"),
        ({".eleventy.js"}, "eleventy"),
        ({"a.md", "README.md"}, ""),
    ],
)
def test_a_folder_says_for_which_generator_it_was_written(names: set[str], kind: str) -> None:
    assert sites.kind_of(names) == kind


def test_a_post_of_jekyll() -> None:
    text = "---\nlayout: post\ntitle: Lamp goes out\nauthor: T. Orme\ntags: [oil, harbour]\n---\nIt *went* out.\n"
    found = one("ja/news/_posts/2024-05-01-lamp-out.md", text, **JEKYLL)
    assert (found.title, found.byline, found.lang, found.body) == (
        "Lamp goes out",
        ("T. Orme",),
        "ja",
        "It *went* out.",
    )
    assert found.date is not None
    assert (found.date.text, found.date_basis, found.evidence) == ("2024-05-01", "stated", (("date", "2024-05-01"),))
    assert found.values["aliases"] == ["/ja/news/2024/05/01/lamp-out/"]
    assert found.values["topics"] == ["oil", "harbour"]


def test_a_page_of_hugo_in_toml() -> None:
    text = (
        '+++\ntitle = "Lamp"\ndate = 2024-05-01T23:30:00-05:00\ndraft = true\nslug = "lamp-out"\n'
        'aliases = ["/old/", "x"]\n'
        'description = "A lamp."\n[params]\nedition = "late"\n+++\nText.\n'
    )
    found = one("site/content/news/2024/lamp.es.md", text, site="hugo", root="site")
    assert found.lang == "es"
    assert found.date is not None
    assert found.date.text == "2024-05-01"
    assert found.values["aliases"] == ["/old/", "/news/2024/x", "/es/news/2024/lamp-out/"]
    assert found.values["status"] == "review"
    assert found.values["summary"] == "A lamp."
    assert found.values["section"] == "news"
    assert found.values["extra"] == {"edition": "late"}


def test_a_page_of_zola_keeps_its_taxonomies() -> None:
    text = '+++\ntitle = "Lamp"\n[taxonomies]\ntags = ["oil"]\n[extra]\nsubtitle = "Deck"\n+++\nText.\n'
    found = one("content/blog/2024-05-01-lamp.md", text, site="zola")
    assert found.values["topics"] == ["oil"]
    assert found.deck == "Deck"
    assert found.values["aliases"] == ["/blog/lamp/"]


def test_a_page_of_pelican() -> None:
    found = one(
        "content/lamp.md", "Title: Lamp\nDate: 2024-05-01 10:00\nSlug: lamp\nStatus: draft\n\nText.\n", site="pelican"
    )
    assert (found.title, found.body) == ("Lamp", "Text.")
    assert found.values["aliases"] == ["/lamp.html"]
    assert found.values["status"] == "review"


def test_a_page_of_nikola() -> None:
    text = "<!--\n.. title: Lamp\n.. slug: lamp\n.. date: 2024-05-01 10:00:00 UTC\n.. tags: oil, sea\n-->\n\nText.\n"
    found = one("posts/lamp.md", text, site="nikola")
    assert (found.title, found.body, found.values["topics"]) == ("Lamp", "Text.", ["oil", "sea"])
    assert found.values["aliases"] == ["/posts/lamp/"]


def test_a_page_of_pelican_in_restructured_text() -> None:
    text = "Lamp\n####\n\n:date: 2024-05-01\n:category: Sea\n:status: draft\n\nText with :abbr:`x (y)`.\n"
    found = reading("content/lamp.rst", text, site="pelican")
    (page,) = found.articles
    assert (page.title, page.values["topics"], page.values["status"]) == ("Lamp", ["Sea"], "review")
    assert page.values["aliases"] == ["/lamp.html"]
    assert "abbr (1)" in found.findings[0].text


def test_a_page_of_mkdocs_is_titled_by_its_heading() -> None:
    found = one("docs/guide/start.md", "# Getting *started*\n\nText.\n", site="mkdocs")
    assert (found.title, found.body) == ("Getting started", "Text.")
    assert found.values["aliases"] == ["/guide/start/"]


def test_a_page_without_any_title_is_titled_by_its_file() -> None:
    assert one("notes/lamp-goes-out.md", "Text.\n").title == "Lamp goes out"


def test_commands_are_kept_to_be_seen_and_told() -> None:
    text = '---\ntitle: A\n---\n{{< img src="a_b_c" >}}\n\n{% include x.html %} and {{ page.title }}\n'
    found = reading("content/a.md", text, site="hugo")
    words = markdown.plain_text(found.articles[0].body)
    assert words == '{{< img src="a_b_c" >}}\n\n{% include x.html %} and {{ page.title }}'
    assert [problem.rule for problem in found.findings] == ["shortcode-kept"]
    assert "img (1), include (1), page.title (1)" in found.findings[0].text


def test_a_section_page_and_an_empty_one_say_why_they_are_no_articles() -> None:
    assert "section" in reading("content/news/_index.md", "---\ntitle: News\n---\n", site="hugo").findings[0].text
    assert "neither" in reading("content/news/a.md", "---\ntitle: News\n---\n", site="hugo").findings[0].text


@pytest.mark.parametrize("name", ["a.md", "a.rst"])
@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_page_says_so(name: str, text: str) -> None:
    found = reading(name, text)
    assert (found.articles, found.findings[0].text) == ((), "This page is empty.")


def test_where_there_is_no_text_the_summary_and_the_link_stand_for_it() -> None:
    found = one("a.md", "---\ntitle: A\nsummary: It is *new*.\nsource_url: https://w.example/a\n---\n")
    assert found.body == "It is \\*new\\*.\n\n<https://w.example/a>"
    assert found.values["extra"] == {"text": "summary"}
    assert found.values["canonical_url"] == "https://w.example/a"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [" + "[" * 50_000 + "\n---\nText.\n",
        "---\na: &a [x]\nb: *a\ntitle: T\n---\nText.\n",
        "---\n" + "x: 1\n" * 10_000,
        "Text " + "{{" * 20_000,
        "{% " * 20_000,
        "```\n" * 5_001,
        "```x\n" * 20_000,
        "{% highlight x %}\n" * 20_000,
        "<div>" * 20_000,
    ],
)
def test_hostile_pages_are_read_or_refused_and_nothing_else(text: str) -> None:
    found = reading("a.md", text)
    assert found.articles or found.findings
