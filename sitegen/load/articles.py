"""One content file -> Article: its keys typed, its dates read, its names as written."""

from collections.abc import Iterable, Mapping

from sitegen import dates, digest, formats, markdown, urls
from sitegen.config import Config
from sitegen.formats import ArticleKeys, PictureKeys, RightsKeys
from sitegen.frontmatter import Document
from sitegen.model import Article, Body, Card, Correction, Edtf, Picture, Problem, Provenance, Rights
from sitegen.problems import BuildError, problem


def article(document: Document, config: Config) -> Article:
    """Make an Article of a content file. Raises BuildError with every mistake in it."""
    keys, terms = _typed(document, config)
    url = urls.of_content(document.path.removeprefix("content/"))
    return Article(
        card=_card(keys, url, document.path, config),
        body=Body(document.path, digest.of_bytes(document.body.encode())),
        terms=terms,
        links=markdown.link_targets(document.body),
        remote=markdown.remote_pictures(document.body),
        opening=markdown.first_paragraph(document.body),
        deck=keys.deck,
        series=keys.series,
        source=keys.source,
        agency=keys.agency,
        byline=keys.byline,
        printed=_printed(keys),
        date_basis=keys.date_basis,
        date_evidence=keys.date_evidence,
        updated=keys.updated,
        images=tuple(picture(one) for one in keys.images),
        canonical_url=keys.canonical_url,
        aliases=keys.aliases,
        rights=rights(keys.rights),
        status=keys.status,
        embargo=keys.embargo,
        collections=keys.collections,
        translation_of=keys.translation_of,
        same_story=keys.same_story,
        versions=keys.versions,
        corrections=tuple(Correction(one.date, one.note) for one in keys.corrections),
        editor_note=keys.editor_note,
        extra=keys.extra,
        provenance=_provenance(keys),
    )


def _typed(document: Document, config: Config) -> tuple[ArticleKeys, dict[str, tuple[str, ...]]]:
    """Return an article's keys and, by taxonomy, the names it gives. Raises BuildError with every mistake."""
    values = dict(document.values)
    named = {name: values.pop(name) for name in config.taxonomies if name in values}
    problems = [one for name, value in named.items() for one in _not_names(document, name, value)]
    try:
        keys = formats.read(ArticleKeys, document, values, also=config.taxonomies)
    except BuildError as error:
        raise BuildError([*problems, *error.problems]) from None
    problems += _mistakes(document, keys)
    if problems:
        raise BuildError(problems)
    return keys, {name: tuple(_texts(value)) for name, value in named.items()}


def _card(keys: ArticleKeys, url: str, path: str, config: Config) -> Card:
    return Card(
        id=keys.id or digest.short_id(path),
        url=url,
        title=keys.title,
        lang=keys.lang or config.language,
        section=url.split("/")[1],
        date=edtf(keys.date),
        kicker=keys.kicker,
        summary=keys.summary,
        source=keys.source,
        dateline=keys.dateline,
        added=keys.added,
    )


def _texts(value: object) -> Iterable[str]:
    return (
        [value]
        if isinstance(value, str)
        else [one for one in value if isinstance(one, str)]
        if isinstance(value, list)
        else []
    )


def edtf(text: str) -> Edtf | None:
    """Read a date that `_mistakes` has already looked at."""
    return dates.parse(text) if text else None


def picture(keys: PictureKeys) -> Picture:
    """Make a Picture of its keys; the file itself is looked at later."""
    return Picture(
        src=keys.src,
        alt=keys.alt,
        caption=keys.caption,
        credit=keys.credit,
        photographer=keys.photographer,
        agency=keys.agency,
        via=keys.via,
        file=keys.file,
        date=edtf(keys.date),
        rights=rights(keys.rights),
    )


def rights(keys: RightsKeys | None) -> Rights | None:
    """Make Rights of their keys."""
    return Rights(keys.holder, keys.terms, keys.publish) if keys else None


def _printed(keys: ArticleKeys) -> tuple[tuple[str, str], ...]:
    names = ("edition", "volume", "issue", "page", "column")
    return tuple((name, getattr(keys.printed, name)) for name in names if keys.printed and getattr(keys.printed, name))


def _provenance(keys: ArticleKeys) -> Provenance | None:
    if keys.provenance is None:
        return None
    at = keys.provenance
    dropped = tuple(sorted(at.dropped.items()))
    also = tuple(one.seed for one in at.also if one.seed)
    return Provenance(at.seed, at.sha256, at.start, at.end, at.importer, at.imported, at.digest, dropped, also)


# --- what is wrong --------------------------------------------------------------------------------


def _not_names(document: Document, taxonomy: str, value: object) -> Iterable[Problem]:
    members = value if isinstance(value, list) else [value]
    for number, one in enumerate(members):
        if not isinstance(one, str):
            key = f"{taxonomy}[{number}]" if isinstance(value, list) else taxonomy
            hint = f"Write `{taxonomy}: [one name, another]`."
            yield problem("value-wrong", f'"{key}" wants a name.', document.place(key), hint)


def _mistakes(document: Document, keys: ArticleKeys) -> Iterable[Problem]:
    if not keys.title.strip():
        yield problem("title-missing", "This article has no title.", document.place("title"), "Add `title: …`.")
    yield from _not_edtf(
        document, {"date": keys.date} | {f"images[{n}].date": one.date for n, one in enumerate(keys.images)}
    )
    corrections = {f"corrections[{n}].date": one.date for n, one in enumerate(keys.corrections)}
    days = {"added": keys.added, "updated": keys.updated, "reviewed": keys.reviewed, **corrections}
    for key, text in days.items():
        if text and not dates.iso_day(text):
            said = f'"{text}" is not a day.'
            yield problem("date-invalid", said, document.place(key), "Write it as 2024-01-21.")
    if keys.embargo and dates.moment(keys.embargo) is None:
        said = f'"{keys.embargo}" is not a moment with its zone.'
        yield problem("embargo-invalid", said, document.place("embargo"), "Write it as 2026-12-01T06:00:00Z.")
    for number, alias in enumerate(keys.aliases):
        if not urls.is_local(alias):
            hint = "Write it from the site's root: /old/address/."
            yield problem(
                "alias-invalid",
                f'"{alias}" is not an address of this site.',
                document.place(f"aliases[{number}]"),
                hint,
            )


def _not_edtf(document: Document, found: Mapping[str, str]) -> Iterable[Problem]:
    for key, text in found.items():
        try:
            edtf(text)
        except ValueError as error:
            yield problem("date-invalid", str(error), document.place(key))
