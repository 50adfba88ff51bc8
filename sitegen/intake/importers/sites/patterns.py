"""Patterns of addresses as generators write them, filled with what is known of a page."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from sitegen import urls

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
_SPACES = re.compile(r"\s+")
# what Jekyll's slugs keep, and what Hugo's addresses do
_NO_JEKYLL = re.compile(r"[^\w._~!$&'()+,;=@]+")
_NO_HUGO = re.compile(r"[^\w./#+~@-]+")
_COLON = re.compile(r":(\w+)(\[[\d:last]*\])?")
_BRACE = re.compile(r"\{(\w+)(?::([^{}]*))?\}")
_DIRECTIVES = re.compile(r"%-?[YymdBbj]")
_OUTPUT = re.compile(r"\{\{-?[ ]*([\w.]+)[ ]*((?:\|[ ]*\w+[ ]*(?:[:(][^{}|]*)?)*)-?\}\}")
_FORMAT = re.compile(r"['\"]([^'\"]*)['\"]")


def in_hugos_way(words: str, *, keeps_case: bool = False) -> str:
    """Return words as a part of Hugo's addresses: spaces become hyphens, other signs go."""
    spaced = _SPACES.sub(" ", words.strip())
    plain = _NO_HUGO.sub("", spaced.replace(" ", "-")) if " " not in spaced else _hyphened(spaced)
    return plain if keeps_case else plain.lower()


def _hyphened(words: str) -> str:
    parts = (_NO_HUGO.sub("", part) for part in words.split(" "))
    joined = "-".join(part for part in parts if part)
    return re.sub(r"-{2,}", "-", joined)


def in_jekylls_way(words: str) -> str:
    """Return words as a part of Jekyll's addresses."""
    return _NO_JEKYLL.sub("-", words).strip("-")


def hugo(pattern: str, day: dt.date | None, folders: Sequence[str], name: str, title: str, slug: str) -> str:
    """Return an address by a pattern of Hugo's, such as `/:year/:month/:slug/`; "" where something in it is unknown."""
    titled = in_hugos_way(title).replace("/", "-")
    own = in_hugos_way(slug)
    values = {
        **_by_day(day),
        "section": folders[0] if folders else "",
        "sections": "/".join(folders),
        "title": titled,
        "slug": own or titled,
        "filename": name,
        "contentbasename": name,
        "slugorfilename": own or name,
        "slugorcontentbasename": own or name,
    }
    spoken = _spoken_days(day)
    values |= {"monthname": spoken.get("long_month", ""), "weekdayname": spoken.get("long_day", "")}

    def one(match: re.Match[str]) -> str:
        if match[1] == "sections" and match[2]:
            return "/".join(_sliced(folders, match[2]))
        return values.get(match[1], match[0]) + (match[2] or "")

    return _whole(_COLON.sub(one, pattern))


def _sliced(folders: Sequence[str], words: str) -> Sequence[str]:
    """Return some of the folders, by `[1:]`, `[0]`, `[last]` or `[:2]`."""
    first, colon, end = words.strip("[]").partition(":")
    if not colon:
        at = len(folders) - 1 if first == "last" else int(first) if first.isdigit() else len(folders)
        return folders[at : at + 1] if at >= 0 else ()
    start = int(first) if first.isdigit() else 0
    stop = len(folders) - 1 if end == "last" else int(end) if end.isdigit() else len(folders)
    return folders[start:stop]


def jekyll(pattern: str, day: dt.date | None, known: Mapping[str, str]) -> str:
    """Return an address by a pattern of Jekyll's, such as `/:categories/:year/:title/`; "" where one is unknown."""
    values = {**_by_day(day), **_spoken_days(day), "output_ext": ".html", **known}
    longest = sorted(values, key=len, reverse=True)
    either = re.compile(":(" + "|".join(longest) + ")(?![a-z])") if longest else _COLON
    return _whole(either.sub(lambda match: values[match[1]], pattern))


def braces(pattern: str, day: dt.date | None, known: Mapping[str, str]) -> str:
    """Return an address by a pattern of Pelican's, such as `{date:%Y}/{slug}.html`; "" where one is unknown."""

    def one(match: re.Match[str]) -> str:
        if match[1] == "date":
            return _dated(day, match[2] or "%Y-%m-%d")
        return known.get(match[1]) or ":"

    return _whole(_BRACE.sub(one, pattern))


def outputs(pattern: str, day: dt.date | None, known: Mapping[str, str]) -> str:
    """Return an address by a template of Eleventy's, such as `/{{ title | slugify }}/`; "" where one is unknown."""

    def one(match: re.Match[str]) -> str:
        filters = [word.strip() for word in match[2].split("|") if word.strip()]
        if match[1] in {"page.date", "date"}:
            form = _FORMAT.search(match[2])
            return _dated(day, form[1]) if form and len(filters) == 1 and filters[0].startswith("date") else ":"
        value = known.get(match[1])
        if not value or any(word not in {"slug", "slugify"} for word in filters):
            return ":"
        return urls.slug(value) if filters else value

    return _whole(_OUTPUT.sub(one, pattern))


def _whole(filled: str) -> str:
    """Return an address of which each part was known, "" otherwise."""
    return "" if any(sign in filled for sign in (":", "{", "}", "|")) else re.sub(r"/+", "/", f"/{filled}")


def _dated(day: dt.date | None, form: str) -> str:
    """Return a day by directives of `strftime` that do not hang on a machine's language."""
    if day is None or "%" in _DIRECTIVES.sub("", form):
        return ":"
    by_day, spoken = _by_day(day), _spoken_days(day)
    names = {"Y": "year", "y": "short_year", "m": "month", "d": "day", "j": "y_day"}
    spelt = {"B": "long_month", "b": "short_month"}

    def one(match: re.Match[str]) -> str:
        sign = match[0][-1]
        value = by_day[names[sign]] if sign in names else spoken[spelt[sign]]
        return value.lstrip("0") if match[0][1] == "-" else value

    return _DIRECTIVES.sub(one, form)


def _by_day(day: dt.date | None) -> dict[str, str]:
    if day is None:
        return {}
    return {
        "year": f"{day.year:04}",
        "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}",
        "i_month": str(day.month),
        "day": f"{day.day:02}",
        "i_day": str(day.day),
        "y_day": f"{day.timetuple().tm_yday:03}",
        "yearday": str(day.timetuple().tm_yday),
        "weekday": str(day.isoweekday() % 7),
        "w_year": f"{day.isocalendar().year:04}",
        "week": f"{day.isocalendar().week:02}",
        "w_day": str(day.isoweekday()),
    }


def _spoken_days(day: dt.date | None) -> dict[str, str]:
    if day is None:
        return {}
    month, weekday = _MONTHS[day.month - 1], _DAYS[day.weekday()]
    return {"long_month": month, "short_month": month[:3], "long_day": weekday, "short_day": weekday[:3]}
