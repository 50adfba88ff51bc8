"""How an archive begins, and how an article written by hand does."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen import __version__, dates, digest, files, frontmatter, urls
from sitegen.config import Config
from sitegen.model import Place
from sitegen.problems import UsageError, problem

STARTER = Path(__file__).parent / "starter"
# file of the starter -> its place in an archive, where that is another: hidden names do not travel well in packages
_PLACES = {"gitignore": ".gitignore", "workflows/pages.yml": ".github/workflows/pages.yml"}
# host -> the file that only this host reads
HOSTS = {"netlify": "netlify.toml", "pages": "workflows/pages.yml"}
SEEDS = "seeds"
_LANGUAGES = "languages"
_NAMED = re.compile(r"(?P<key>title|description|language|base_url): \{(?P=key)\}|\{version\}")


def init(folder: Path, title: str, language: str, base_url: str, host: str = "") -> tuple[str, ...]:
    """Write a starter into a folder, and return what was done, a sentence for each file.

    What is there already is left alone. `host` is a key of `HOSTS`, "" for all of them. What readers see is written in
    `language` where the starter has its words, in English elsewhere. Raises FileError.
    """
    words = _words(language)
    values = {"title": title, "description": words["description"], "language": language, "base_url": base_url}
    said = []
    files.make_folder(folder / SEEDS)
    for name in files.walk(STARTER)[0]:
        if name.startswith(f"{_LANGUAGES}/") or (host and name in HOSTS.values() and name != HOSTS[host]):
            continue
        place = _PLACES.get(name, name)
        if os.path.lexists(folder / place):
            said.append(f"{place} was there already and is left as it is.")
            continue
        text = files.read_bytes(STARTER / name).decode()
        own = words.get(name)
        files.write_text(folder / place, _translated(text, name, own, language) if own else _filled(text, values))
        said.append(f"{place} is written.")
    return tuple(said)


def _words(language: str) -> Mapping[str, Any]:
    """Return the description of a new archive, and of each starter file in another language what it says instead."""
    name = next((one for one in (language, language.partition("-")[0]) if (STARTER / _words_file(one)).is_file()), "en")
    return frontmatter.read_yaml(files.read_bytes(STARTER / _words_file(name)).decode(), _words_file(name))[0]


def _words_file(language: str) -> str:
    return f"{_LANGUAGES}/{language}.yaml"


def _translated(text: str, name: str, own: Mapping[str, Any], language: str) -> str:
    """Put the words of a language in the place of the English ones; what is no words stays."""
    front = {**frontmatter.read(text, name).values, **own}
    body = front.pop("text", "")
    if "lang" in front:
        front["lang"] = language
    return frontmatter.write(front, body)


def _filled(text: str, values: dict[str, str]) -> str:
    """Put values where a starter file names them, as YAML that reads back the same."""

    def put(match: re.Match[str]) -> str:
        key = match["key"]
        if key is None:
            return __version__
        # only an address may be left out, and where none is known an example is more help than an empty line
        return (
            frontmatter.write_yaml({key: values[key]}).strip() if values[key] else f"# {key}: https://news.example.org"
        )

    return _NAMED.sub(put, text)


def new(root: Path, config: Config, title: str, section: str, date: str, lang: str, token: str, today: str) -> str:
    """Begin an article and return its path below `root`, `content/<section>/<year or undated>/<slug>.md`.

    `date` is EDTF or "", `lang` "" for the site's language, `token` something random of which the id is made,
    `today` the ISO day on which it enters the archive. Raises
    UsageError for a title, section or date that cannot be, and for a file that is there already; FileError.
    """
    if not title.strip():
        raise UsageError(
            [problem("title-missing", "An article needs a title.", hint='Write `sitegen new "Its title"`.')]
        )
    _refuse_section(section, config)
    try:
        when = dates.parse(date) if date else None
    except ValueError as error:
        raise UsageError([problem("date-invalid", str(error), Place("--date"))]) from error
    identifier = digest.short_id(token)
    slug = urls.slug(title, ascii_only=config.slugs == "ascii") or identifier
    path = f"content/{section}/{dates.folder_year(when) or 'undated'}/{slug}.md"
    if os.path.lexists(root / path):
        hint = "Give the article another title, or edit that one."
        raise UsageError([problem("article-exists", "This file is there already.", Place(path), hint)])
    dated = {"date": date, "date_basis": "curator"} if date else {}
    front = {
        "id": identifier,
        "title": title.strip(),
        **dated,
        "added": today,
        "lang": lang or config.language,
        "status": "published",
    }
    files.write_text(root / path, frontmatter.write(front, ""))
    return path


def _refuse_section(section: str, config: Config) -> None:
    if section in {*urls.RESERVED, *config.taxonomies, *config.languages}:
        said = f'"{section}" cannot be a section: it is an address of sitegen\'s own.'
        raise UsageError([problem("section-reserved", said, Place("--section"), "Choose another name.")])
    if not section or urls.slug(section) != section:
        said = f'"{section}" cannot be the name of a section.'
        fitting = urls.slug(section)
        hint = f'Write "{fitting}".' if fitting else "Write a word of small letters, such as news."
        raise UsageError([problem("section-invalid", said, Place("--section"), hint)])
