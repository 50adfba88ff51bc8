"""Templates run strict, closed, and with pure filters only."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateError, UndefinedError
from markupsafe import Markup

from sitegen import dates
from sitegen.model import Bar, Rendition
from sitegen.render.templates import FILTERS, environment

from .made import frame


def made(tmp_path: Path, themes: Mapping[str, Mapping[str, str]]) -> Environment:
    for theme, texts in themes.items():
        for name, text in texts.items():
            path = tmp_path / theme / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return environment(tuple(str(tmp_path / theme) for theme in themes), tuple(themes), "/lamp")


def shown(tmp_path: Path, text: str, **values: Any) -> str:
    return made(tmp_path, {"own": {"a.html": text}}).get_template("a.html").render(values)


def test_a_name_means_the_first_of_the_chain_and_with_a_theme_that_themes(tmp_path: Path) -> None:
    chain = {
        "own": {"a.html": '{% extends "standard/a.html" %}{% block x %}mine, {{ super() }}{% endblock %}'},
        "standard": {
            "a.html": "{% block x %}theirs{% endblock %}",
            "sub/b.html": "deep",
            "c.html": '{% include "sub/b.html" %}',
        },
    }
    built = made(tmp_path, chain)
    assert built.get_template("a.html").render() == "mine, theirs"
    assert built.get_template("standard/a.html").render() == "theirs"
    assert built.get_template("c.html").render() == "deep"


@pytest.mark.parametrize("chain", [("own",), ("own", "standard")])
@pytest.mark.parametrize("name", ["a.html", "sub/a.html", "own/a.html"])
def test_an_error_speaks_of_theme_and_template_never_of_this_machine(
    tmp_path: Path, chain: tuple[str, ...], name: str
) -> None:
    texts = {"a.html": "", "sub/a.html": ""}
    template = made(tmp_path, dict.fromkeys(chain, texts)).get_template(name)
    assert template.filename == f"own/{name.removeprefix('own/')}"


def test_a_value_is_escaped_wherever_it_stands(tmp_path: Path) -> None:
    text = '<a title="{{ x }}">{{ x }}</a>{{ x | upper }}{{ "%s" | format(x) }}'
    found = shown(tmp_path, text, x='"><script>&')
    assert "<script" not in found.lower()
    assert found.count('"') == 2


def test_a_value_that_is_not_there_stops_the_page(tmp_path: Path) -> None:
    for text in (
        "{{ nothing }}",
        "{{ x.nothing }}",
        "{% if nothing %}{% endif %}",
        "{% for a in nothing %}{% endfor %}",
    ):
        with pytest.raises(UndefinedError):
            shown(tmp_path, text, x={})


@pytest.mark.parametrize("name", ["range", "dict", "lipsum", "cycler", "joiner", "namespace", "now", "site"])
def test_there_are_no_globals(tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError):
        shown(tmp_path, f"{{{{ {name} }}}}")


def test_a_word_named_like_a_method_of_mappings_is_the_word(tmp_path: Path) -> None:
    assert shown(tmp_path, "{{ words.items }}", words={"items": "Pieces"}) == "Pieces"
    assert shown(tmp_path, "{{ words.get('a') }}", words={"a": "b"}) == "b"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ '/a b/' | href }}", "/lamp/a%20b/"),
        ("{{ 'https://x.org/' | href }}", "https://x.org/"),
        ("{{ [] | srcset }}", ""),
        ("{{ renditions | srcset }}", "/lamp/a-1.webp 1w, /lamp/b%20-2.webp 2w"),
        ("{{ '/a/' | absolute('https://x.org') }}", "https://x.org/a/"),
        ("{{ date | date_words('en') }}", "about 1961"),
        ("{{ none | date_words('en') }}", "undated"),
        ("{{ date | date_attr }}", "1961"),
        ("{{ none | date_attr }}", ""),
        ("{{ '2026-01-02' | day_words('en') }}", "2 January 2026"),
        ("{{ '' | day_words('en') }}", ""),
        ("{{ '{n} of {n}, {x}' | fill(n=3) }}", "3 of 3, {x}"),
        ("{{ 1 | plural(words, 'articles', 'en') }}", "1 article"),
        ("{{ 1000 | plural(words, 'articles', 'en') }}", "1,000 articles"),
        ("{{ 'ar' | direction }}", "rtl"),
        ("{{ ['a', 'b'] | list_words('en') }}", "a and b"),
        ("{{ '0123456789abcdef' | short_hash }}", "0123456789ab"),
        ("<i data-x=\"{{ {'b': '\"<'} | json_attr }}\">", '<i data-x="{&#34;b&#34;:&#34;\\&#34;&lt;&#34;}">'),
    ],
)
def test_a_filter_says(tmp_path: Path, text: str, words: str) -> None:
    renditions = Rendition("/a-1.webp", 1), Rendition("/b -2.webp", 2)
    assert shown(tmp_path, text, date=dates.parse("1961~"), words=frame().words, renditions=renditions) == words


@pytest.mark.parametrize("date", ["196X", "1961/1962", "2024-11/.."])
def test_a_date_that_html_cannot_say_has_no_attribute(date: str) -> None:
    assert FILTERS["date_attr"](dates.parse(date)) == ""


def test_a_chart_is_markup_and_its_words_are_escaped() -> None:
    made = FILTERS["coverage"]((Bar("1961", 1, '/a"><b>/'), Bar("1962", 2, "")), "/lamp")
    assert isinstance(made, Markup)
    assert "<b>" not in made


@pytest.mark.parametrize("place", ["a file in the place of the folder", "a folder that is spoilt"])
def test_where_compiled_templates_cannot_be_kept_pages_are_made_all_the_same(tmp_path: Path, place: str) -> None:
    made(tmp_path, {"own": {"a.html": "a page"}})
    cache = tmp_path / "cache"
    if place.startswith("a file"):
        cache.write_text("")
    for _ in range(2):
        kept = environment((str(tmp_path / "own"),), ("own",), "/lamp", cache)
        assert kept.get_template("a.html").render() == "a page"
        for path in (path for path in cache.rglob("*.cache") if path.is_file()):
            path.unlink()
            path.mkdir()  # neither to be read nor to be written
