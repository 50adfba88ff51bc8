"""The environment in which templates run: strict, closed, and with pure filters only."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2 import __version__ as jinja_version
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from sitegen import charts, digest, locales, records, urls
from sitegen.model import Bar, Edtf, Rendition
from sitegen.problems import FileError
from sitegen.render.codes import Codes
from sitegen.render.jsonld import jsonld

# addresses that are kept in mind: each stands on many pages
_ADDRESSES = 1 << 16


class _Environment(Environment):
    """Jinja's environment with a quicker way to the members of mappings."""

    code_generator_class = Codes

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return a member or attribute; of a dict first the member, which is what `site.words.x` wants."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return super().getattr(obj, attribute)


def environment(
    folders: tuple[str, ...], names: tuple[str, ...], base_path: str, cache: Path | None = None
) -> Environment:
    """Return the environment of a theme chain: `standard/list.html` is that theme's, `list.html` the first one found.

    Templates have no globals: a page's context and these filters are all there is. Compiled templates are kept in
    `cache`, as Python keeps its own modules.
    """
    made = _Environment(
        loader=FunctionLoader(lambda name: _load(name, folders, names)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_Compiled(cache, base_path) if cache else None,
    )
    made.globals.clear()
    made.filters.update(FILTERS)
    made.filters["href"] = lru_cache(_ADDRESSES, typed=True)(partial(urls.href, base=base_path))
    made.filters["srcset"] = partial(_srcset, base_path=base_path)
    return made


class _Compiled(BytecodeCache):
    """Compiled templates, kept as records are: a damaged one is made again, and a disk that is full stops no build.

    They are kept apart for each base path, since Jinja works out what is constant.
    """

    def __init__(self, cache: Path, base_path: str) -> None:
        self.folder = cache / "templates" / digest.of_value([base_path, jinja_version, records.code()])

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what was kept, if it is whole."""
        kept: bytes | None = records.read(self.folder / bucket.key, bytes, bucket.checksum)
        if kept:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, if it can be written."""
        with suppress(FileError):
            records.write(self.folder / bucket.key, bucket.bytecode_to_string(), bucket.checksum)


def _load(name: str, folders: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, str, Callable[[], bool]] | None:
    theme, _, rest = name.partition("/")
    pairs = list(zip(names, folders, strict=True))
    if rest and theme in names:
        pairs, name = [pair for pair in pairs if pair[0] == theme], rest
    for owner, folder in pairs:
        path = Path(folder) / name
        if path.is_file():
            # the name under which errors speak of it: not the path of this machine
            return path.read_text("utf-8"), f"{owner}/{name}", lambda: True
    return None


def _srcset(renditions: Iterable[Rendition], base_path: str) -> str:
    return ", ".join(f"{urls.href(one.url, base_path)} {one.width}w" for one in renditions)


def _date_words(value: Edtf | None, lang: str, *, short: bool = False) -> str:
    return locales.date_words(value, lang, short=short)


def _date_attr(value: Edtf | None) -> str:
    """Return what stands in <time datetime>: a day, month or year that is known; "" for anything else."""
    return value.text.rstrip("~?%") if value and value.precision in {"day", "month", "year"} else ""


def _day_words(iso: str, lang: str, *, short: bool = False) -> str:
    return locales.day_words(iso, lang, short=short) if iso else ""


def _plural(count: int, words: Mapping[str, str], key: str, lang: str) -> str:
    return locales.plural(count, _Forms(words, key), lang)


class _Forms(Mapping[str, str]):
    """The plural forms of a key, which stand among the words as `key.one`, `key.other`."""

    def __init__(self, words: Mapping[str, str], key: str) -> None:
        self.words, self.key = words, key

    def __getitem__(self, form: str) -> str:
        return self.words[f"{self.key}.{form}"]

    def __iter__(self) -> Iterator[str]:
        start = f"{self.key}."
        return (name.removeprefix(start) for name in self.words if name.startswith(start))

    def __len__(self) -> int:
        return sum(1 for _ in self)


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
