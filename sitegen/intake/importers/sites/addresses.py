"""Where a page stood in its site: its folders, its language and its day, by the rules of each generator."""

import re
from dataclasses import dataclass
from posixpath import normpath
from typing import Any

from sitegen import urls
from sitegen.intake import foreign
from sitegen.intake.importers.sites import settings
from sitegen.intake.importers.sites.settings import Settings
from sitegen.intake.members import Member

# the folder of the texts in a site's folder
_CONTENT = {"hugo": "content", "zola": "content", "pelican": "content", "mkdocs": "docs", "eleventy": "src"}
_DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[-_](.+)")
_SUFFIXED = re.compile(r"(.+)\.([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


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
    settings: Settings = Settings()

    @property
    def section(self) -> str:
        """The folder that parts a site's texts, "" if it names a language or nothing."""
        own = [one for one in self.folders if not one.startswith("_") and language_of_folder(one) != self.lang]
        return urls.slug(own[0]) if own and not own[0].isdigit() else ""

    @property
    def inherited(self) -> dict[str, Any]:
        """The front matter that a page has by its site's settings; of two that speak of it, the nearer counts."""
        path = "/".join(self.folders)
        kind = next((one[1:] for one in self.folders if one.startswith("_")), "pages")
        said: dict[str, Any] = {}
        for one in sorted(self.settings.defaults, key=lambda default: len(default.path)):
            if one.kind in {"", kind} and (not one.path or f"{path}/".startswith(f"{one.path}/")):
                said |= one.values
        return said

    def beside(self, address: str) -> str:
        """Return an address as an alias: one that does not begin at the root is meant from the page's folder."""
        plain = address.strip()
        if plain.startswith("/") or "://" in plain:
            return foreign.path_of(plain)
        return foreign.path_of(normpath("/".join(["", *self.folders, plain])) + ("/" if plain.endswith("/") else ""))


def where(member: Member) -> Where:
    """Return where a page stands."""
    kind, root = member.about.get("site", ""), member.about.get("root", "")
    said = settings.of(member.about.get("settings", ""))
    return place(member.name.removeprefix(f"{root}/") if root else member.name, kind, said)


def place(path: str, kind: str, said: Settings = Settings()) -> Where:  # noqa: B008 - frozen
    """Return where a path stands in a site of a kind, whose settings say what they say."""
    *folders, file = path.strip("/").split("/")
    content = (said.content or content_of(kind)).split("/")
    at = next((at for at in range(len(folders)) if folders[at : at + len(content)] == content), -1)
    folders = folders[at + len(content) :] if at >= 0 else folders
    stem = file.rpartition(".")[0] or file
    folders, suffix = _without_language(folders, said)
    lang = language_of_folder(suffix)
    if (named := _SUFFIXED.fullmatch(stem)) and language_of_folder(named[2]):
        stem, suffix = named[1], named[2]
        lang = language_of_folder(suffix)
    lang = lang or next((code for one in folders[:1] if (code := language_of_folder(one))), "")
    dated = _DATED.fullmatch(stem)
    day = "-".join(part.zfill(2) for part in dated.groups()[:3]) if dated else ""
    return Where(kind, tuple(folders), stem, day, dated[4] if dated else stem, lang, suffix, said)


def _without_language(folders: list[str], said: Settings) -> tuple[list[str], str]:
    """Return folders without the one that the settings keep for a language, and that language's code."""
    for folder, code in said.langs.items():
        own = folder.split("/")
        if folders[: len(own)] == own:
            return folders[len(own) :], code
    return folders, ""


def language_of_folder(name: str) -> str:
    """Return the language that a folder's name is the code of, "" if it is none."""
    from babel import localedata  # noqa: PLC0415 - known only where names look like codes

    if not _CODE.fullmatch(name):
        return ""
    code = name.replace("-", "_")
    base, _, region = code.partition("_")
    known = localedata.exists(base) and (not region or len(region) == len("Hant") or localedata.exists(base))
    return foreign.language_of(code) if known else ""


def content_of(kind: str) -> str:
    """Return the folder of the texts in a site of a kind, "" where they may lie anywhere."""
    return _CONTENT.get(kind, "")


def title_of(where: Where) -> str:
    """Return a title made of a file's name, as generators without a title do."""
    name = where.folders[-1] if where.name in {"index", "README"} and where.folders else where.name
    return " ".join(re.split(r"[-_ ]+", name)).strip().capitalize()
