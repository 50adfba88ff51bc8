"""Where a page stood: its language, its day and its old address, by the rules of each generator."""

import re
from dataclasses import dataclass
from posixpath import normpath

from sitegen import urls
from sitegen.intake import foreign
from sitegen.intake.importers.sites.page import Stated
from sitegen.intake.members import Member

# the folder of the texts in a site's folder
_CONTENT = {"hugo": "content", "zola": "content", "pelican": "content", "mkdocs": "docs", "eleventy": "src"}
_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[-_](.+)")
_SUFFIXED = re.compile(r"(.+)\.([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_PATTERNS = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "none": "/:categories/:title.html",
    "ordinal": "/:categories/:year/:y_day/:title.html",
}
_KEEP_DATES = frozenset(("hugo", "mkdocs", "", "pelican", "nikola"))


@dataclass(frozen=True, slots=True)
class Where:
    """Where a page stands in its site: its folders below the texts' own, its name, and what these tell."""

    kind: str
    folders: tuple[str, ...]
    stem: str
    date: str = ""
    name: str = ""
    lang: str = ""
    suffix: str = ""
    style: str = ""

    @property
    def section(self) -> str:
        """The folder that parts a site's texts, "" if it names a language or nothing."""
        own = [one for one in self.folders if not one.startswith("_") and language_of_folder(one) != self.lang]
        return urls.slug(own[0]) if own and not own[0].isdigit() else ""

    def beside(self, address: str) -> str:
        """Return an address as an alias: one that does not begin at the root is meant from the page's folder."""
        plain = address.strip()
        if plain.startswith("/") or "://" in plain:
            return foreign.path_of(plain)
        return foreign.path_of(normpath("/".join(["", *self.folders, plain])) + ("/" if plain.endswith("/") else ""))


def where(member: Member) -> Where:
    """Return where a page stands."""
    kind, root = member.about.get("site", ""), member.about.get("root", "")
    return place(member.name.removeprefix(f"{root}/") if root else member.name, kind, member.about.get("permalink", ""))


def place(path: str, kind: str, style: str = "") -> Where:
    """Return where a path stands in a site of a kind."""
    *folders, file = path.strip("/").split("/")
    content = _CONTENT.get(kind)
    if content in folders:
        folders = folders[folders.index(content) + 1 :]
    stem = file.rpartition(".")[0] or file
    lang, suffix = "", ""
    if (named := _SUFFIXED.fullmatch(stem)) and language_of_folder(named[2]):
        stem, suffix = named[1], named[2]
        lang = language_of_folder(suffix)
    lang = lang or next((code for one in folders[:1] if (code := language_of_folder(one))), "")
    dated = _DATED.fullmatch(stem)
    day = "-".join(part.zfill(2) for part in dated.groups()[:3]) if dated else ""
    return Where(kind, tuple(folders), stem, day, dated[4] if dated else stem, lang, suffix, style)


def language_of_folder(name: str) -> str:
    """Return the language that a folder's name is the code of, "" if it is none."""
    from babel import localedata  # noqa: PLC0415 - known only where names look like codes

    if not _CODE.fullmatch(name):
        return ""
    code = name.replace("-", "_")
    base, _, region = code.partition("_")
    known = localedata.exists(base) and (not region or len(region) == len("Hant") or localedata.exists(base))
    return foreign.language_of(code) if known else ""


def title_of(where: Where) -> str:
    """Return a title made of a file's name, as generators without a title do."""
    name = where.folders[-1] if where.name in {"index", "README"} and where.folders else where.name
    return " ".join(re.split(r"[-_ ]+", name)).strip().capitalize()


def old_address(where: Where, stated: Stated) -> str:
    """Return the address at which a page stood, "" where nobody can know."""
    if stated.url and "{" not in stated.url and ":" not in stated.url:
        return foreign.path_of("/" + stated.url.lstrip("/"))
    if where.kind == "jekyll":
        return _jekyll(where, stated)
    if where.kind == "pelican":
        return foreign.path_of(
            f"/{stated.slug or urls.slug(stated.title)}{f'-{where.suffix}' if where.suffix else ''}.html"
        )
    return _by_path(where, stated.slug) if where.kind else ""


def address_of(where: Where) -> str:
    """Return the address of a page of which only its place is known."""
    return old_address(where, Stated())


def _jekyll(where: Where, stated: Stated) -> str:
    if "_posts" not in where.folders:
        return foreign.path_of("/".join(["", *where.folders, f"{where.stem}.html"]))
    at = where.folders.index("_posts")
    day = foreign.day_of(stated.date) if stated.date else None
    year, month, number = (day.text if day and day.precision == "day" else where.date or "--").split("-")
    pattern = _PATTERNS.get(where.style, where.style) or _PATTERNS["date"]
    # folders above _posts are categories as front matter's are; the same one twice stands once
    categories = list(dict.fromkeys([*where.folders[:at], *(one.lower() for one in stated.categories)]))
    values = {
        ":categories": "/".join(categories),
        ":year": year,
        ":month": month,
        ":i_month": month.lstrip("0"),
        ":day": number,
        ":i_day": number.lstrip("0"),
        ":title": stated.slug or where.name,
        ":slug": stated.slug or where.name,
        ":output_ext": ".html",
    }
    filled = re.sub(r":\w+", lambda match: values.get(match[0], match[0]), pattern)
    return "" if ":" in filled else foreign.path_of(re.sub(r"/+", "/", filled))


def _by_path(where: Where, slug: str) -> str:
    """Return the path of the file as an address: what Hugo, Zola, Eleventy, Nikola and MkDocs do by default."""
    name = slug or (where.stem if where.kind in _KEEP_DATES else where.name)
    is_index = where.stem in {"index", "README"} and (where.kind == "mkdocs" or where.stem == "index")
    folders = where.folders
    if is_index and slug and folders:
        folders = folders[:-1]
    last = [name] if slug or not is_index else []
    lead = [where.suffix] if where.suffix else []
    return foreign.path_of("/".join(["", *lead, *folders, *last, ""]))
