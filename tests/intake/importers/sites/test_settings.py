"""Claims about what settings say."""

from collections.abc import Callable

import pytest

from sitegen.intake.importers.sites import settings
from sitegen.intake.importers.sites.settings import Default, Settings


def read(kind: str, **files: str) -> tuple[str, Settings]:
    """Read the settings of a site; names are written with `__` for a dot and `___` for a slash."""
    held = {name.replace("___", "/").replace("__", "."): text for name, text in files.items()}
    names = {name for name in held if "/" not in name} | {f"{name.partition('/')[0]}/" for name in held if "/" in name}
    return settings.read(kind, names, fetched(held))


def fetched(held: dict[str, str]) -> Callable[[str], bytes | None]:
    return lambda name: held[name].encode() if name in held else None


@pytest.mark.parametrize(
    "files",
    [
        {"hugo__toml": '[permalinks]\nnews = "/:year/"\n'},
        {"hugo__toml": '[permalinks.page]\nnews = "/:year/"\n[permalinks.section]\nnews = "/x/"'},
        {"config__yaml": "permalinks:\n  news: /:year/\n"},
        {"hugo__json": '{"Permalinks": {"news": "/:year/"}}'},
        {"config____default___permalinks__toml": 'news = "/:year/"'},
        {"config____default___hugo__yaml": "permalinks:\n  page:\n    news: /:year/\n"},
    ],
)
def test_hugos_patterns_stand_in_many_files(files: dict[str, str]) -> None:
    assert read("hugo", **files) == ("hugo", Settings({"news": "/:year/"}, lang="en"))


def test_hugos_other_settings() -> None:
    text = """
defaultContentLanguage = "de"
defaultContentLanguageInSubdir = true
uglyURLs = true
disablePathToLower = true
contentDir = "texts"
[languages.fr]
contentDir = "texts/french"
"""
    said = Settings({}, "texts", "de", {"french": "fr"}, lang_in_path=True, ugly=True, keeps_case=True)
    assert read("hugo", hugo__toml=text)[1] == said


@pytest.mark.parametrize(
    ("text", "kind"), [('base_url = "https://w.example"', "zola"), ('baseURL = "https://w.example"', "hugo")]
)
def test_a_config_toml_is_zolas_or_hugos_by_its_address(text: str, kind: str) -> None:
    assert read("hugo", config__toml=text)[0] == kind
    assert read("zola", config__toml=text)[0] == kind


def test_zolas_settings() -> None:
    text = 'base_url = "https://w.example"\ndefault_language = "de"\n[slugify]\npaths = "safe"\npaths_keep_dates = true'
    assert read("zola", config__toml=text)[1] == Settings(lang="de", keeps_dates=True, keeps_case=True)


def test_jekylls_settings() -> None:
    text = """---
permalink: pretty
collections:
  docs:
    output: true
  team:
    output: true
    permalink: /team/:name/
  hidden: {}
defaults:
  - scope: {path: "sea", type: posts}
    values: {layout: post, lang: fr, permalink: /s/:title/}
"""
    assert read("jekyll", _config__yml=text)[1] == Settings(
        {"": "pretty", "docs": settings.COLLECTION, "team": "/team/:name/"},
        defaults=(Default("sea", "posts", {"lang": "fr", "permalink": "/s/:title/"}),),
    )


def test_pelicans_settings_are_read_and_never_run() -> None:
    text = "import os\nos.abort()\nARTICLE_URL = '{date:%Y}/{slug}/'  # as before\n"
    text += "PATH = './texts'\nDEFAULT_LANG = \"fr\"\n"
    assert read("pelican", pelicanconf__py=text)[1] == Settings({"": "{date:%Y}/{slug}/"}, "texts", "fr")


def test_nikolas_settings_are_read_and_never_run() -> None:
    text = """
DEFAULT_LANG = "es"
POSTS = (
    ("posts/*.rst", "posts", "post.tmpl"),
    ("essays/*.md", "long", "post.tmpl"),
)
PAGES = (
    ("pages/*.md", "", "page.tmpl"),
)
PRETTY_URLS = False
"""
    said = Settings({"pages": "", "essays": "long", "posts": "posts"}, lang="es", ugly=True)
    assert read("nikola", conf__py=text)[1] == said


def test_mkdocs_settings_with_tags_of_python_are_read_as_far_as_they_are_plain() -> None:
    text = "use_directory_urls: false\nmarkdown_extensions:\n  - x: !!python/name:os.system\n"
    assert read("mkdocs", mkdocs__yml=text)[1] == Settings(ugly=True)


def test_eleventys_settings() -> None:
    text = "module.exports = function (c) { return { dir: { input: './site', output: 'x' } } }"
    assert read("eleventy", eleventy__config__js=text)[1] == Settings(content="site")


@pytest.mark.parametrize("text", ["[" * 100_000, "a: &a [*a]", "other: [", "\x00", "", "x" * 300_000])
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("hugo", "hugo__toml"),
        ("hugo", "hugo__json"),
        ("jekyll", "_config__yml"),
        ("nikola", "conf__py"),
        ("mkdocs", "mkdocs__yml"),
    ],
)
def test_settings_that_cannot_be_read_say_nothing(kind: str, name: str, text: str) -> None:
    assert read(kind, **{name: text})[1].patterns == {}


def test_settings_are_passed_on_as_text() -> None:
    said = Settings({"": "pretty"}, defaults=(Default("sea", "", {"lang": "fr"}),), pages={"a": "/a/"})
    assert settings.of(settings.text(said)) == said
    assert settings.of("") == Settings()
