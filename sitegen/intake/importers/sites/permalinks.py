"""The address at which a page stood, by the rules and the settings of its generator."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from sitegen import urls
from sitegen.intake import foreign
from sitegen.intake.importers.sites import patterns
from sitegen.intake.importers.sites.addresses import Where
from sitegen.intake.importers.sites.page import Stated
from sitegen.intake.importers.sites.settings import COLLECTION

# Jekyll's own patterns by their names
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_PELICAN = {"": "{slug}.html", "lang": "{slug}-{lang}.html", "pages": "pages/{slug}.html"}
_NIKOLA = {"posts": "posts", "pages": "", "stories": "stories"}
_POSTS, _DRAFTS = "_posts", "_drafts"
# a page that Eleventy is told not to write
_NOWHERE = "false"


def old_address(where: Where, stated: Stated) -> str:
    """Return the address at which a page stood, "" where nobody can know."""
    rule = _RULES.get(where.kind)
    if stated.url and not set(stated.url) & set(":{"):
        return "" if stated.url == _NOWHERE else _plain(where, stated)
    return foreign.path_of(rule(where, stated)) if rule else ""


def address_of(where: Where) -> str:
    """Return the address of a page of which only its place is known."""
    return old_address(where, Stated())


def _plain(where: Where, stated: Stated) -> str:
    if where.kind == "jekyll" and stated.url in _STYLES:
        return foreign.path_of(_jekyll(where, stated))
    return foreign.path_of("/" + stated.url.lstrip("/"))


def _day(where: Where, stated: Stated) -> dt.date | None:
    """Return the day that a page states, or its file's name; None where neither says one."""
    day = foreign.day_of(stated.date) if stated.date else None
    text = day.text if day and day.precision == "day" else where.date
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _path(where: Where, folders: Sequence[str], name: str) -> str:
    """Return folders and a name as an address, behind the language's own folder; "" for a name is the folder's page."""
    said = where.settings
    code = where.suffix or (said.lang if said.lang_in_path else "")
    lead = [code] if code and (code != said.lang or said.lang_in_path) else []
    parts = [part for part in (*lead, *folders, name) if part]
    return "/".join(["", *parts]) + (".html" if said.ugly and name else "/")


def _is_index(where: Where) -> bool:
    return where.stem in {"index", "_index"} or (where.kind == "mkdocs" and where.stem == "README")


def _by_path(where: Where, stated: Stated) -> str:
    return _path(where, where.folders, stated.slug or ("" if _is_index(where) else where.stem))


def _hugo(where: Where, stated: Stated) -> str:
    said = where.settings
    folders = where.folders[:-1] if _is_index(where) else where.folders
    name = where.folders[-1] if _is_index(where) and where.folders else where.stem
    pattern = stated.url or said.patterns.get(folders[0] if folders else "/", "")
    if pattern:
        plain = [patterns.in_hugos_way(one, keeps_case=said.keeps_case) for one in (*folders, name)]
        filled = patterns.hugo(pattern, _day(where, stated), plain[:-1], plain[-1], stated.title, stated.slug)
        return _path(where, filled.strip("/").split("/"), "") if filled.endswith("/") else filled
    plain = [patterns.in_hugos_way(one, keeps_case=said.keeps_case) for one in (*folders, stated.slug or name)]
    return _path(where, plain[:-1], plain[-1] if where.folders or not _is_index(where) else "")


def _zola(where: Where, stated: Stated) -> str:
    said = where.settings
    own = where.stem if said.keeps_dates else where.name
    if _is_index(where):
        folders, name = where.folders[:-1], stated.slug or next(iter(where.folders[-1:]), "")
    else:
        folders, name = where.folders, stated.slug or own
    parts = [one if said.keeps_case else urls.slug(one, ascii_only=True) for one in (*folders, name)]
    return _path(where, parts[:-1], parts[-1])


def _nikola(where: Where, stated: Stated) -> str:
    routes = where.settings.patterns or _NIKOLA
    name = stated.slug or ("" if where.stem == "index" else where.stem)
    for source, target in routes.items():
        own = source.split("/")
        if list(where.folders[: len(own)]) == own:
            return _path(where, [*target.split("/"), *where.folders[len(own) :]], name)
    return _path(where, where.folders, name)


def _eleventy(where: Where, stated: Stated) -> str:
    if not stated.url:
        last = where.folders[-1] if where.folders else ""
        return _path(where, where.folders, "" if where.stem in {"index", last} else where.stem)
    stem = "/".join(["", *where.folders, where.stem])
    known = {"page.fileSlug": where.name, "page.filePathStem": stem, "title": stated.title, "slug": stated.slug}
    return patterns.outputs(stated.url, _day(where, stated), known).removesuffix("index.html")


def _pelican(where: Where, stated: Stated) -> str:
    said = where.settings
    lang = stated.lang or where.suffix
    is_translated = bool(lang) and lang != (said.lang or "en")
    is_page = where.folders[:1] == ("pages",)
    key = ("pages" if is_page else "") + ("-lang" if is_page and is_translated else "lang" if is_translated else "")
    pattern = said.patterns.get(key) or _PELICAN.get(key) or "pages/{slug}-{lang}.html"
    category = next(iter(stated.categories), where.folders[-1] if where.folders else "misc")
    known = {
        "slug": stated.slug or urls.slug(stated.title, ascii_only=True),
        "lang": lang or said.lang or "en",
        "category": urls.slug(category, ascii_only=True),
        "author": urls.slug(next(iter(stated.byline), ""), ascii_only=True),
    }
    return patterns.braces(pattern, _day(where, stated), known)


def _jekyll(where: Where, stated: Stated) -> str:
    """Return what a post, a page of a collection or a plain page had for an address."""
    said, folders = where.settings.patterns, where.folders
    style = said.get("", "date")
    hidden = next((one for one in folders if one.startswith("_")), "")
    if hidden == _POSTS:
        pattern = stated.url or said.get("posts") or style
        return patterns.jekyll(_STYLES.get(pattern, pattern), _day(where, stated), _of_post(where, stated))
    stem = "" if where.stem == "index" and not hidden else where.stem
    known = {"path": "/".join([*folders[bool(hidden) :], where.stem]), "basename": where.stem, "name": where.stem}
    known |= {"title": stated.slug or where.stem, "slug": stated.slug or where.stem, "collection": hidden[1:]}
    if hidden:
        pattern = stated.url or said.get(hidden[1:], "")
        if not pattern or hidden == _DRAFTS:
            return ""  # only collections that are said to be written have pages
        whole = pattern if pattern != COLLECTION else _ending(COLLECTION, style)
        return patterns.jekyll(_STYLES.get(whole, whole), _day(where, stated), known)
    if stated.url and stated.url not in _STYLES:
        return patterns.jekyll(stated.url, _day(where, stated), {**known, "path": "/".join(folders)})
    ending = _ending("", stated.url or style).replace(":output_ext", ".html") if stem else "/"
    return "/".join(["", *folders, stem]).rstrip("/") + ending


def _ending(pattern: str, style: str) -> str:
    """Return a pattern that ends as a site's posts do."""
    end = _STYLES.get(style, style)
    return pattern + ("/" if end.endswith("/") else ":output_ext" if end.endswith(":output_ext") else "")


def _of_post(where: Where, stated: Stated) -> dict[str, str]:
    at = where.folders.index(_POSTS)
    # folders above _posts are categories as front matter's are; the same one twice stands once
    categories = list(dict.fromkeys(one.lower() for one in (*where.folders[:at], *stated.categories)))
    slug = patterns.in_jekylls_way(stated.slug) or where.name
    return {
        "categories": "/".join(categories),
        "slugified_categories": "/".join(urls.slug(one) for one in categories),
        "title": slug,
        "slug": slug.lower(),
    }


_RULES: Mapping[str, Callable[[Where, Stated], str]] = {
    "hugo": _hugo,
    "zola": _zola,
    "jekyll": _jekyll,
    "pelican": _pelican,
    "nikola": _nikola,
    "mkdocs": _by_path,
    "eleventy": _eleventy,
}
