"""The reader of texts for other generators: Hugo, Jekyll, Eleventy, Zola, Pelican, Nikola, MkDocs, or none."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sitegen.intake import encodings, foreign
from sitegen.intake.importers.sites import addresses, commands, front, keys, pages, permalinks, restructured, settings
from sitegen.intake.importers.sites.addresses import Where
from sitegen.intake.importers.sites.page import Stated
from sitegen.intake.importers.sites.settings import Settings
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, Problem
from sitegen.problems import problem

NAME = "sites/2"
# a documentation's conf.py has these beside it
_SPHINX = frozenset(("index.rst", "make.bat", "Makefile"))
_HUGO = frozenset(("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "_index.md"))
_SECTION_PAGES = frozenset(("_index",))
_FEW = 3


def said_of_pages(
    held: Collection[str], fetch: Callable[[str], bytes | None], names: Callable[[], Iterable[str]]
) -> dict[str, str]:
    """Return what a generator's site says of its pages: `site`, the generator, and `settings`; empty if it is none.

    `held` are the names in its folder, `names` returns all below it; `fetch` reads a file by such a name, None where
    there is none.
    """
    kind = kind_of(held)
    if not kind:
        return {}
    kind, said = settings.read(kind, held, fetch)
    said = replace(said, pages=pages.index(kind, said, names(), fetch))
    return {"site": kind, **({"settings": settings.text(said)} if said != Settings() else {})}


def may_say(name: str) -> int:
    """Return how many of a file's first bytes may say something of a site, by its name; 0 for none."""
    if settings.may_be(name):
        return settings.MAX_BYTES + 1
    return pages.HEAD if name.lower().endswith(pages.SUFFIXES) else 0


def kind_of(names: Collection[str]) -> str:
    """Return the generator for which a folder with these files was written, "" if for none; the surest first."""
    held = set(names)
    folders = {name.partition("/")[0] for name in held if "/" in name}
    for kind in ("jekyll", "pelican", "mkdocs", "eleventy"):
        if held & set(settings.FILES[kind]):
            return kind
    if "config.toml" in held and "templates" in folders:
        return "zola"
    # a data format's config.yaml is everywhere; a site's has its texts beside it
    if held & _HUGO or ("content" in folders and ("config" in folders or held & set(settings.FILES["hugo"]))):
        return "hugo"
    return "nikola" if "conf.py" in held and not _SPHINX & held else ""


def knows(member: Member) -> bool:
    """Whether a document is Markdown or reStructuredText, or a page of a known site with front matter."""
    name = member.name.lower()
    is_page = name.endswith((".html", ".htm")) and bool(member.about.get("site"))
    return name.endswith((*pages.SUFFIXES, *restructured.SUFFIXES)) or (
        is_page and member.data.lstrip(b"\xef\xbb\xbf").startswith(b"---")
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as it was understood: front matter by keys in small letters, its text, and the commands kept in it."""

    values: Mapping[str, Any]
    text: Marked
    kept: Mapping[str, int]
    findings: tuple[Problem, ...] = ()


def read(member: Member) -> Reading:
    """Read a page. Raises BuildError where its front matter cannot be read at all."""
    where = addresses.where(member)
    page = _page(member, where)
    if (why := _no_article(where, page)) is not None:
        hint = "Nothing is to be done if that is so."
        return Reading((), (*page.findings, problem("document-no-article", why, Place(member.name), hint)))
    stated, body = keys.understood(page.values, where), page.text.body
    if not stated.title:
        title, body = front.headline(body)
        stated = keys.titled(stated, title or addresses.title_of(where))
    article = foreign.article(
        member,
        stated.title,
        replace(page.text, body=body or keys.in_place_of_text(stated)),
        date=stated.date or where.date,
        lang=stated.lang or where.lang,
        byline=stated.byline,
        images=stated.images,
        kicker=stated.kicker,
        deck=stated.deck,
        values=_values(stated, where, has_text=bool(body)),
    )
    return Reading((article,), (*page.findings, *_kept(member, page.kept)))


def _page(member: Member, where: Where) -> _Page:
    name = member.name.lower()
    if name.endswith(restructured.SUFFIXES):
        found = restructured.read(_text(member), member.name)
        return _Page(found.values, found.text, found.kept)
    parted = front.read(_text(member), member.name)
    body, kept = commands.made_plain(parted.body, where, is_html=not name.endswith(pages.SUFFIXES))
    return _Page(parted.values, Marked(body), kept, parted.findings)


def _text(member: Member) -> str:
    encoding = encodings.find(member.data)
    return member.data[encoding.mark :].decode(encoding.codec, "replace").replace("\r\n", "\n").replace("\r", "\n")


def _no_article(where: Where, page: _Page) -> str | None:
    """Return why a page is no article, None if it is one."""
    if where.stem in _SECTION_PAGES:
        return "This page describes a section of its site; it is no article."
    has_text = bool(page.text.body.strip() or page.text.pictures)
    if not has_text and not page.values:
        return "This page is empty."
    if has_text or keys.has_text(page.values):
        return None
    return "This page has neither a text nor a summary, nor does it lead anywhere."


def _values(stated: Stated, where: Where, *, has_text: bool) -> dict[str, Any]:
    values: dict[str, Any] = dict(stated.values)
    old = permalinks.old_address(where, stated)
    values["aliases"] = foreign.names(one for one in (*stated.aliases, old) if one)
    if where.section:
        values["section"] = where.section
    if not has_text:
        values["extra"] = {**values.get("extra", {}), "text": "summary"}
    return values


def _kept(member: Member, found: Mapping[str, int]) -> Iterator[Problem]:
    if found:
        most = ", ".join(
            f"{name} ({count})" for name, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:_FEW]
        )
        further = f" and {len(found) - _FEW} more kinds" if len(found) > _FEW else ""
        said = f"Commands of its generator stand in the text as they were: {most}{further}."
        yield problem("shortcode-kept", said, Place(member.name), "Replace them by what they showed, or take them out.")
