"""Days of other calendars that news uses, as the archive's dates: how sure the conversion is, the date says."""

import datetime as dt
from collections.abc import Callable, Mapping

from sitegen import dates
from sitegen.model import Edtf

# the year before the first of each era; a year of Minguo is counted likewise
ERAS: Mapping[str, int] = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
_BUDDHIST, _NEW_YEAR_IN_JANUARY = 543, 2484
_APRIL = 4
# an own reading of the moon differs from the printed calendar by this many days at most
_MOON = 2
_ISLAMIC_EPOCH = 227_014  # the day before 1 Muharram 1, 19 July 622, as Python counts days
_UMM_AL_QURA = range(1343, 1501)
_MONTHS = 12
_MONTH_OF_THE_MOON = 30

Day = tuple[int, int, int]


def gregorian(year: int, month: int = 0, day: int = 0) -> Edtf | None:
    """Return the date of a year, a month (1 to 12) or a day; 0 is not known. None for what is in no calendar."""
    try:
        return dates.parse(f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else ""))
    except ValueError:
        return None


def year_of_buddha(year: int, month: int) -> int:
    """Return the Gregorian year of a Thai one. Until 1940 the year began with April."""
    return year - _BUDDHIST + (year < _NEW_YEAR_IN_JANUARY and 0 < month < _APRIL)


def jalali(year: int, month: int = 0, day: int = 0) -> Edtf | None:
    """Return the date of a year, month or day of the Solar Hijri calendar of Iran and Afghanistan; it is exact."""
    return _of(_from_jalali, (year, month, day), 31 if month <= 6 else 30)  # noqa: PLR2004 - half a year of each


def hijri(year: int, month: int = 0, day: int = 0, weekday: int = -1) -> Edtf | None:
    """Return the date of a year, month or day of the (lunar) Hijri calendar, by that of Umm al-Qura.

    Other countries see the moon a day or two later or earlier, so the date is approximate (`~`), unless the weekday
    (Monday 0) that is written beside a day tells which one was meant.
    """
    found = _of(_from_hijri, (year, month, day), _MONTH_OF_THE_MOON)
    if found is None:
        return None
    if day and weekday >= 0:
        printed = dt.date.fromisoformat(found.earliest)
        for off in sorted(range(-_MOON, _MOON + 1), key=abs):
            if (meant := printed + dt.timedelta(days=off)).weekday() == weekday:
                return dates.parse(meant.isoformat())
    return dates.parse("/".join(f"{side}~" for side in found.text.split("/")))


def _of(convert: Callable[[Day], dt.date], ymd: Day, longest: int) -> Edtf | None:
    """Return the date of a day, or of the span of a month or a year, by the conversion of single days."""
    year, month, day = ymd
    if month > _MONTHS or day > longest:
        return None
    try:
        first = convert((year, month or 1, day or 1))
        if day:
            return dates.parse(first.isoformat())
        after = (year, month + 1, 1) if 0 < month < _MONTHS else (year + 1, 1, 1)
        return dates.spanning(first.isoformat(), (convert(after) - dt.timedelta(days=1)).isoformat())
    except (ValueError, OverflowError):
        return None


def _from_jalali(ymd: Day) -> dt.date:
    from jdatetime import date as jalali_day  # noqa: PLC0415 - only archives with such dates need it

    return dt.date.fromisoformat(jalali_day(*ymd).togregorian().isoformat())


def _from_hijri(ymd: Day) -> dt.date:
    from hijridate import Hijri  # noqa: PLC0415 - only archives with such dates need it

    year, month, day = ymd
    if year in _UMM_AL_QURA:
        return dt.date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    # before 1924 no printed calendar is at hand: the arithmetic one, as astronomers count it
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day
    return dt.date.fromordinal(_ISLAMIC_EPOCH + days)
