"""Archive -> Site: what may be seen. What does not pass here is in no output."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from posixpath import dirname, normpath

from sitegen import dates, urls
from sitegen.config import RightsConfig
from sitegen.model import (
    Archive,
    Article,
    Collection,
    Picture,
    Place,
    Problem,
    Publish,
    Rights,
    Site,
    Source,
    Takedown,
    Tombstone,
)
from sitegen.problems import BuildError, did_you_mean, problem

# from the freest to the strictest
_ORDER: tuple[Publish, ...] = ("full", "excerpt", "metadata", "withheld")


def judge(
    archive: Archive, defaults: RightsConfig, clock: dt.datetime, *, drafts: bool = False
) -> tuple[Site, tuple[Problem, ...]]:
    """Return what may be seen at a moment (with zone); with `drafts`, also what waits for review.

    Raises BuildError for a takedown that names nothing: a typing error in it must not keep an article online.
    """
    _refuse_unknown(archive)
    down = {one.id: one for one in archive.takedowns}
    sources = _by_name(archive.sources)
    passed = [
        _restricted(one, _rights(one, sources, defaults))
        for one in archive.articles
        if one.card.id not in down and _is_out(one, clock, drafts=drafts)
    ]
    articles = tuple(
        dates.in_order(
            (one for one in passed if one.card.publish != "withheld"), lambda one: (one.card.date, one.card.id)
        )
    )
    site = Site(
        articles=articles,
        sections=archive.sections,
        taxonomies=archive.taxonomies,
        collections=tuple(map(_with_cover, archive.collections)),
        pages=archive.pages,
        sources=archive.sources,
        tombstones=tuple(_tombstones(archive, down)),
        files=(),
        redirects=(),
    )
    site = replace(site, redirects=tuple(_redirects(archive, site)))
    return _with_files(archive, site), tuple(_findings(archive))


def window(archive: Archive, clock: dt.datetime) -> tuple[str, str]:
    """Return from when until when (ISO moments, "" for ever) the embargoes judge as they do at `clock`."""
    moments = sorted(dt.datetime.fromisoformat(one.embargo) for one in archive.articles if one.embargo)
    past = [one for one in moments if one <= clock]
    future = [one for one in moments if one > clock]
    return past[-1].isoformat() if past else "", future[0].isoformat() if future else ""


def is_within(clock: dt.datetime, span: tuple[str, str]) -> bool:
    """Whether a moment lies in a window."""
    since, until = (dt.datetime.fromisoformat(one) if one else None for one in span)
    return (since is None or since <= clock) and (until is None or clock < until)


def _refuse_unknown(archive: Archive) -> None:
    known = {one.card.id for one in archive.articles} | archive.addresses.keys()
    problems = [
        problem(
            "takedown-unknown",
            f'No article has the id "{one.id}".',
            one.place,
            did_you_mean(one.id, known) or "Look the id up in the article's front matter.",
        )
        for one in archive.takedowns
        if one.id not in known
    ]
    if problems:
        raise BuildError(problems)


def _is_out(article: Article, clock: dt.datetime, *, drafts: bool) -> bool:
    """Whether status and embargo let an article be seen at all."""
    if article.embargo and dt.datetime.fromisoformat(article.embargo) > clock:
        return False
    return article.status == "published" or (drafts and article.status == "review")


def _rights(article: Article, sources: Mapping[str, Source], defaults: RightsConfig) -> Rights:
    """Return the strictest of what the article and its source say; the site's default where neither speaks."""
    stated = _stated(article, sources)
    strictest = max((one.publish for one in stated if one.publish), key=_ORDER.index, default=defaults.default)
    holder = next((one.holder for one in stated if one.holder), defaults.holder)
    terms = next((one.terms for one in stated if one.terms), defaults.terms)
    return Rights(holder, terms, strictest)


def _stated(article: Article, sources: Mapping[str, Source]) -> list[Rights]:
    source = sources.get(article.source.casefold())
    return [one for one in (article.rights, source.rights if source else None) if one]


def _by_name(sources: Iterable[Source]) -> dict[str, Source]:
    """Return the publications by each way of naming them: whoever writes a name instead of the id evades no rights."""
    known = tuple(sources)
    named = {name.casefold(): one for one in known for name in (one.name, *one.names.values())}
    return named | {one.id.casefold(): one for one in known}


def _restricted(article: Article, rights: Rights) -> Article:
    """Return an article without what its rights withhold: words of the text, and pictures with their captions.

    An excerpt is the summary, else the first paragraph; metadata derives none.
    """
    publish = rights.publish or "withheld"
    card = article.card if article.card.publish == publish else replace(article.card, publish=publish)
    if publish == "full":
        images = tuple(_pictures(article.images))
        stands = card is article.card and rights == article.rights and images == article.images
        return article if stands else replace(article, card=card, rights=rights, images=images)
    opening = article.opening if rights.publish == "excerpt" and not card.summary else ""
    return replace(
        article, card=card, rights=rights, opening=opening, links=(), remote=(), images=(), date_evidence=(), extra={}
    )


def _pictures(images: Iterable[Picture]) -> Iterator[Picture]:
    """Yield pictures as far as their own rights go: where these allow no picture, caption and credit may stay."""
    for one in images:
        publish = (one.rights and one.rights.publish) or "full"
        if publish == "full":
            yield one
        elif publish != "withheld":
            yield replace(one, src="", alt="")


def _with_cover(one: Collection) -> Collection:
    """Return a collection with its picture as far as the picture's own rights go."""
    return replace(one, image=next(_pictures([one.image]), None)) if one.image else one


def _tombstones(archive: Archive, down: dict[str, Takedown]) -> Iterator[Tombstone]:
    """Yield what stands at each address of a withdrawn article; the address outlives the file."""
    present = {one.card.id: one for one in archive.articles}
    for identifier, takedown in sorted(down.items()):
        one = present.get(identifier)
        own = (one.card.url, *one.aliases) if one else ()
        lang = one.card.lang if one else ""
        addresses = sorted({*archive.addresses.get(identifier, ()), *own})
        yield from (Tombstone(url, lang, takedown.date, takedown.public_note) for url in addresses)
    for one in archive.articles:
        if one.status == "withdrawn" and one.card.id not in down:
            addresses = sorted({one.card.url, *one.aliases, *archive.addresses.get(one.card.id, ())})
            yield from (Tombstone(url, one.card.lang, one.updated, "") for url in addresses)


def _redirects(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    """Yield (old address, id) for the aliases of what may be seen, and for the addresses that the ledger remembers.

    A remembered address gives way to whatever stands there now. Raises BuildError for an alias that would have to.
    """
    taken = dict(_taken(site))
    problems = []
    for one in site.articles:
        former = sorted({*one.aliases, *archive.addresses.get(one.card.id, ())})
        places = {urls.place(url): url for url in former}  # /x and /x/ are one file
        places.pop(urls.place(one.card.url), None)
        for place, url in places.items():
            other = taken.setdefault(place, one.body.path)
            if other == one.body.path:
                yield url, one.card.id
            elif url in one.aliases:
                said = f"The alias {url} is already the address of {other}."
                hint = "Take the alias out, or rename the other."
                problems.append(problem("address-collision", said, Place(one.body.path), hint))
    if problems:
        raise BuildError(problems)


def _taken(site: Site) -> Iterator[tuple[str, str]]:
    """Yield each address at which something is seen, folded, and what that is."""
    yield from ((urls.place(one.url), "a withdrawn article") for one in site.tombstones)
    yield from ((urls.place(f"/{one.id}/"), f"the section {one.id}") for one in site.sections)
    yield from ((urls.place(f"/{one.id}/"), one.body.path) for one in site.pages)
    yield from ((urls.place(f"/collections/{one.id}/"), one.body.path) for one in site.collections)
    yield from ((urls.place(one.card.url), one.body.path) for one in site.articles)


def _with_files(archive: Archive, site: Site) -> Site:
    """Return the site with the files of `static/`, and of the pictures only those that something visible shows."""
    media = {one.path: one for one in archive.files if one.path.startswith("content/")}
    framed = set(_framed(site))
    linked = {found for path, links in _links(site) for name in links for found in places(name, path)}
    return replace(
        site,
        files=tuple(one for one in archive.files if one.path not in media or one.path in linked),
        pictures=tuple(one for path, one in media.items() if path in framed),
    )


def _framed(site: Site) -> Iterator[str]:
    """Yield the paths at which the files of `images` entries may stand."""
    for one in site.articles:
        for picture in one.images:
            yield from places(picture.src, one.body.path)
    for dossier in site.collections:
        if dossier.image:
            yield from places(dossier.image.src, dossier.body.path)


def _links(site: Site) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each text that may be seen, and what it links to."""
    yield from ((one.body.path, one.links) for one in site.articles)
    yield from ((one.body.path, one.links) for one in site.collections)
    yield from ((one.body.path, one.links) for one in site.pages)
    yield from ((one.body.path, one.links) for one in site.sections if one.body)


def places(src: str, path: str) -> tuple[str, ...]:
    """Return where what a content file at `path` names may stand: below `content/media/`, else beside it."""
    if not src:
        return ()
    return normpath(f"content/media/{src.removeprefix('/media/')}"), normpath(f"{dirname(path)}/{src}")


def _findings(archive: Archive) -> Iterator[Problem]:
    sources = _by_name(archive.sources)
    for one in archive.articles:
        if not any(stated.publish for stated in _stated(one, sources)):
            hint = "State `rights:` in the article, or its source in content/sources.yaml."
            said = "Nobody says what may be shown of this article; the site's default holds."
            yield problem("rights-unknown", said, Place(one.body.path), hint)
