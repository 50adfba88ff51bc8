"""The environment in which templates run: strict, closed, and with pure filters only."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from sitegen import charts, locales, urls
from sitegen.model import Bar, Edtf
from sitegen.render.jsonld import jsonld


def environment(folders: tuple[str, ...], names: tuple[str, ...], base_path: str) -> Environment:
    """Return the environment of a theme chain. `standard/list.html` means that theme's, `list.html` the first one found.

    Templates have no globals: a page's context and these filters are all there is.
    """
    made = Environment(
        loader=FunctionLoader(lambda name: _load(name, folders, names)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.clear()
    made.filters.update(FILTERS)
    made.filters["href"] = lambda url: urls.href(url, base_path)
    return made


def _load(name: str, folders: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, str, Callable[[], bool]] | None:
    theme, _, rest = name.partition("/")
    if rest and theme in names:
        folders, name = (folders[names.index(theme)],), rest
    for folder in folders:
        path = Path(folder) / name
        if path.is_file():
            # the name under which errors speak of it: not the path of this machine
            return path.read_text("utf-8"), f"{names[folders.index(folder)] if len(folders) > 1 else theme}/{name}", lambda: True
    return None


def _date_words(value: Edtf | None, lang: str, *, short: bool = False) -> str:
    return locales.date_words(value, lang, short=short)


def _date_attr(value: Edtf | None) -> str:
    """Return what stands in <time datetime>: a day, month or year that is known; "" for anything else."""
    return value.text.rstrip("~?%") if value and value.precision in {"day", "month", "year"} else ""


def _day_words(iso: str, lang: str, *, short: bool = False) -> str:
    return locales.day_words(iso, lang, short=short) if iso else ""


def _plural(count: int, words: Mapping[str, str], key: str, lang: str) -> str:
    forms = {name.removeprefix(f"{key}."): text for name, text in words.items() if name.startswith(f"{key}.")}
    return locales.plural(count, forms, lang)


def _fill(words: str, **values: object) -> str:
    for name, value in values.items():
        words = words.replace(f"{{{name}}}", str(value))
    return words


def _coverage(bars: tuple[Bar, ...], base: str, *, rtl: bool = False) -> Markup:
    return Markup(charts.coverage(bars, base, rtl=rtl))  # noqa: S704 - drawn by us, every word in it escaped


def _json_attr(value: object) -> Markup:
    return escape(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _list_words(parts: Iterable[str], lang: str) -> str:
    return locales.join(tuple(parts), lang)


FILTERS: dict[str, Callable[..., Any]] = {
    "absolute": urls.absolute,
    "coverage": _coverage,
    "date_attr": _date_attr,
    "date_words": _date_words,
    "day_words": _day_words,
    "direction": locales.direction,
    "fill": _fill,
    "json_attr": _json_attr,
    "jsonld": jsonld,
    "language_name": locales.language_name,
    "list_words": _list_words,
    "number": locales.number,
    "plural": _plural,
    "short_hash": lambda text: text[:12],
}
