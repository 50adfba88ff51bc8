"""The file formats of the archive as models: which keys there are, what they hold, what they mean."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from sitegen.frontmatter import Document
from sitegen.model import Basis, Problem, Publish, Status
from sitegen.problems import BuildError, did_you_mean, problem

Model = TypeVar("Model", bound=Struct)

WORDS = r"\S"
LANGUAGE = r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$"
WEB = r"^(https?://[^\s\"<>]+)?$"
# pattern -> what a value is that does not match it, and the way out
_PATTERNS = {
    WORDS: ("is empty", "Write words, or take the key out."),
    LANGUAGE: ("is not a language code", "Write it as en, ar or zh-Hant."),
    WEB: ("is not an address on the web", "Write it in full, such as https://example.org/story."),
}
WebAddress = Annotated[str, Meta(pattern=WEB)]


class Strict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mapping that knows all its keys."""


class RightsKeys(Strict, frozen=True, kw_only=True):
    """What may be shown, and who says so."""

    holder: Annotated[str, Meta(description="Who holds the rights.")] = ""
    terms: Annotated[str, Meta(description="The terms in words or as a link.")] = ""
    publish: Annotated[
        Publish | None, Meta(description="How much may be shown: full, excerpt, metadata or withheld.")
    ] = None


class PictureKeys(Strict, frozen=True, kw_only=True):
    """A picture, or the caption of one that is not held."""

    src: Annotated[
        str, Meta(description="The file, below `content/media/` or beside the article; none if not held.")
    ] = ""
    alt: Annotated[str, Meta(description="What is to be seen, for those who cannot see it.")] = ""
    caption: Annotated[str, Meta(description="The caption as printed.")] = ""
    credit: Annotated[str, Meta(description="The credit line where it is more than a name.")] = ""
    photographer: Annotated[str, Meta(description="Who took the picture.")] = ""
    agency: Annotated[str, Meta(description="The agency that distributed it.")] = ""
    via: Annotated[str, Meta(description="A second agency through which it came.")] = ""
    file: Annotated[bool, Meta(description="Whether it is a file photo, older than the story.")] = False
    date: Annotated[str, Meta(description="When it was taken (EDTF).")] = ""
    rights: Annotated[RightsKeys | None, Meta(description="Rights in the picture, if not those in the article.")] = None


class PrintedKeys(Strict, frozen=True, kw_only=True):
    """Where it stood on paper."""

    edition: Annotated[str, Meta(description="The edition, such as `late`.")] = ""
    volume: Annotated[str, Meta(description="The volume.")] = ""
    issue: Annotated[str, Meta(description="The issue.")] = ""
    page: Annotated[str, Meta(description="The page.")] = ""
    column: Annotated[str, Meta(description="The column.")] = ""


class CorrectionKeys(Strict, frozen=True, kw_only=True):
    """A correction."""

    date: Annotated[str, Meta(description="The day of the correction, ISO 8601.")]
    note: Annotated[str, Meta(description="What was wrong and what is right.")]


class OriginKeys(Strict, frozen=True, kw_only=True):
    """From which bytes of which file an article came."""

    seed: Annotated[str, Meta(description="The source file, relative to the site.")] = ""
    sha256: Annotated[str, Meta(description="The SHA-256 of the source file.")] = ""
    start: Annotated[int, Meta(description="The first byte of the article in it.")] = 0
    end: Annotated[int, Meta(description="The byte after its last.")] = 0
    importer: Annotated[str, Meta(description="The importer and its version.")] = ""


class ProvenanceKeys(OriginKeys, frozen=True, kw_only=True):
    """Where an article came from and what was left out of it; written by import, and by review where two are merged."""

    imported: Annotated[str, Meta(description="The day of the import, ISO 8601.")] = ""
    digest: Annotated[str, Meta(description="The digest of this file as import wrote it; tells an edit.")] = ""
    dropped: Annotated[dict[str, int], Meta(description="How many pieces were left out, by rule.")] = {}
    also: Annotated[tuple[OriginKeys, ...], Meta(description="Where else the same article was found.")] = ()


class ArticleKeys(Strict, frozen=True, kw_only=True):
    """The front matter of an article."""

    id: Annotated[str, Meta(description="The article's lasting name; without it, one is made from the path.")] = ""
    title: Annotated[str, Meta(description="The headline as printed.", pattern=WORDS)] = ""
    kicker: Annotated[str, Meta(description="The short line above the headline.")] = ""
    deck: Annotated[str, Meta(description="The lines below the headline.")] = ""
    summary: Annotated[str, Meta(description="One or two sentences for lists and search.")] = ""
    series: Annotated[str, Meta(description="The series it belongs to.")] = ""
    date: Annotated[str, Meta(description="When it was published (EDTF); none means undated.")] = ""
    date_basis: Annotated[
        Basis | None, Meta(description="How the date is known: stated, derived, inferred or curator.")
    ] = None
    date_evidence: Annotated[tuple[str, ...], Meta(description="The words from which the date was read.")] = ()
    updated: Annotated[str, Meta(description="The day of the last true change, ISO 8601.")] = ""
    added: Annotated[str, Meta(description="The day it entered the archive, ISO 8601.")] = ""
    reviewed: Annotated[str, Meta(description="The day a curator settled what was uncertain, ISO 8601.")] = ""
    lang: Annotated[str, Meta(description="Its language (BCP 47); without it, the site's.", pattern=LANGUAGE)] = ""
    source: Annotated[str, Meta(description="The publication: an id of `sources.yaml`, or a name.")] = ""
    agency: Annotated[str, Meta(description="The agency whose text it is.")] = ""
    byline: Annotated[tuple[str, ...], Meta(description="Who wrote it.")] = ()
    dateline: Annotated[str, Meta(description="The place from which it was reported.")] = ""
    printed: Annotated[PrintedKeys | None, Meta(description="Where it stood on paper.")] = None
    images: Annotated[tuple[PictureKeys, ...], Meta(description="Pictures and captions.")] = ()
    canonical_url: Annotated[str, Meta(description="Where it was first published on the web.", pattern=WEB)] = ""
    aliases: Annotated[tuple[str, ...], Meta(description="Earlier addresses, which lead here.")] = ()
    rights: Annotated[
        RightsKeys | None, Meta(description="What may be shown; without it, the source's, then the site's.")
    ] = None
    status: Annotated[Status, Meta(description="review, published, withheld or withdrawn.")] = "published"
    embargo: Annotated[str, Meta(description="Not shown before this moment, ISO 8601 with zone.")] = ""
    collections: Annotated[tuple[str, ...], Meta(description="The collections it belongs to.")] = ()
    translation_of: Annotated[str, Meta(description="The id of the article it translates.")] = ""
    same_story: Annotated[str, Meta(description="The id of the lead article that tells the same story.")] = ""
    versions: Annotated[tuple[str, ...], Meta(description="Ids of earlier versions.")] = ()
    corrections: Annotated[tuple[CorrectionKeys, ...], Meta(description="Corrections, shown above the text.")] = ()
    editor_note: Annotated[str, Meta(description="A note of the curator's, shown to readers.")] = ""
    extra: Annotated[dict[str, str], Meta(description="Further values for a theme of one's own.")] = {}
    provenance: Annotated[ProvenanceKeys | None, Meta(description="Written by import.")] = None


class SectionKeys(Strict, frozen=True, kw_only=True):
    """The front matter of a section's `_index.md`."""

    title: Annotated[str, Meta(description="The section's name.")] = ""
    titles: Annotated[dict[str, str], Meta(description="Its name in other languages.")] = {}
    description: Annotated[str, Meta(description="One sentence about it.")] = ""


class PageKeys(Strict, frozen=True, kw_only=True):
    """The front matter of a plain page, `content/<name>.md`."""

    title: Annotated[str, Meta(description="The page's title.", pattern=WORDS)]
    description: Annotated[str, Meta(description="One sentence about it.")] = ""
    lang: Annotated[str, Meta(description="Its language; without it, the site's.", pattern=LANGUAGE)] = ""


class CollectionEntryKeys(Strict, frozen=True, kw_only=True):
    """A place in a collection's curated order."""

    id: Annotated[str, Meta(description="The article's id.")]
    note: Annotated[str, Meta(description="What the curator says of it.")] = ""


class CollectionKeys(Strict, frozen=True, kw_only=True):
    """The front matter of a collection, `content/collections/<slug>.md`."""

    title: Annotated[str, Meta(description="The collection's title.", pattern=WORDS)]
    titles: Annotated[dict[str, str], Meta(description="Its title in other languages.")] = {}
    description: Annotated[str, Meta(description="One or two sentences about it.")] = ""
    lang: Annotated[str, Meta(description="The essay's language; without it, the site's.", pattern=LANGUAGE)] = ""
    image: Annotated[PictureKeys | None, Meta(description="The picture that stands for it.")] = None
    items: Annotated[
        tuple[CollectionEntryKeys, ...], Meta(description="Articles in the curator's order; others follow by date.")
    ] = ()


class AuthorityKeys(Strict, frozen=True, kw_only=True):
    """A name of `content/authority/<taxonomy>.yaml`, under its id."""

    name: Annotated[str, Meta(description="The preferred form.")] = ""
    names: Annotated[dict[str, str], Meta(description="The preferred form by language.")] = {}
    aliases: Annotated[tuple[str, ...], Meta(description="Other forms that mean the same.")] = ()
    description: Annotated[str, Meta(description="One sentence about it.")] = ""
    dates: Annotated[str, Meta(description="Years of life or existence, in words.")] = ""
    broader: Annotated[str, Meta(description="The id of the wider name it belongs to.")] = ""
    same_as: Annotated[
        tuple[WebAddress, ...], Meta(description="Addresses of the same thing elsewhere (Wikidata, VIAF, …).")
    ] = ()


class SourceKeys(Strict, frozen=True, kw_only=True):
    """A publication of `content/sources.yaml`, under its id."""

    name: Annotated[str, Meta(description="The publication's name.")] = ""
    names: Annotated[dict[str, str], Meta(description="Its name by language.")] = {}
    lang: Annotated[str, Meta(description="Its language.", pattern=LANGUAGE)] = ""
    place: Annotated[str, Meta(description="Where it appears.")] = ""
    publisher: Annotated[str, Meta(description="Who publishes it.")] = ""
    founded: Annotated[str, Meta(description="Since when.")] = ""
    description: Annotated[str, Meta(description="One sentence about it.")] = ""
    rights: Annotated[RightsKeys | None, Meta(description="What may be shown of its articles.")] = None


class TakedownKeys(Strict, frozen=True, kw_only=True):
    """A withdrawn article in `content/takedowns.yaml`."""

    id: Annotated[str, Meta(description="The article's id.", min_length=1)]
    date: Annotated[str, Meta(description="The day it was withdrawn, ISO 8601.")] = ""
    reason: Annotated[str, Meta(description="Why; never published.")] = ""
    public_note: Annotated[str, Meta(description="What readers are told.")] = ""
    by: Annotated[str, Meta(description="Who decided; never published.")] = ""


# --- reading --------------------------------------------------------------------------------------

_WORDS = {
    "str": "text",
    "array": "a list",
    "object": "keys and values",
    "bool": "true or false",
    "int": "a whole number",
}
# more names than these are no help in a sentence
_FEW = 12
_AT = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")
_ENUM = re.compile(r"Invalid enum value '(?P<value>.*)'", re.DOTALL)
_KIND = re.compile(r"Expected `(?P<want>\w+)(?: \| null)?`, got `(?P<got>\w+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>.*)`", re.DOTALL)
_REGEX = re.compile(r"Expected `str` matching regex (?P<pattern>.*)", re.DOTALL)
_LEAST = re.compile(r"Expected `int` >= (?P<least>\d+)")
_MISSING = re.compile(r"Object missing required field `(?P<key>.*)`")


def read(
    model: type[Model],
    document: Document,
    values: Mapping[str, Any] | None = None,
    at: str = "",
    also: Iterable[str] = (),
) -> Model:
    """Make a typed value of a document's plain ones (or of `values`, which stand in it `at` a path).

    `also` are keys that the file may have beside the model's, for "did you mean". Raises BuildError with every
    problem found, each at its line.
    """
    plain = dict(document.values if values is None else values)
    for key in _tuples_of_text(model):
        if isinstance(plain.get(key), str):
            plain[key] = [plain[key]]
    try:
        return msgspec.convert(plain, model, strict=False)
    except msgspec.ValidationError:
        raise BuildError(list(_all_problems(model, document, plain, at, also))) from None


@cache
def _hints(model: type[Struct]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


@cache
def _tuples_of_text(model: type[Struct]) -> tuple[str, ...]:
    # without `include_extras` a web address is text too
    return tuple(name for name, hint in get_type_hints(model).items() if hint == tuple[str, ...])


def _all_problems(
    model: type[Struct], document: Document, plain: dict[str, Any], at: str, also: Iterable[str]
) -> Iterable[Problem]:
    """Yield a problem for each key that is wrong, not just for the first."""
    hints = _hints(model)
    prefix = f"{at}." if at else ""
    for key, value in plain.items():
        if key not in hints:
            yield _unknown(key, prefix + key, [*hints, *also], document)
            continue
        try:
            msgspec.convert(value, hints[key], strict=False)
        except msgspec.ValidationError as error:
            yield _translate(str(error), prefix + key, hints[key], document)
    for field in msgspec.structs.fields(model):
        if field.required and field.name not in plain:
            yield problem("key-missing", f'"{field.name}" is missing.', document.place(at), f"Add `{field.name}: …`.")


def _unknown(key: str, path: str, known: Iterable[str], document: Document) -> Problem:
    names = sorted(known)
    listed = f"Known are {', '.join(names)}." if len(names) <= _FEW else "docs/formats.md lists the keys."
    hint = did_you_mean(key, names) or listed
    what = "a front-matter key" if document.body_line else "a key of this file"
    return problem("key-unknown", f'"{key}" is not {what}.', document.place(path), hint)


def _translate(message: str, path: str, hint: Any, document: Document) -> Problem:  # noqa: ANN401 - a type of any kind
    """Say in our words, with the line, what msgspec found wrong with one value."""
    found = _AT.search(message)
    if found:
        path += found["path"] if found["path"].startswith("[") else f".{found['path']}" * bool(found["path"])
        message = message[: found.start()]
    if match := _UNKNOWN.match(message):
        return _unknown(match["key"], f"{path}.{match['key']}", _nested_keys(hint), document)
    if match := _MISSING.match(message):
        return problem(
            "key-missing", f'"{match["key"]}" is missing.', document.place(path), f"Add `{match['key']}: …`."
        )
    if match := _ENUM.match(message):
        allowed = _choices(hint, path.rpartition(".")[2])
        way_out = did_you_mean(match["value"], allowed) or f"Allowed are {', '.join(allowed)}."
        return problem("value-wrong", f'"{path}" cannot be "{match["value"]}".', document.place(path), way_out)
    if match := _KIND.match(message):
        want, got = (_WORDS.get(match[name], match[name]) for name in ("want", "got"))
        return problem("value-wrong", f'"{path}" wants {want}, not {got}.', document.place(path))
    said, way_out = _bound(message)
    return problem("value-wrong", f'"{path}" {said}.', document.place(path), way_out)


def _bound(message: str) -> tuple[str, str]:
    """Say which bound of its type a value breaks, and the way out."""
    if match := _REGEX.match(message):
        return next(
            (words for pattern, words in _PATTERNS.items() if repr(pattern) == match["pattern"]), ("cannot be read", "")
        )
    if match := _LEAST.match(message):
        return f"must be {match['least']} or more", ""
    if message.startswith("Expected `str` of length >= "):
        return "is too short", "Write a value, or take the key out."
    return f"cannot be read: {message}", ""


def _models(hint: Any) -> Iterable[type[Struct]]:  # noqa: ANN401
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for part in get_args(hint):
        yield from _models(part)


def _nested_keys(hint: Any) -> set[str]:  # noqa: ANN401
    return {name for model in _models(hint) for name in _hints(model)}


def _choices(hint: Any, key: str) -> tuple[str, ...]:  # noqa: ANN401
    """Return the allowed values of a key: the type's own, or those of that key in a mapping within it."""
    if get_origin(hint) is Literal:
        return tuple(str(value) for value in get_args(hint))
    for part in get_args(hint):
        if get_origin(hint) is not Annotated or part is get_args(hint)[0]:
            found = _choices(part, key)
            if found:
                return found
    for model in _models(hint):
        if key in _hints(model):
            return _choices(_hints(model)[key], key)
    return ()
