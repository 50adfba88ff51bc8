"""From what a dump holds and what its sidecar states to a content file: front matter, Markdown, and where it goes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen import dates, digest, frontmatter, markdown, revising
from sitegen.intake import evidence, mentions
from sitegen.intake.house import House
from sitegen.intake.mentions import Mention
from sitegen.intake.sidecar import FOR_IMPORTERS, Sidecar, Statement
from sitegen.intake.stated import fitting, in_bounds
from sitegen.model import Basis, Cut, Edtf, Picture, Place, Problem, RawArticle
from sitegen.problems import problem

DEFAULT_SECTION = "news"
# what a curator states for import, not for the article's file
_NOT_WRITTEN = frozenset(("section", "added", *FOR_IMPORTERS))
_FEW = 6
_OPENING_WORDS = 8
_OPENING_LETTERS = 40
# quoted where it could be read as a number
_DIGEST = re.compile(r"(?<=digest: )['\"]?[0-9a-f]{32}['\"]?")
_PLACEHOLDER = "f" * 32


@dataclass(frozen=True, slots=True)
class Find:
    """An article with where it was found: the seed's name and SHA-256, the importer, its place, its cuts.

    `digest` is that of its own lines, `number` counts the dump's articles from 1.
    """

    article: RawArticle
    seed: str
    sha256: str
    importer: str
    place: Place
    cuts: tuple[Cut, ...] = ()
    contradicts: str = ""
    digest: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Curated:
    """A content file in the making: front-matter values without id and provenance, body, section, findings.

    `mentions` are the names of the authority files that stand in its title and text.
    """

    title: str
    section: str
    values: Mapping[str, Any]
    body: str
    year: str
    added: str = ""
    findings: tuple[Problem, ...] = ()
    mentions: tuple[Mention, ...] = ()


def curate(find: Find, sidecar: Sidecar, house: House) -> Curated:
    """Join an article with what its curator states.

    The curator's word stands before the document's own values, and these before what was found in the text. What
    contradicts itself waits for review.
    """
    article = find.article
    stated = sidecar.of(article.title)
    date, basis, words, findings = _date(find, sidecar, stated)
    title = article.title if article.title.strip() else supplied_title(article)
    own, refused = fitting(_spoken(article, house), house.config.taxonomies)
    values: dict[str, Any] = {"title": title, **own}
    if date:
        values |= {"date": date.text, "date_basis": basis, "date_evidence": list(words)}
    values |= {key: value for key, value in stated.values.items() if key not in _NOT_WRITTEN}
    if not stated.values.get("agency") and values.get("agency") in house.own_names.get(values.get("source", ""), ()):
        # a paper that signs its dateline with its own name is no agency
        values.pop("agency", None)
    values, beyond = in_bounds(values)
    findings += [*_untitled(find), *_unfit(find, refused), *_beyond(find, beyond)]
    if "status" not in stated.values:
        values["status"] = _status(article, values.get("status"), findings)
    section, year = _section(article, stated, house.config.sections), dates.folder_year(date)
    added, body = str(stated.values.get("added", "")), body_of(article)
    named = house.finder.mentions(f"{title}\n\n{markdown.plain_text(body)}") if house.finder.authorities else ()
    values |= mentions.asserted(named, house.config.intake.assert_names, values)
    return Curated(title, section, _without_empty(values), body, year, added, tuple(findings), named)


def _spoken(article: RawArticle, house: House) -> dict[str, Any]:
    return {**_found(article, house.config.language), **article.values}


def _status(article: RawArticle, own: str | None, findings: Sequence[Problem]) -> str:
    waits = not article.title.strip() or any(found.rule == "date-contradiction" for found in findings)
    return "review" if waits and own in {None, "published"} else own or "published"


def _section(article: RawArticle, stated: Statement, sections: Sequence[str]) -> str:
    """Return the section: the curator's, the document's if the site has it, or the site's first."""
    own = article.values.get("section")
    return str(stated.values.get("section") or (own if own in sections else next(iter(sections), DEFAULT_SECTION)))


def _unfit(find: Find, refused: Sequence[str]) -> list[Problem]:
    if not refused:
        return []
    said = f"What this document states as {', '.join(sorted(refused))} cannot stand in front matter; it was left out."
    return [problem("seed-value", said, find.place)]


def _beyond(find: Find, keys: Sequence[str]) -> list[Problem]:
    if not keys:
        return []
    named = ", ".join(sorted(keys)[:_FEW]) + (f" and {len(keys) - _FEW:,} more" if len(keys) > _FEW else "")
    said = f"This document states more than front matter may hold; left out was what it states as {named}."
    return [problem("seed-value", said, find.place, "If it is wanted, write it into the text.")]


def supplied_title(article: RawArticle) -> str:
    """Return the opening words of an article without a headline, in brackets as archivists supply a title."""
    opening = article.blocks[0].text if article.blocks else article.body.lstrip("#>*- \n")
    words = " ".join(opening.split()[:_OPENING_WORDS])
    # up to the last whole word; a script without spaces is cut where it must be
    short = words if len(words) <= _OPENING_LETTERS else words[:_OPENING_LETTERS].rpartition(" ")[0]
    return f"[{(short or words[:_OPENING_LETTERS]).rstrip(' .,;:')}…]"


def _untitled(find: Find) -> list[Problem]:
    if find.article.title.strip():
        return []
    said = f"This article has no headline; it waits for review as {supplied_title(find.article)}."
    hint = "Write its title into its content file and set status: published."
    return [problem("seed-untitled", said, find.place, hint)]


def _found(article: RawArticle, language: str) -> dict[str, Any]:
    return {
        "kicker": article.kicker,
        "deck": article.deck,
        "lang": article.lang or language,
        "agency": article.agency,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "images": [_picture(picture) for picture in article.images],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    said = {
        "src": picture.src,
        "alt": picture.alt,
        "caption": picture.caption,
        "credit": picture.credit,
        "photographer": picture.photographer,
        "agency": picture.agency,
        "via": picture.via,
        "file": picture.file,
        "date": picture.date.text if picture.date else "",
    }
    return _without_empty(said)


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", [], {}, None, False)}


def body_of(article: RawArticle) -> str:
    """Return an article's text as Markdown: its own, or such that renders to exactly its words."""
    if article.body:
        return article.body.strip("\n")
    escape = {"paragraph": markdown.escape_paragraph, "subhead": markdown.escape_subhead}
    quote = [
        f"> {markdown.escape_paragraph(block.text)}" if block.kind == "quote" else escape[block.kind](block.text)
        for block in article.blocks
    ]
    return "\n\n".join(quote)


# --- the date ---------------------------------------------------------------------------------------

_Decision = tuple[Edtf | None, Basis | None, tuple[str, ...], list[Problem]]


def _date(find: Find, sidecar: Sidecar, stated: Statement) -> _Decision:
    """Decide on the date: the curator's own, the text's within the curator's bounds, the bounds, or none."""
    raw = find.article
    words = tuple(text for kind, text in raw.evidence if kind == "date")
    bounds = stated.date
    said_by = f"{sidecar.path}: {bounds.text}" if bounds else ""
    if bounds and sidecar.has_date_of(raw.title):
        clash = raw.date_basis == "stated" and _narrow(raw.date, bounds) is None
        return bounds, "curator", (said_by,), [_contradiction(find, words, said_by)] if clash else []
    yearless = next((text for kind, text in raw.evidence if kind == "day-without-year"), "")
    if bounds and raw.date_basis != "stated" and (day := evidence.with_year(yearless, bounds)):
        return day, "derived", (yearless, said_by), []
    findings = [_contradiction(find, words, f'"{find.contradicts}" in the text')] if find.contradicts else []
    if raw.date is None or bounds is None:
        return (
            (raw.date, raw.date_basis, words, findings)
            if raw.date
            else (_short(bounds), "curator" if bounds else None, (said_by,), [])
        )
    both = _narrow(raw.date, bounds)
    if both is None:
        findings.append(_contradiction(find, words, said_by))
        return raw.date, raw.date_basis, words, findings
    if raw.date_basis != "stated" and _days(both) == _days(bounds):
        return _short(bounds), "curator", (said_by,), findings
    same = _days(both) == _days(raw.date)
    return (raw.date if same else _short(both)), raw.date_basis, (words if same else (*words, said_by)), findings


def _narrow(one: Edtf | None, other: Edtf) -> Edtf | None:
    try:
        return dates.intersect(one, other)
    except ValueError:
        return None


def _days(date: Edtf) -> tuple[str, str]:
    return date.earliest, date.latest


def _short(date: Edtf | None) -> Edtf | None:
    """Return a span of whole years as years: the same days in fewer figures."""
    if date is None or date.precision != "interval" or not date.text.isascii():
        return date
    short = f"{date.earliest[:4]}/{date.latest[:4]}"
    plain = not (date.approximate or date.uncertain)
    return dates.parse(short) if plain and _days(dates.parse(short)) == _days(date) else date


def _contradiction(find: Find, words: Sequence[str], other: str) -> Problem:
    said = f'"{find.article.title}" is dated by "{", ".join(words)}", which {other} contradicts.'
    hint = "Look at both and set date, date_basis: curator and status: published in its content file."
    return problem("date-contradiction", said, find.place, hint)


# --- the file ---------------------------------------------------------------------------------------


def file_text(
    curated: Curated, find: Find, identifier: str, added: str, imported: str, also: Sequence[Mapping[str, Any]] = ()
) -> str:
    """Return the whole content file; `provenance.digest` is that of the file without it, so that an edit shows.

    `also` are the other places in which the article was found.
    """
    dropped = Counter(cut.rule for cut in find.cuts if not cut.kept_as)
    provenance = {**place_of(find), "imported": imported, "digest": _PLACEHOLDER}
    further = {"dropped": dict(sorted(dropped.items())), "also": list(also)}
    whole = {**provenance, **{key: value for key, value in further.items() if value}}
    values = {"id": identifier, **curated.values, "added": added, "provenance": whole}
    return _signed(frontmatter.write(values, curated.body))


def place_of(find: Find) -> dict[str, Any]:
    """Return where an article was found, as provenance states it."""
    return {
        "seed": find.seed,
        "sha256": find.sha256,
        "start": find.article.start,
        "end": find.article.end,
        "importer": find.importer,
    }


def restated(text: str, path: str, changes: Mapping[str, Any]) -> str:
    """Return a content file that nobody edited with some values changed, so that it still counts as unedited."""
    return _signed(revising.content(text, path, changes))


def _signed(text: str) -> str:
    """Return a content file with its own digest in its provenance."""
    own = frontmatter.write_yaml({"digest": digest_of(text)}).removeprefix("digest: ").rstrip()
    front, fence, body = text.partition("\n---\n")
    at = front.rfind("\nprovenance:")
    return front[:at] + _DIGEST.sub(own, front[at:], count=1) + fence + body


def digest_of(text: str) -> str:
    """Return the digest of a content file without the digest that its provenance states."""
    front, fence, body = text.partition("\n---\n")
    at = front.rfind("\nprovenance:")
    blank = front[:at] + _DIGEST.sub("", front[at:], count=1) if at >= 0 else front
    return digest.of_bytes((blank + fence + body).encode())


def is_edited(text: str) -> bool:
    """Whether a content file is no longer as import wrote it."""
    front = text.partition("\n---\n")[0]
    at = front.rfind("\nprovenance:")
    stated = _DIGEST.search(front, at) if at >= 0 else None
    return stated is None or stated[0].strip("'\"") != digest_of(text)
