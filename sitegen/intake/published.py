"""Lines in which a page says when an article was published, beside clocks, names and labels in many languages."""

# ruff: noqa: E501, RUF001 - words and signs in many scripts

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen import dates
from sitegen.intake import datewords, weekdays
from sitegen.intake.datewords import Found

_LONGEST, _TOP = 140, 12
_PUBLISHED = re.compile(
    r"(?:this (?:story|article) (?:was )?)?(?:(?:originally|first|date) )?\b(?:published|posted|released|publication|veröffentlicht|erschienen|publiée?|publicad[oa]"
    r"|pubblicat[oa]|opublikowan[oea]|publikováno|vydáno|gepubliceerd|publicer(?:ad|et)|publisert|offentliggjort|julkaistu|yayınlan\w+|yayın(?:lanma)? tarihi|publicat"
    r"|megjelent|опубликован[оа]|опубліковано|δημοσιεύ\w+|diterbitkan|ngày đăng)\b|نُ?شر(?:ت)?|تاريخ النشر|منتشر|פורסם|प्रकाशित|প্রকাশ(?:িত)?|เผยแพร่|公開|配信|掲載|投稿|입력|등록|发布|發布|發表",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last )?(?:updated|modified|edited|aktualisiert|geändert|stand|mise? à jour|modifiée?|actualizad[oa]|modificad[oa]|aggiornat[oa]|ultimo aggiornamento|atualizad[oa]"
    r"|aktualizacja|zaktualizowano|aktualizováno|bijgewerkt|uppdater(?:ad|at)|opdateret|oppdatert|päivitetty|güncelle\w+|actualizat|frissítve|обновлен[оа]|оновлено"
    r"|ενημερώ\w+|diperbarui|cập nhật)\b|تحديث|عُ?دل|به ?روز|עודכן|अपडेट|আপডেট|更新|수정",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.h時点时시]\s?\d{2}\s?(?:[:分분]\s?(?:\d{2}秒?)?)?\s?(?:[ap]\.?\s?m\.?(?!\w)|uhr|hrs?|klo|ore|ora|น\.)?|(?<!\d)\d{1,2}\s?(?:[ap]\.?\s?m\.?(?!\w)|uhr|時|时|시)"
    r"|\b(?:noon|midnight)\b|(?<=\d\d)\s?(?:[ap]\.?m\.?)(?!\w)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:UTC|GMT|CET|CEST|MEZ|MESZ|BST|IST|JST|KST|MSK|AEDT|AEST|SAST|WIB|[ECMP][SD]?T)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
)
_SMALL = re.compile(
    r"\b(?:on|at|by|um|am|à|le|el|il|em|a las|às|alle|kl|op|om|den|o godz|v|в|о|saat|pukul|lúc|in|and|\d{1,2} min(?:ute)?s? read|print|share)\b|الساعة|ساعت",
    re.IGNORECASE,
)
# what was posted on a platform is quoted, with its own day
_ELSEWHERE = re.compile(r"(?<!\w)@\w|(?:pic\.)?twitter\.com|t\.co/")
_SIGNS = re.compile(r"[\s|·•,،;:/()\[\]（）【】@—–.-]+")
_LEFT, _LEFT_OF_LABELLED, _LEFT_WORDS = 32, 44, 4
_ADDRESS = re.compile(
    r"https?://\S+?/(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])[/-](?P<day>0?[1-9]|[12]\d|3[01])(?=[/-])\S*"
)
# a line that says so, one that is nothing but a date, one that tells of the last change, an address
_SAYS, _BARE, _CHANGED, _ADDRESSED = range(4)


def of(lines: Sequence[str]) -> Found | None:
    """Return the day on which the article of these lines was published, its words being the whole line.

    Below its first lines only a line that says "published" counts: a bare date there can be a comment's.
    """
    ranked = [(found, at) for at, line in enumerate(lines) if len(line) <= _LONGEST and (found := _told(line))]
    good = [(rank, at, found) for (rank, found), at in ranked if at < _TOP or rank == _SAYS]
    return min(good, key=lambda one: one[:2])[2] if good else None


def updated(lines: Sequence[str]) -> str:
    """Return the day (ISO 8601) on which the first lines say that the article was changed last, "" where they do not."""
    for line in lines[:_TOP]:
        if len(line) > _LONGEST or not (label := _UPDATED.search(line)):
            continue
        every = [one for one in datewords.find(line) if one.date.precision == "day" and not one.date.approximate]
        if every and _is_told(line, every):
            return next((one.date.text for one in every if one.start > label.start()), "")
    return ""


def _told(line: str) -> tuple[int, Found] | None:
    """Return how surely a line says when its article was published, the surest first, and the day."""
    if address := _ADDRESS.search(line):
        return _of_address(address)
    every = [one for one in datewords.find(line) if one.date.precision == "day"]
    if not every or not _is_told(line, every):
        return None
    labels = [
        (match.start(), rank)
        for rank, pattern in ((_SAYS, _PUBLISHED), (_CHANGED, _UPDATED))
        for match in pattern.finditer(line)
    ]
    # a label speaks of the date behind it; Japanese and Korean papers set it there too
    told = [(max(((at, rank) for at, rank in labels if at < one.start), default=(0, _BARE))[1], one) for one in every]
    rank, found = min(told, key=lambda pair: pair[0])
    # what was changed on a day was published then, or earlier
    date = dates.parse(f"{found.date.text.rstrip('~')}?") if rank == _CHANGED else found.date
    return rank, replace(found, words=line.strip(), start=0, end=len(line), date=date)


def _is_told(line: str, every: Sequence[Found]) -> bool:
    """Whether hardly anything is left of a line but its dates, clocks, labels, and a name."""
    rest = line
    for one in reversed(every):
        rest = rest[: one.start] + "|" + rest[one.end :]
    said = _PUBLISHED.search(rest) is not None
    for pattern in (_PUBLISHED, _UPDATED, _CLOCK, _ZONE, _SMALL):
        rest = pattern.sub(" | ", rest)
    if _ELSEWHERE.search(line):
        return False
    words = [word for word in _SIGNS.sub(" ", rest).split() if weekdays.number_of(word) < 0]
    left = " ".join(words)
    if said:
        return len(left) <= _LEFT_OF_LABELLED
    is_sentence = bool(words) and line.rstrip().endswith((".", "!", "?", "\u3002"))
    is_name = len(left) <= _LEFT and len(words) <= _LEFT_WORDS and not any(word.islower() for word in words)
    return is_name and not is_sentence


def _of_address(match: re.Match[str]) -> tuple[int, Found] | None:
    day = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    if not dates.iso_day(day):
        return None
    return _ADDRESSED, Found(match[0], match.start(), match.end(), dates.parse(day))
