"""Theme: the chain of folders read as one, every template with its closure, every asset with its hashed address."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta

from sitegen import digest, files, formats, records
from sitegen.formats import Strict
from sitegen.frontmatter import Document, read_yaml
from sitegen.model import File, Place, Problem, Theme
from sitegen.problems import BuildError, FileError, UsageError, did_you_mean, problem
from sitegen.theme.closures import Templates, closures
from sitegen.theme.kinds import Own, own_keys
from sitegen.theme.values import refused_values

THEMES = "themes"
HERE = Path(__file__).parent
PACKAGED = HERE.parent / THEMES
WIDTHS = (400, 800, 1400)  # of pictures, where no theme of a chain says any


class ThemeKeys(Strict, frozen=True, kw_only=True):
    """The keys of `theme.yaml`."""

    name: Annotated[str, Meta(description="The theme's name, that of its folder.", min_length=1)]
    extends: Annotated[str, Meta(description="The theme whose files it takes where it has none of its own.")] = ""
    description: Annotated[str, Meta(description="One sentence about it.")] = ""
    options: Annotated[
        dict[str, str], Meta(description="What a site may set under `options`, with the value if it does not.")
    ] = {}
    widths: Annotated[
        tuple[Annotated[int, Meta(ge=16, le=8192)], ...],
        Meta(description="The widths in pixels in which pictures are made, instead of those of the theme below."),
    ] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    """One theme of a chain and the folder it stands in."""

    keys: ThemeKeys
    folder: Path
    shown: str


def load(root: Path, name: str, options: Mapping[str, str], cache: Path | None = None) -> Theme:
    """Read a theme and all it extends: the site's `themes/` is looked through first, then the package's.

    In `cache` it is kept that these very templates were found right. Raises UsageError for a theme or option that is
    not there, BuildError for a theme that is wrong; in both all mistakes are named with their place.
    """
    chain = _chain(root, name)
    templates = {one.keys.name: _texts(one) for one in chain}
    shown = {one.keys.name: f"{one.shown}/templates" for one in chain}
    static, words, settings = _static(chain), _words(chain), _options(chain, options)
    return Theme(
        name=name,
        folders=tuple(str(one.folder / "templates") for one in chain),
        shown=tuple(shown.values()),
        names=tuple(one.keys.name for one in chain),
        closures=_judged(templates, shown, own_keys(words, settings, static), cache),
        words=words,
        assets={asset: one.url for asset, one in static.items()},
        files=tuple(static.values()),
        options=settings,
        widths=next((tuple(sorted(one.keys.widths)) for one in chain if one.keys.widths), WIDTHS),
    )


def _judged(templates: Templates, shown: Mapping[str, str], own: Own, cache: Path | None) -> dict[str, str]:
    """Return the closures of templates that ask for nothing that they cannot have; raise all that is wrong with them.

    `own` is what the theme has for them beside a page's values: words, options, assets.
    """
    key = digest.of_value([_judge(), templates, shown, [[one.what, sorted(one.known)] for one in own.values()]])
    kept = cache / "themes" / key if cache else None
    known: dict[str, str] | None = records.read(kept, dict[str, str], key) if kept else None
    if known:
        return known
    found, problems = closures(templates, shown)
    problems += refused_values(templates, shown, own)
    if problems:
        raise BuildError(problems)
    if kept:
        with suppress(FileError):  # a home that is full or cannot be written stops no build
            records.write(kept, found, key)
    return found


def _judge() -> list[str]:
    """Return the digests of the code that judges templates, and of the types it judges by."""
    return [
        digest.of_bytes(path.read_bytes())
        for path in sorted((*HERE.glob("*.py"), *(HERE.parent / "model").glob("*.py")))
    ]


def _chain(root: Path, name: str) -> tuple[_Link, ...]:
    chain: list[_Link] = []
    wanted, asked_by = name, Place("site.yaml")
    while wanted:
        if wanted in [one.keys.name for one in chain]:
            around = " -> ".join([*(one.keys.name for one in chain), wanted])
            raise UsageError(
                [problem("theme-circle", f"The theme extends itself: {around}.", asked_by, "Take one `extends` out.")]
            )
        link = _find(root, wanted, asked_by)
        chain.append(link)
        wanted, asked_by = link.keys.extends, Place(f"{link.shown}/theme.yaml")
    return tuple(chain)


def _find(root: Path, name: str, asked_by: Place) -> _Link:
    for folder, shown in ((root / THEMES / name, f"{THEMES}/{name}"), (PACKAGED / name, f"sitegen:{name}")):
        file = folder / "theme.yaml"
        if file.is_file():
            path = f"{shown}/theme.yaml"
            values, lines = read_yaml(_text(file, path), path)
            keys = formats.read(ThemeKeys, Document(path, values, lines))
            if keys.name != name:
                said = f'The theme in the folder "{name}" calls itself "{keys.name}".'
                raise BuildError(
                    [problem("theme-name", said, Place(path), "Give the folder and `name` the same name.")]
                )
            return _Link(keys, folder, shown)
    known = {one.parent.name for base in (root / THEMES, PACKAGED) for one in base.glob("*/theme.yaml")}
    hint = did_you_mean(name, known) or f"There are {', '.join(sorted(known))}."
    raise UsageError([problem("theme-missing", f'There is no theme "{name}".', asked_by, hint)])


def _texts(link: _Link) -> dict[str, str]:
    folder = link.folder / "templates"
    names, problems = files.walk(folder)
    if problems:
        raise BuildError(problems)
    return {name: _text(folder / name, f"{link.shown}/templates/{name}") for name in names if name.endswith(".html")}


def _text(path: Path, shown: str) -> str:
    return files.text_of(files.read_bytes(path), shown)


def _static(chain: Iterable[_Link]) -> dict[str, File]:
    """Return the theme's static files by name; an address carries its file's digest, and may be kept for ever."""
    found: dict[str, File] = {}
    for link in chain:
        names, problems = files.walk(link.folder / "static")
        if problems:
            raise BuildError(problems)
        for name in names:
            if name not in found:
                path = (link.folder / "static" / name).absolute()  # a path from here is none from the site's folder
                mark = digest.of_bytes(files.read_bytes(path))
                stem, dot, ending = name.rpartition(".")
                found[name] = File(
                    f"/assets/{stem or ending}.{mark[:10]}{dot}{ending if stem else ''}", str(path), mark
                )
    return found


def _words(chain: tuple[_Link, ...]) -> dict[str, dict[str, str]]:
    """Return language -> key -> words; a child's words win, plural forms become `key.one`, `key.other`."""
    words: dict[str, dict[str, str]] = {}
    for link in reversed(chain):
        folder = link.folder / "locales"
        names, problems = files.walk(folder)  # a glob would take a folder that cannot be read for an empty one
        if problems:
            raise BuildError(problems)
        for name in (name for name in names if name.endswith(".yaml") and "/" not in name):
            path = f"{link.shown}/locales/{name}"
            values, _ = read_yaml(_text(folder / name, path), path)
            words.setdefault(name.removesuffix(".yaml"), {}).update(_flat(values))
    english = words.get("en", {})
    return {lang: english | own for lang, own in words.items()}


def _flat(values: Mapping[str, Any]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            flat.update({f"{key}.{form}": str(words) for form, words in value.items()})
        else:
            flat[key] = str(value)
    return flat


def _options(chain: Iterable[_Link], stated: Mapping[str, str]) -> dict[str, str]:
    known: dict[str, str] = {}
    for link in reversed(tuple(chain)):
        known |= link.keys.options
    problems: list[Problem] = [
        problem(
            "option-unknown",
            f'The theme has no option "{key}".',
            Place("site.yaml"),
            did_you_mean(key, known) or f"It has {', '.join(sorted(known))}.",
        )
        for key in stated
        if key not in known
    ]
    if problems:
        raise UsageError(problems)
    return known | dict(stated)
