"""`site.yaml`: what a site says of itself, read once, with flag > environment > host > file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Meta
from msgspec.structs import asdict

from sitegen import files, formats, urls
from sitegen.formats import LANGUAGE, Strict
from sitegen.frontmatter import Document, read_yaml
from sitegen.model import Link, Place, Problem, Publish
from sitegen.problems import BuildError, UsageError, problem

FILE_NAME = "site.yaml"
Language = Annotated[str, Meta(min_length=2, pattern=LANGUAGE)]
TAXONOMIES = ("topics", "people", "places", "organisations")


class RightsConfig(Strict, frozen=True, kw_only=True):
    """What may be shown of articles that say nothing of it themselves."""

    default: Annotated[Publish, Meta(description="full, excerpt, metadata or withheld.")] = "full"
    holder: Annotated[str, Meta(description="Who holds the rights where nobody else is named.")] = ""
    terms: Annotated[str, Meta(description="The terms in words or as a link.")] = ""


class SearchConfig(Strict, frozen=True, kw_only=True):
    """How the search index is cut and made."""

    shard_size: Annotated[int, Meta(description="The most articles in one shard of the index.", ge=1)] = 1000
    memory: Annotated[int, Meta(description="Megabytes that indexing may take in all.", ge=64)] = 1500


class Limits(Strict, frozen=True, kw_only=True):
    """Sizes from which a list is cut, and sizes that are refused."""

    list_newest: Annotated[int, Meta(description="Articles on the root of a list that has years.", ge=1)] = 50
    list_by_year: Annotated[int, Meta(description="A list longer than this has a page a year.", ge=1)] = 100
    list_by_month: Annotated[int, Meta(description="A year longer than this has a page a month.", ge=1)] = 500
    feed: Annotated[int, Meta(description="Articles in a feed.", ge=1)] = 50
    related: Annotated[int, Meta(description="Related articles shown with one.", ge=0)] = 4
    seed_bytes: Annotated[int, Meta(description="The largest file that import reads.", ge=1)] = 50_000_000
    seed_memory: Annotated[int, Meta(description="Bytes that reading one of them may take.", ge=1)] = 1_500_000_000
    article_bytes: Annotated[int, Meta(description="The largest content file that is read.", ge=1)] = 2_000_000
    image_pixels: Annotated[int, Meta(description="The most pixels of a picture that is shown.", ge=1)] = 40_000_000


class IntakeConfig(Strict, frozen=True, kw_only=True):
    """What import decides by itself."""

    assert_names: Annotated[
        int, Meta(description="How often a text must name somebody for the name to be asserted; 0: never.", ge=0)
    ] = 2
    merge: Annotated[bool, Meta(description="Whether an article that came in twice becomes one.")] = True


class FeedsConfig(Strict, frozen=True, kw_only=True):
    """Which feeds there are."""

    site: Annotated[bool, Meta(description="A feed of the whole archive.")] = True


class NavLink(Strict, frozen=True, kw_only=True):
    """A link of the navigation."""

    title: Annotated[str, Meta(description="The words.", min_length=1)]
    url: Annotated[str, Meta(description="An address of the site, or a full one.", min_length=1)]


class SiteKeys(Strict, frozen=True, kw_only=True):
    """The keys of `site.yaml`."""

    title: Annotated[str, Meta(description="The archive's name.")] = "News archive"
    titles: Annotated[dict[str, str], Meta(description="Its name in further languages.")] = {}
    description: Annotated[str, Meta(description="One or two sentences about it.")] = ""
    descriptions: Annotated[dict[str, str], Meta(description="The same in further languages.")] = {}
    base_url: Annotated[str, Meta(description="The full address under which it will be served.")] = ""
    language: Annotated[Language, Meta(description="The language of lists and interface (BCP 47).")] = "en"
    languages: Annotated[
        tuple[Language, ...], Meta(description="Languages that have a home and lists of their own.")
    ] = ()
    theme: Annotated[str, Meta(description="A folder of `themes/`, or `standard`.", min_length=1)] = "standard"
    options: Annotated[dict[str, str], Meta(description="The theme's options.")] = {}
    timezone: Annotated[str, Meta(description="The zone in which a day begins and ends (IANA name).")] = "UTC"
    sections: Annotated[
        tuple[str, ...], Meta(description="The sections in the order of the navigation; without it, all there are.")
    ] = ()
    taxonomies: Annotated[tuple[str, ...], Meta(description="The ways of naming articles.")] = TAXONOMIES
    rights: Annotated[RightsConfig, Meta(description="What may be shown where an article does not say.")] = (
        RightsConfig()
    )
    feeds: Annotated[FeedsConfig, Meta(description="Which feeds there are.")] = FeedsConfig()
    search: Annotated[SearchConfig, Meta(description="How the search index is cut and made.")] = SearchConfig()
    slugs: Annotated[Literal["unicode", "ascii"], Meta(description="Whether new addresses keep other scripts.")] = (
        "unicode"
    )
    nav: Annotated[tuple[NavLink, ...], Meta(description="The navigation, if not the theme's own.")] = ()
    intake: Annotated[IntakeConfig, Meta(description="What import decides by itself.")] = IntakeConfig()
    limits: Annotated[Limits, Meta(description="Sizes from which lists are cut and files refused.")] = Limits()
    extra: Annotated[dict[str, str], Meta(description="Further values for a theme of one's own.")] = {}


@dataclass(frozen=True, slots=True)
class Config:
    """What a site says of itself. `base_url` ends without a slash; `languages` begins with `language`."""

    title: str = "News archive"
    description: str = ""
    base_url: str = ""
    language: str = "en"
    languages: tuple[str, ...] = ("en",)
    titles: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    theme: str = "standard"
    options: Mapping[str, str] = field(default_factory=dict)
    timezone: str = "UTC"
    sections: tuple[str, ...] = ()
    taxonomies: tuple[str, ...] = TAXONOMIES
    rights: RightsConfig = RightsConfig()
    feeds: FeedsConfig = FeedsConfig()
    search: SearchConfig = SearchConfig()
    slugs: Literal["unicode", "ascii"] = "unicode"
    nav: tuple[Link, ...] = ()
    intake: IntakeConfig = IntakeConfig()
    limits: Limits = Limits()
    extra: Mapping[str, str] = field(default_factory=dict)


def load(
    root: Path, environment: Mapping[str, str] | None = None, base_url: str = ""
) -> tuple[Config, tuple[Problem, ...]]:
    """Read a site's `site.yaml`, or its defaults where there is none, and settle the base URL.

    Precedence of the base URL: `base_url` (the flag), SITEGEN_BASE_URL, what the host tells, the file. Raises
    UsageError with the place of every mistake.
    """
    path = root / FILE_NAME
    problems: tuple[Problem, ...] = ()
    if path.exists():
        config = _from_file(files.read_bytes(path))
    else:
        config = Config()
        said = (
            f'There is no {FILE_NAME}; these defaults hold: title "{config.title}", language {config.language}, '
            f"theme {config.theme}, names by {', '.join(config.taxonomies)}, rights {config.rights.default}."
        )
        problems = (
            problem("site-file-missing", said, Place(FILE_NAME), "`sitegen init` writes one that you can keep."),
        )
    address = base_url or _from_host(environment or {}) or config.base_url
    return replace(config, base_url=_checked(address)), problems


def _from_file(data: bytes) -> Config:
    try:
        values, lines = read_yaml(files.text_of(data, FILE_NAME), FILE_NAME)
        document = Document(FILE_NAME, values, lines)
        keys = formats.read(SiteKeys, document)
        _refuse_names(keys, document)
        _refuse_zone(keys.timezone, document)
    except BuildError as error:
        raise UsageError(error.problems) from error
    languages = tuple(dict.fromkeys((keys.language, *keys.languages)))
    nav = tuple(Link(link.url, link.title) for link in keys.nav)
    return Config(**asdict(keys) | {"languages": languages, "nav": nav})


def _refuse_names(keys: SiteKeys, document: Document) -> None:
    """Raise BuildError for each section or taxonomy whose name cannot be part of an address."""
    named = {f"{key}[{n}]": name for key in ("sections", "taxonomies") for n, name in enumerate(getattr(keys, key))}
    hint = "Use letters, digits and hyphens."
    wrong = [
        problem("address-invalid", f'"{name}" cannot be part of an address.', document.place(at), hint)
        for at, name in named.items()
        if not urls.is_part(name)
    ]
    if wrong:
        raise BuildError(wrong)


def zone(name: str) -> tzinfo:
    """Return the zone of an IANA name; UTC needs no table of zones, which small machines lack. Raises as ZoneInfo."""
    return UTC if name == "UTC" else ZoneInfo(name)


def _refuse_zone(name: str, document: Document) -> None:
    try:
        zone(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        hint = "Write a name such as Europe/Lisbon or UTC."
        said = f'"{name}" is not a time zone that this machine knows.'
        raise BuildError([problem("value-wrong", said, document.place("timezone"), hint)]) from error


def _from_host(environment: Mapping[str, str]) -> str:
    """Return the base URL that the environment states: our own variable first, then what Netlify tells of a deploy."""
    if stated := environment.get("SITEGEN_BASE_URL"):
        return stated
    if environment.get("NETLIFY") == "true":
        production = environment.get("CONTEXT") == "production"
        return environment.get("URL" if production else "DEPLOY_PRIME_URL", "")
    return ""


def _checked(address: str) -> str:
    if not address:
        return ""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
        hint = "Write it in full, such as https://example.org/archive."
        raise UsageError([problem("base-url-wrong", f'"{address}" is not a base URL.', Place(FILE_NAME), hint)])
    return address.rstrip("/")
