"""What is uncertain about one article, judged from its front matter and its decision record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Any

from sitegen import digest
from sitegen.config import Config
from sitegen.frontmatter import Document
from sitegen.review.told import Told
from sitegen.review.values import Doubt, Evidence

# log-odds below which nearly one beginning in four is none
_SURE = 1.2
_RELATIONS = {"same": "the same article as", "version": "an earlier version of", "wire": "the same story as"}
# statuses about which a curator has decided, or the document itself
_SETTLED = frozenset(("withheld", "withdrawn"))
# findings that have a doubt of their own
_TOLD_APART = frozenset(("date-contradiction", "seed-untitled"))


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known of the archive to judge an article.

    `paths` are the files of ids, `usual` the one source that the others of a seed name, `only` a source where there is
    no other, `speaking` the names (case folded) of publications that say what may be shown; `silent`, that the site
    does not; `twin` is the path of the article that this one may be the same as, where that is known already.
    """

    config: Config
    paths: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    only: str = ""
    speaking: frozenset[str] = frozenset()
    silent: bool = True
    twin: str = ""


def of(document: Document, said: Told | None, known: Known) -> list[Doubt]:
    """Return the doubts about an article; none if it is settled. Only what import brought is doubted unasked."""
    status = text_of(document, "status") or "published"
    asked = status == "review"
    imported, answered = "provenance" in document.values, "reviewed" in document.values
    if status in _SETTLED or not (asked or (imported and not answered)):
        return []
    found = [*_of_record(document, said, known), *_of_file(document, said, known)] if imported else []
    if asked and not any(one.kind in {"date-contradiction", "title-supplied", "alike"} for one in found):
        found.append(Doubt("waits", "It waits for review: its status says so.", _at(document, "status")))
    return found


def is_silent(document: Document, known: Known) -> bool:
    """Whether import brought an article of which nobody says what may be shown."""
    values, source = document.values, text_of(document, "source")
    rights = values.get("rights")
    speaks = (isinstance(rights, dict) and "publish" in rights) or source.casefold() in known.speaking
    return known.silent and not speaks and "provenance" in values and text_of(document, "status") not in _SETTLED


def proposed(document: Document, found: Sequence[Doubt], known: Known) -> dict[str, Any]:
    """Return the front-matter values that accepting an article writes."""
    kinds = {one.kind for one in found}
    values: dict[str, Any] = {}
    if "date-contradiction" in kinds and text_of(document, "date"):
        values |= {"date": text_of(document, "date"), "date_basis": "curator"}
    source = known.usual.get(seed_of(document), known.only)
    if "source-missing" in kinds and source:
        values["source"] = source
    if text_of(document, "status") == "review":
        values["status"] = "published"
    return values


def text_of(document: Document, key: str) -> str:
    """Return a value of a document that should be text; "" where it is anything else."""
    value = document.values.get(key)
    return value if isinstance(value, str) else ""


def id_of(document: Document) -> str:
    """Return an article's id; without one, that which a build makes of its path."""
    return text_of(document, "id") or digest.short_id(document.path)


def seed_of(document: Document) -> str:
    """Return the name of the seed that an article came from, "" for one of none."""
    said = document.values.get("provenance")
    return str(said.get("seed", "")) if isinstance(said, dict) else ""


# --- from the record ----------------------------------------------------------------------------------


def _of_record(document: Document, said: Told | None, known: Known) -> Iterator[Doubt]:
    if said is None:
        return
    dated = _words(said, "date")
    settled = text_of(document, "date_basis") == "curator" and text_of(document, "status") != "review"
    for rule, text in said.findings:
        if rule == "date-contradiction" and not settled:
            yield Doubt(rule, text, (*_at(document, "date"), *dated))
        elif rule not in _TOLD_APART:
            yield Doubt("finding", text, (Evidence(rule, "rule", said.place),))
    for other in said.alike:
        if path := known.paths.get(other.of, known.twin):
            text = f"It may be {_RELATIONS.get(other.relation, _RELATIONS['same'])} {path}."
            yield Doubt("alike", text, (Evidence(f"{other.similarity:.0%} of their words are shared"),))
    if 0 < said.score < _SURE:
        text = f"It is not sure that an article begins here: {1 / (1 + exp(-said.score)):.0%}."
        yield Doubt("score-low", text, (Evidence(said.rule, "rule", said.place),))


def _words(said: Told | None, kind: str) -> tuple[Evidence, ...]:
    """Return the words of a kind from which import read something."""
    if said is None:
        return ()
    return tuple(Evidence(words, of, said.place) for of, words in said.words if of == kind)


# --- from the file ------------------------------------------------------------------------------------


def _of_file(document: Document, said: Told | None, known: Known) -> Iterator[Doubt]:
    title = text_of(document, "title")
    if not title or (title.startswith("[") and title.endswith("…]")):
        text = "It has no headline; its opening words stand for one." if title else "It has no title."
        yield Doubt("title-supplied", text, _at(document, "title"))
    if not text_of(document, "date"):
        evidence = (*_words(said, "day-without-year"), *_words(said, "date"))
        yield Doubt("date-missing", "Nothing proves its date; it stands among the undated.", evidence)
    if not text_of(document, "source"):
        yield Doubt("source-missing", f"Nothing says which publication it is from{_but(document, known)}.")


def _but(document: Document, known: Known) -> str:
    """Return in words what speaks for the source that is proposed."""
    seed = seed_of(document)
    if usual := known.usual.get(seed):
        return f"; all others of {seed} that name one name {usual}"
    return f"; content/sources.yaml names {known.only} alone" if known.only else ""


def _at(document: Document, key: str) -> tuple[Evidence, ...]:
    """Return what a file states under a key, with its line."""
    words = text_of(document, key)
    return (Evidence(words, key, document.place(key)),) if words else ()
