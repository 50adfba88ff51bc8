"""The reader of saved pages: what a page states and what stands in it decide together what its article is."""

import re
from dataclasses import replace
from typing import Any

from sitegen.intake import gleaned, language
from sitegen.intake.folders import is_companion
from sitegen.intake.members import Member, Reading
from sitegen.intake.pages import body, bylines, days, kinds, stated, tree, written
from sitegen.intake.pages.body import Chosen
from sitegen.intake.pages.segments import Segment
from sitegen.intake.pages.stated import Stated
from sitegen.intake.pages.traits import key
from sitegen.intake.pages.written import Written
from sitegen.model import Picture, Place, Problem, RawArticle
from sitegen.problems import problem

NAME = "page/2"
_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_TYPES = ("text/html", "application/xhtml+xml")
_LEADS = frozenset(("lead",))
_DECK, _KICKER = 400, 60
_ABOVE = 6
_SUMMARY, _STOPS = 400, (". ", "! ", "? ", "؟ ", "۔ ", "।", "。")  # noqa: RUF001 - stops of other scripts
_NOTE = re.compile(
    r"^(?:correction|clarification|editor[’']s note|update|berichtigung|korrektur|hinweis|rectificatif"  # noqa: RUF001 - as editors write it
    r"|تصحيح)\b.{0,40}?[:—–-]",  # noqa: RUF001
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"\s*\((?:continued (?:on|from)|cont\.? on|fortsetzung auf) (?:page|p\.|seite)[^()]{1,20}\)\s*$", re.IGNORECASE
)
_SERIES = re.compile(
    r"\b(?:part|teil|partie|parte) (?:\d{1,2}|one|two|three|four|five)(?: of (?:\d{1,2}|\w+))?\b", re.IGNORECASE
)


def knows(member: Member) -> bool:
    """Whether a document is a page, by its type, its name and its first bytes."""
    said = member.about.get("type", "").partition(";")[0].strip().lower()
    if said:
        return said in _TYPES
    return member.name.lower().endswith(_SUFFIXES) or _HTML.match(member.data[:4096]) is not None


def read(member: Member) -> Reading:
    """Read a saved page. A page that is no article gives none, and a finding; raises BuildError if it is too large."""
    root = tree.parse(member).root
    if root is None:
        return Reading((), (_not_an_article(member, "it holds no words"),))
    said = stated.read(root)
    named = bylines.of(root, said)
    chosen = body.choose(root, said)
    if not kinds.is_article(said, chosen):
        return Reading((), (_not_an_article(member, "it holds links or too little text"),))
    url = member.about.get("url") or said.url
    text = written.write(chosen, said.url or url)
    article, notes = _article(member, said, chosen, text, named)
    findings = [_stub(member, article)] if kinds.is_stub(said, chosen) else []
    return Reading((article,), tuple(findings), notes=tuple(notes))


def _not_an_article(member: Member, why: str) -> Problem:
    said = f"This page is no article: {why}."
    return problem("page-not-article", said, Place(member.name), "Save the page of the article itself.")


def _stub(member: Member, article: RawArticle) -> Problem:
    said = f"“{article.title}” was saved behind a paywall: only its beginning is there."
    return problem(
        "page-behind-paywall", said, Place(member.name), "Save the page again where the whole text is shown."
    )


def _article(
    member: Member, said: Stated, chosen: Chosen, text: Written, named: tuple[str, ...]
) -> tuple[RawArticle, list[tuple[int, str, str]]]:
    paragraphs = [_CONTINUED.sub("", one.text) for one in chosen.text if one.tag not in {"h2", "h3", "h4"}]
    url = said.url or member.about.get("url", "")
    published = days.of(said, chosen, url)
    told = gleaned.glean(paragraphs, published.day, text.pictures)
    date = told.dated.date
    kicker, deck = _around_headline(chosen, said)
    article = RawArticle(
        title=said.title or _first_heading(chosen),
        blocks=(),
        start=0,
        end=len(member.data),
        body=text.body,
        values=_values(said, chosen, url, date.text if date else ""),
        lang=language.guess(paragraphs, said.lang),
        kicker=kicker,
        deck=deck,
        byline=named,
        dateline=told.dateline,
        agency=told.agency,
        date=date,
        date_basis=told.dated.basis,
        evidence=told.evidence,
        images=tuple(_held(member, one) for one in text.pictures),
        suggested=told.suggested,
    )
    contradicts = [(0, "date-contradiction", published.contradicts)] if published.contradicts else []
    return article, gleaned.notes(0, told.dated) or contradicts


def _held(member: Member, picture: Picture) -> Picture:
    """Return a picture with its file, if that lies in the folder that a browser saved with the page."""
    beside = is_companion(picture.src.partition("/")[0], member.name.rpartition("/")[2])
    return picture if beside else replace(picture, src="")


def _values(said: Stated, chosen: Chosen, url: str, date: str) -> dict[str, Any]:
    """Return what else the page states, by the keys of front matter."""
    updated = days.iso(said.updated)
    rights = {name: words for name, words in (("holder", said.holder), ("terms", said.terms)) if words}
    notes = [one.text for one in chosen.segments if _NOTE.match(one.text)]
    found: dict[str, Any] = {
        "source": said.site,
        "summary": _summary(said.deck),
        "canonical_url": url if re.fullmatch(r"https?://[^\s\"<>]+", url) else "",
        "updated": updated if updated > date else "",
        "rights": rights,
        "topics": list(said.topics),
        "series": _series(said, chosen),
        "corrections": [{"date": days.iso(one) or updated or date, "note": one} for one in notes[:3]],
        "extra": {"section": said.section} if said.section else {},
    }
    found["corrections"] = [one for one in found["corrections"] if len(one["date"]) == len("2000-01-01")]
    return {name: value for name, value in found.items() if value}


def _summary(words: str) -> str:
    """Return what a page states as its summary: the first sentences, where that is all of its text."""
    if len(words) <= _SUMMARY:
        return words
    end = max(words.rfind(stop, 0, _SUMMARY) for stop in _STOPS)
    return words[: end + 1]


def _series(said: Stated, chosen: Chosen) -> str:
    places = [said.title, *(one.text for one in chosen.segments[:40] if "series" in (one.element.get("class") or ""))]
    return next((words for words in places[1:] if len(words) <= _KICKER * 2 and not _SERIES.fullmatch(words)), "")


def _first_heading(chosen: Chosen) -> str:
    return next((one.text for one in chosen.segments if one.tag in {"h1", "h2"}), "")


def _around_headline(chosen: Chosen, said: Stated) -> tuple[str, str]:
    """Return the kicker and the deck that stand around the headline and are not in the text."""
    title = key(said.heading or said.title)
    at = next((n for n, one in enumerate(chosen.segments) if key(one.text) == title and one.tag != "li"), -1)
    if at < 0:
        return said.kicker, ""
    above = [
        one for one in chosen.segments[max(0, at - 2) : at] if "kicker" in (one.element.get("class") or "").lower()
    ]
    below = chosen.segments[at + 1 : at + 1 + _ABOVE]
    left = [one for one, keep in zip(below, chosen.kept[at + 1 :], strict=False) if not keep and _is_deck(one, said)]
    kicker = next((one.text for one in above if len(one.text) <= _KICKER), "")
    return said.kicker or kicker, left[0].text if left else ""


def _is_deck(one: Segment, said: Stated) -> bool:
    if not 20 < len(one.text) <= _DECK:  # noqa: PLR2004 - a button is shorter, a paragraph longer
        return False
    return body.says_again(one.text, said.deck) or not _LEADS.isdisjoint(one.signs)
