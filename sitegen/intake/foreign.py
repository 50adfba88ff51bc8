"""What foreign documents state, brought into the archive's forms: days, languages, addresses, lists of names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen import dates, formats, markdown, urls
from sitegen.intake import datewords, inlines, language
from sitegen.intake.markup import Marked
from sitegen.intake.members import Member
from sitegen.model import Edtf, RawArticle

MAX_WORDS = 2000
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[T ])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:$|T|\d{6}$)")
# with dots the day stands first everywhere, and a year that stands first tells the rest; 3/4/2004 is anybody's guess
_DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})(?:$|[ ,])")
_SLASHED = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?:$|[ T])")
_COARSE = re.compile(r"\d{4}(?:-\d\d)?")
# how parts of a language code are written, by their length: Hant, GB
_CASED = {4: str.title, 2: str.upper}
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)[: ]+", re.IGNORECASE)
_AND = re.compile(r" (?:and|und|et|y|e|en|och|og|&) ")
_ZONE = re.compile(r"([+-]\d\d)(\d\d)$")


def day_of(words: str) -> Edtf | None:
    """Return the day that words state, as it was where they were written; None where they state none.

    ISO 8601 also compact or coarse, RFC 822, figures in an order that is the same everywhere, and days in words.
    """
    plain = words.strip()[:MAX_WORDS]
    match = _ISO.match(plain) or _COMPACT.match(plain)
    if match:
        return _edtf("-".join(match.groups()))
    if match := _DOTTED.match(plain) or _SLASHED.match(plain):
        return _edtf(f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}")
    if _COARSE.fullmatch(plain):
        return _edtf(plain)
    if (by_post := _by_post(plain)) is not None:
        return by_post
    found = datewords.whole(plain)
    return found.date if found else None


def _edtf(text: str) -> Edtf | None:
    try:
        return dates.parse(text)
    except ValueError:
        return None


def _by_post(words: str) -> Edtf | None:
    """Read the date of a letter, which most feeds use too."""
    if not re.match(r"(?:[A-Za-z]+\.?, *)?\d{1,2} [A-Za-z]", words):
        return None
    try:
        return _edtf(parsedate_to_datetime(words).date().isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def moment_of(words: str) -> str:
    """Return a moment with its zone as ISO 8601, "" where words state none."""
    found = dates.moment(_ZONE.sub(r"\1:\2", words.strip()))
    return found.isoformat() if found else ""


def language_of(words: str) -> str:
    """Return a language code that a document states, in the archive's form; "" where it is none."""
    code = words.strip().replace("_", "-")
    if not code or not re.fullmatch(formats.LANGUAGE, code):
        return ""
    first, *rest = code.split("-")
    return "-".join([first.lower(), *(_CASED.get(len(part), str.lower)(part) for part in rest)])


def web_address(words: str) -> str:
    """Return an address on the web, "" for anything else."""
    plain = words.strip()
    return plain if plain and re.fullmatch(formats.WEB, plain) else ""


def path_of(address: str) -> str:
    """Return the path of an address as an alias, "" where it names no page of its own."""
    try:
        path = unquote(urlsplit(address.strip()).path)
        local = f"/{path.strip('/')}" + ("/" if path.endswith("/") else "")
        return local if path.strip("/") and not set(local) & set("?#\\") and urls.output_path(local) else ""
    except ValueError:
        return ""


def names(found: Iterable[str]) -> list[str]:
    """Return names in their order, each once, without empty ones; white space joined."""
    plain = (" ".join(inlines.without_controls(one).split()) for one in found)
    return list(dict.fromkeys(one for one in plain if one))


def people(words_of_byline: str) -> list[str]:
    """Return the people that a byline on one line names, without its "By"."""
    plain = _BY.sub("", " ".join(words_of_byline.split()))
    parts = [part for one in _AND.split(plain) for part in one.split(", ")]
    # a single word after a comma is a title or a paper, not a further person
    whole = all(" " in part.strip() for part in parts)
    return names(parts if whole else _AND.split(plain))


def paragraphs(text: str) -> str:
    """Return plain text as Markdown: a paragraph for each part between blank lines, or for each line."""
    parts = re.split(r"\n[ \t\r]*\n", text.strip()) if re.search(r"\n[ \t\r]*\n", text.strip()) else text.splitlines()
    return "\n\n".join(markdown.escape_paragraph(words(part)) for part in parts if words(part))


def words(text: object) -> str:
    """Return a text on one line, without controls; "" for what is no text."""
    return " ".join(inlines.without_controls(text).split()) if isinstance(text, str) else ""


def article(
    member: Member,
    title: str,
    text: Marked,
    *,
    date: str = "",
    lang: str = "",
    byline: Iterable[str] = (),
    span: tuple[int, int] | None = None,
    **fields: Any,  # noqa: ANN401 - the further fields of RawArticle, and `values`
) -> RawArticle:
    """Return an article of a document: the day that `date` states with its words, the language stated or guessed.

    The addresses of its pictures, and a date that nobody understands, are kept among `extra`.
    """
    if len(title) > MAX_WORDS:
        # nobody's headline is so long: it is the text, or its beginning
        title, text = "", replace(text, body=f"{markdown.escape_paragraph(words(title))}\n\n{text.body}".rstrip())
    day = day_of(date) if date else None
    values = dict(fields.pop("values", {}))
    further = {"pictures": " ".join(text.sources), "date": "" if day else words(date)}
    values["extra"] = {**further, **values.get("extra", {})}
    start, end = span or (0, len(member.data))
    return RawArticle(
        title=words(title),
        blocks=(),
        start=start,
        end=end,
        body=text.body,
        lang=language_of(lang) or language.guess(text.body.split("\n\n"), ""),
        byline=tuple(names(byline)),
        date=day,
        date_basis="stated" if day else None,
        evidence=(("date", words(date)),) if day else (),
        images=(*fields.pop("images", ()), *text.pictures),
        values=_saying(values),
        **fields,
    )


def _saying(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return front-matter values without those that say nothing."""
    cleaned = {
        key: {inner: one for inner, one in value.items() if one} if isinstance(value, dict) else value
        for key, value in values.items()
    }
    return {key: value for key, value in cleaned.items() if value}
