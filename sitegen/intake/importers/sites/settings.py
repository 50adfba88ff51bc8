"""What a generator's own settings say of the addresses of its pages: read as data, never run."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

from sitegen.intake.importers.sites import front
from sitegen.problems import BuildError

# reads a file by its name below the site's folder; None where there is none, or it is too large
Read = Callable[[str], bytes | None]

MAX_BYTES = 256 * 1024
# how the pages of a collection of Jekyll's are addressed, but for their end, where it has no pattern of its own
COLLECTION = "/:collection/:path"
# what pages of Jekyll's inherit; how they look is for the new theme to say
_INHERITED = frozenset(("permalink", "lang", "author", "authors", "category", "categories", "tags", "published"))
_ENDS = ("toml", "yaml", "yml", "json")
_HUGO_FOLDER = "config/_default/"
FILES: Mapping[str, tuple[str, ...]] = {
    "jekyll": ("_config.yml", "_config.yaml", "_config.toml"),
    "pelican": ("pelicanconf.py",),
    "mkdocs": ("mkdocs.yml", "mkdocs.yaml"),
    "eleventy": (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
    "zola": ("config.toml",),
    "hugo": (
        *(f"{name}.{end}" for name in ("hugo", "config") for end in _ENDS),
        *(f"{_HUGO_FOLDER}{name}.{end}" for name in ("hugo", "config", "permalinks", "languages") for end in _ENDS),
    ),
    "nikola": ("conf.py",),
}
_NAMES = frozenset(name.rpartition("/")[2] for names in FILES.values() for name in names)
_ASSIGNED = re.compile(r"^(\w+)[ \t]*=[ \t]*(['\"])([^'\"\n]*)\2[ \t]*(?:#.*)?$", re.MULTILINE)
_FALSE = re.compile(r"^(\w+)[ \t]*=[ \t]*False\b", re.MULTILINE)
_ROUTES = re.compile(r"^(?:POSTS|PAGES)[ \t]*=[ \t]*\((.{0,20000}?)^\)", re.MULTILINE | re.DOTALL)
_ROUTE = re.compile(r"\([ \t\n]*['\"]([^'\"\n*]*)(?:\*[^'\"\n]*)?['\"][ \t\n]*,[ \t\n]*['\"]([^'\"\n]*)['\"]")
_INPUT = re.compile(r"\binput[ \t]*:[ \t]*['\"]([\w./-]+)['\"]")


@dataclass(frozen=True, slots=True)
class Default:
    """Front matter that pages below a folder, or of a kind (`posts`, a collection), have unless they say otherwise."""

    path: str = ""
    kind: str = ""
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site says of its addresses.

    `patterns` are by section or collection, "" for all others; `content` is the folder of the texts; `lang` the
    language whose pages stand at the root unless `lang_in_path`, `langs` those of folders; `ugly` ends addresses with
    `.html`; `pages` are addresses by files.
    """

    patterns: dict[str, str] = field(default_factory=dict)
    content: str = ""
    lang: str = ""
    langs: dict[str, str] = field(default_factory=dict)
    lang_in_path: bool = False
    ugly: bool = False
    keeps_dates: bool = False
    keeps_case: bool = False
    defaults: tuple[Default, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=64)
def of(text: str) -> Settings:
    """Return settings from the text by which a container passes them on."""
    return msgspec.json.decode(text, type=Settings) if text else Settings()


def text(said: Settings) -> str:
    """Return settings as the text by which a container passes them on."""
    return msgspec.json.encode(said).decode()


def may_be(name: str) -> bool:
    """Whether a file may hold a generator's settings, by its name."""
    return name.rpartition("/")[2] in _NAMES


def read(kind: str, held: Collection[str], fetch: Read) -> tuple[str, Settings]:
    """Return the kind of a site, which its settings may put right, and its settings.

    `held` are the names in its folder. Settings that cannot be read say nothing.
    """
    folders = {name for name in held if name.endswith("/")}
    names = [
        name for name in FILES.get(kind, ()) if name in held or (name.startswith(_HUGO_FOLDER) and "config/" in folders)
    ]
    texts = {
        name: data.decode("utf-8", "replace") for name in names if (data := fetch(name)) and len(data) <= MAX_BYTES
    }
    values = _merged(texts)
    if kind in {"hugo", "zola"} and "config.toml" in held:
        # a key that one of them demands, and the other does not know
        kind = "zola" if "base_url" in values else "hugo" if "baseurl" in values else kind
    if not texts:
        return kind, Settings()
    return kind, _READERS[kind](values, "\n".join(texts.values()))


def _merged(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of files by keys in small letters; a file that is named for a key holds what is below it."""
    merged: dict[str, Any] = {}
    for name, text in texts.items():
        found = _values(name, text)
        stem = name.rpartition("/")[2].partition(".")[0]
        own = {stem: found} if stem in {"permalinks", "languages"} else found
        merged = {**own, **merged}
    return merged


def _values(name: str, text: str) -> dict[str, Any]:
    end = name.rpartition(".")[2]
    if end not in _ENDS:
        return {}
    plain = text.lstrip("\ufeff").removeprefix("---\n")
    fence = {"toml": "+++", "json": ""}.get(end, "---")
    try:
        return dict(front.read(f"{fence}\n{plain}\n{fence}\n" if fence else plain, name).values)
    except BuildError:
        return {}


def _words(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    return {str(key): words for key, one in _mapping(value).items() if (words := _words(one))}


def _hugo(values: Mapping[str, Any], _text: str) -> Settings:
    links = _mapping(values.get("permalinks"))
    # of old, sections stood here themselves; since 0.115 pages have a table of their own
    patterns = {**_texts(links), **_texts(links.get("page"))}
    lang = _words(values.get("defaultcontentlanguage")) or "en"
    folders = {
        _words(_small(one).get("contentdir")).strip("/"): code
        for code, one in _mapping(values.get("languages")).items()
    }
    content = _words(values.get("contentdir")).strip("/")
    return Settings(
        patterns,
        content,
        lang,
        {folder.removeprefix(f"{content or 'content'}/"): str(code) for folder, code in folders.items() if folder},
        lang_in_path=values.get("defaultcontentlanguageinsubdir") == "true",
        ugly=values.get("uglyurls") == "true",
        keeps_case=values.get("disablepathtolower") == "true",
    )


def _small(value: object) -> dict[str, Any]:
    return {str(key).lower(): one for key, one in _mapping(value).items()}


def _zola(values: Mapping[str, Any], _text: str) -> Settings:
    slugify = _mapping(values.get("slugify"))
    return Settings(
        lang=_words(values.get("default_language")) or "en",
        keeps_dates=slugify.get("paths_keep_dates") == "true",
        keeps_case=slugify.get("paths", "on") != "on",
    )


def _jekyll(values: Mapping[str, Any], _text: str) -> Settings:
    patterns = {"": _words(values.get("permalink"))}
    for name, one in _mapping(values.get("collections")).items():
        if _mapping(one).get("output") == "true":
            patterns[str(name)] = _words(_mapping(one).get("permalink")) or COLLECTION
    return Settings({name: one for name, one in patterns.items() if one}, defaults=tuple(_defaults(values)))


def _defaults(values: Mapping[str, Any]) -> Iterator[Default]:
    listed = values.get("defaults")
    for one in listed if isinstance(listed, list) else ():
        scope, stated = _mapping(_mapping(one).get("scope")), _small(_mapping(one).get("values"))
        if said := {key: value for key, value in stated.items() if key in _INHERITED}:
            yield Default(_words(scope.get("path")).strip("/"), _words(scope.get("type")), said)


def _mkdocs(values: Mapping[str, Any], _text: str) -> Settings:
    return Settings(content=_words(values.get("docs_dir")).strip("/"), ugly=values.get("use_directory_urls") == "false")


def _pelican(_values_found: Mapping[str, Any], text: str) -> Settings:
    said = {match[1]: match[3] for match in _ASSIGNED.finditer(text)}
    keys = {"": "ARTICLE_URL", "lang": "ARTICLE_LANG_URL", "pages": "PAGE_URL", "pages-lang": "PAGE_LANG_URL"}
    patterns = {name: said[key] for name, key in keys.items() if key in said}
    return Settings(patterns, said.get("PATH", "").strip("./"), said.get("DEFAULT_LANG", ""))


def _nikola(_values_found: Mapping[str, Any], text: str) -> Settings:
    said = {match[1]: match[3] for match in _ASSIGNED.finditer(text)}
    routes = [route for block in _ROUTES.finditer(text) for route in _ROUTE.findall(block[1])]
    patterns = {source.strip("/"): target.strip("/") for source, target in reversed(routes)}
    ugly = any(match[1] == "PRETTY_URLS" for match in _FALSE.finditer(text))
    return Settings(patterns, lang=said.get("DEFAULT_LANG", "en"), ugly=ugly)


def _eleventy(_values_found: Mapping[str, Any], text: str) -> Settings:
    found = _INPUT.search(text)
    return Settings(content=found[1].strip("./") if found else "")


_READERS: Mapping[str, Callable[[Mapping[str, Any], str], Settings]] = {
    "hugo": _hugo,
    "zola": _zola,
    "jekyll": _jekyll,
    "mkdocs": _mkdocs,
    "pelican": _pelican,
    "nikola": _nikola,
    "eleventy": _eleventy,
}
