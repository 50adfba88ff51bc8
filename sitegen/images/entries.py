"""The entries of a site that show a picture: which file each means, and what is wrong with how it says so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sitegen import gate, urls
from sitegen.model import File, Picture, Place, Problem, Site
from sitegen.problems import problem


def named(site: Site) -> Iterator[tuple[Picture, str]]:
    """Yield each picture that has a file, and the path of the content file that shows it."""
    for one in site.articles:
        yield from ((picture, one.body.path) for picture in one.images if picture.src)
    for dossier in site.collections:
        if dossier.image and dossier.image.src:
            yield dossier.image, dossier.body.path


def found(picture: Picture, path: str, known: Mapping[str, File]) -> File | None:
    """Return the file that a picture means: below `content/media/`, else beside the content file at `path`."""
    return next((known[place] for place in gate.places(picture.src, path) if place in known), None)


def mistakes(picture: Picture, path: str, file: File | None) -> Iterator[Problem]:
    """Yield what is wrong with an entry."""
    if urls.is_elsewhere(picture.src):
        yield _remote(picture.src, path, "or leave `src` out: the caption is shown alone")
    elif file is None:
        said = f'The picture "{picture.src}" is not there.'
        hint = "Put it into content/media/, or leave `src` out: the caption is shown alone."
        yield problem("image-missing", said, Place(path), hint)
    if not picture.alt:
        said = f'The picture "{picture.src}" has no `alt`: who cannot see it is told nothing of it.'
        yield problem("image-without-alt", said, Place(path), "Say in a sentence what is to be seen.")


def linked(site: Site) -> Iterator[Problem]:
    """Yield what is wrong with the pictures in texts."""
    for one in site.articles:
        yield from (_remote(source, one.body.path, "or write a link") for source in one.remote)


def _remote(source: str, path: str, otherwise: str) -> Problem:
    said = f'The picture "{source}" is on another server; it is not shown from there.'
    return problem("image-remote", said, Place(path), f"Put a copy into content/media/ if you may, {otherwise}.")


def shown(site: Site, show: Callable[[Picture, str], Picture]) -> Site:
    """Return the site with each picture that has a file as `show` returns it."""

    def each(picture: Picture, path: str) -> Picture:
        return show(picture, path) if picture.src else picture

    articles = tuple(
        replace(one, images=tuple(each(picture, one.body.path) for picture in one.images))
        if any(picture.src for picture in one.images)
        else one
        for one in site.articles
    )
    collections = tuple(
        replace(one, image=each(one.image, one.body.path)) if one.image else one for one in site.collections
    )
    return replace(site, articles=articles, collections=collections)
