"""Whether a text tells of a date as past or still to come, and the clause that says so, each language by its words."""

# ruff: noqa: E501, RUF001 - words in many scripts

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.intake import language, monthwords
from sitegen.intake.datewords import Found

# no sentence is looked at further than this from its date
_SENTENCE = 500
_BEFORE, _BEHIND = 80, 24
_ENGLISH_MONTHS = frozenset(monthwords.months("en"))
_ENDS = (". ", "! ", "? ", "\u061f ", "\u201d ", "\u00bb ", "\u3002")


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language speaks of time, each asked of a sentence or of what stands right before or behind the date.

    `future`, `not_yet` (before) and `not_yet_behind` forbid, `past` must be there; `clause` (before) and
    `clause_behind` are quoted with the date.
    """

    future: re.Pattern[str]
    not_yet: re.Pattern[str]
    past: re.Pattern[str]
    clause: re.Pattern[str]
    not_yet_behind: re.Pattern[str] | None = None
    clause_behind: re.Pattern[str] | None = None


_ENGLISH = _Words(
    # "may" in small letters only: May is a month
    future=re.compile(r"\b(?:will|would|shall|expected|scheduled|planned|plans?|due|upcoming|next|hopes?|could|may)\b"),
    not_yet=re.compile(r"\b(?:by|until|till|before|from|through|to|for)\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    past=re.compile(
        r"\b(?:was|were|had|has|since|after|following|began|took|won|left|made|came|went|became|\w{2,}ed)\b",
        re.IGNORECASE,
    ),
    clause=re.compile(
        r"\b(?:after|since|following)\b(?:(?!\b(?:after|since|following)\b)[^,;.]){0,60}$|\b(?:in|on|of|during)\s+$",
        re.IGNORECASE,
    ),
)
_SINCE_ARABIC = "(?:منذ|بعد|عقب|إثر|اثر|غداة|في أعقاب)"
# "he will" is a letter before the verb; the words left out only begin like it
_WILL_ARABIC = r"\b[وف]?س[يت](?!اس|ار|اح|اج|اد|اق|د|رة|ما|ة|ين|ون|نا|ف\b|ل\b|ول|طر|تي\b)\w{2,}"
_ARABIC = _Words(
    future=re.compile(
        rf"\bسوف\b|{_WILL_ARABIC}|\b[وب]?(?:ال)?(?:مقبل|قادم|مقرر|مرتقب|متوقع|مزمع)ة?\b"
        r"|\b(?:يتوقع|يعتزم|تعتزم|ينوي|تنوي|يخطط|تخطط|يأمل|تأمل|يمكن|قد [يت]\w+|أن [يت]\w+)\b"
    ),
    not_yet=re.compile(r"\b(?:حتى|قبل|بحلول|لغاية)\s+(?:\w+\s+){0,2}$|\b(?:إلى\s+|من\s+|ل)(?:شهر\s+|يوم\s+)?$"),
    past=re.compile(
        r"\b[وف]?(?:كان|كانت|كانوا|منذ|قال|قالت|أعلن|أعلنت|أكد|أكدت|بدأ|بدأت|شهد|شهدت|وقع|وقعت|وصل|وصلت|تولى|تولت"
        r"|تأسس|تأسست|افتتح|افتتحت|انتهى|انتهت|صدر|صدرت|توفي|توفيت|قتل|قتلت|فاز|فازت|انتخب|انتخبت|عين|عينت|أغلق|أغلقت"
        r"|جرى|جرت|تم|تمت|اندلع|اندلعت|غرق|غرقت|عاد|عادت|أصبح|أصبحت)\b"
        rf"|\b[وف]?{_SINCE_ARABIC}\b"
    ),
    clause=re.compile(
        rf"\b{_SINCE_ARABIC}\b(?:(?!\b{_SINCE_ARABIC}\b)[^،؛.]){{0,60}}$|\b(?:في|خلال|يوم|شهر)\s+(?:شهر\s+|يوم\s+)?$"
    ),
)
_JAPANESE = _Words(
    future=re.compile(
        r"予定|見込み|見通し|計画|目指|方針|だろう|でしょう|かもしれ|来年|来月|これから"
        # a plain form before "that": what was announced in the past was still to come
        r"|[いうくぐすつぬぶむる](?:と(?!き|ころ|同|共|とも|、)|こと[をがにで])"
    ),
    # finds nothing: Japanese says it behind the date
    not_yet=re.compile(r"(?!)"),
    past=re.compile(r"以来|(?:た|だった|ました|でした)(?:[。」』）]|$)"),
    clause=re.compile(r"(?!)"),
    not_yet_behind=re.compile(r"(?:まで|以前|より前|の?前に|頃まで|から[^。、]{0,12}まで)"),
    clause_behind=re.compile(r"の[^、。]{1,16}?(?:以来|以降|の?後|のち)|(?:以来|以降|に|の)"),
)


def _words(future: str, not_yet: str, past: str, clause: str, since: str) -> _Words:
    """Make the words of a language in which the clause before a date begins with one of `since`, or ends with `clause`."""
    return _Words(
        future=re.compile(rf"\b(?:{future})\b", re.IGNORECASE),
        not_yet=re.compile(rf"\b(?:{not_yet})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE),
        past=re.compile(rf"\b(?:{past}|{since})\b", re.IGNORECASE),
        clause=re.compile(rf"\b(?:{since})\b[^,;.]{{0,60}}$|\b(?:{clause})\s+$", re.IGNORECASE),
    )


# what is asked of a paragraph that none of these languages is written in is nothing: it proves nothing
_BY_LANGUAGE = {
    "en": _ENGLISH,
    "de": _words(
        r"wird|werden|würden?|soll(?:en|te|ten)?|will|wollen|möchten?|plan\w*|geplant\w*|erwart\w+|voraussichtlich"
        r"|kommenden?|nächste[nrs]?|könnten?|kann|können|dürften?",
        r"bis|bis zum|vor|vor dem|ab|zum|spätestens",
        r"war|waren|wurden?|worden|gewesen|hatten?|gab|kam|ging|begann|starb|gewann|trat|fand"
        r"|(?:hat|haben|ist|sind)\b.{1,120}\bge\w{3,}(?:t|en)",
        r"im|am|vom",
        r"nach|nachdem|seit",
    ),
    "fr": _words(
        r"sera|seront|serait|seraient|devr\w+|doi(?:t|vent)|va|vont|prévue?s?|prochaine?s?|pourr\w+|peut|\w+er(?:a|ont|ait|aient)",
        r"avant(?: le)?|jusqu['’](?:en|au|à)|d['’]ici(?: à)?|à partir d[eu]|dès",
        r"était|étaient|été|avait|avaient|fut|furent|eut|(?:a|ont|est|sont)\s+(?:\w+\s+)?\w+(?:ée?s?|i[ets]?|us?)",
        r"en|le|du",
        r"après|depuis",
    ),
    "es": _words(
        r"ser(?:á|án|ía|ían)|deber?\w*|va a|van a|previst[oa]s?|próxim[oa]s?|pued\w+|podr\w+|plane\w+|esper\w+"
        r"|\w+r(?:á|án|ía|ían)",
        r"antes del?|hasta(?: el)?|para(?: el)?|a partir del?",
        r"fue|fueron|era|eran|había|habían|\w{2,}(?:ó|aron|ieron)",
        r"en|el|del",
        r"tras|desde|después",
    ),
    "it": _words(
        r"sar(?:à|anno|ebbe|ebbero)|dovr\w+|dev(?:e|ono)|previst[oaie]|prossim[oaie]|potr\w+|può|possono|\w+r(?:à|anno|ebbe)",
        r"entro(?: il)?|fino a[l]?|prima d[ei]l?|dal?|a partire dal?",
        r"era|erano|fu|furono|aveva|avevano|stat[oaie]|\w{2,}(?:ò|arono|irono)|(?:ha|hanno)\s+(?:\w+\s+)?\w+[aiu]to",
        r"nel|in|il|del",
        r"dopo",
    ),
    "pt": _words(
        r"ser(?:á|ão|ia|iam)|dever?\w*|vai|vão|previst[oa]s?|próxim[oa]s?|pod\w+|plane\w+|\w+r(?:á|ão|ia|iam)",
        r"antes d[eo]|até(?: o)?|para(?: o)?|a partir d[eo]",
        r"foi|foram|era|eram|havia|tinha|tinham|\w{2,}(?:ou|aram|iram)",
        r"em|no|de",
        r"após|desde|depois",
    ),
    "nl": _words(
        r"zal|zullen|zou|zouden|moet|moeten|kan|kunnen|wil|willen|gepland\w*|verwacht\w*|volgende?|komende?",
        r"voor|tot|vanaf|tegen|uiterlijk",
        r"was|waren|werd|werden|had|hadden|kwam|ging|begon|won",
        r"in|op|van",
        r"na|nadat|sinds",
    ),
    "ru": _words(
        r"буд\w+|план\w+|намерен\w*|ожида\w+|долж\w+|предсто\w+|следующ\w+|может|могут|собира\w+|хо[чт]\w+",
        r"до|к|ко|с|по",
        r"был[аои]?|\w{2,}(?:ла|ло|ли|лся|лась|лись)|с тех пор",
        r"в|во",
        r"после",
    ),
}


def is_past(text: str, found: Found) -> bool:
    """Whether the sentence in which a date stands tells of it as past: the text was written then or later."""
    words = _words_of(text, found)
    if words is None:
        return False
    low, high = max(0, found.start - _SENTENCE), found.end + _SENTENCE
    first = max(low, *(at + len(mark.rstrip()) for mark in _ENDS if (at := text.rfind(mark, low, found.start)) >= 0), 0)
    ends = [at + 1 for mark in _ENDS if (at := text.find(mark, found.end, high)) >= 0]
    sentence = text[first : min(high, *ends) if ends else high]
    behind = text[found.end : found.end + _BEHIND]
    return (
        not words.future.search(sentence)
        and not words.not_yet.search(text[first : found.start])
        and not (words.not_yet_behind and words.not_yet_behind.match(behind))
        and words.past.search(sentence) is not None
    )


def is_to_come(text: str) -> bool:
    """Whether words of any of the languages speak of what is still to come."""
    return any(words.future.search(text) for words in (_ENGLISH, _ARABIC, _JAPANESE))


def quoted(text: str, found: Found) -> str:
    """Return the words of a date with the clause that makes it past, as far as they stand together."""
    words = _words_of(text, found) or _ENGLISH
    before = words.clause.search(text[max(0, found.start - _BEFORE) : found.start])
    behind = words.clause_behind.match(text[found.end : found.end + _BEHIND]) if words.clause_behind else None
    return (before[0] if before else "") + found.words + (behind[0] if behind else "")


def _words_of(text: str, found: Found) -> _Words | None:
    """Return the words of the language in which a date stands, None where they are not known."""
    if any("\u0600" <= sign <= "\u06ff" for sign in found.words):
        return _ARABIC
    if "\u5e74" in found.words:
        return _JAPANESE
    # a few words with an English month tell no language, and are English more often than not
    is_english = not _ENGLISH_MONTHS.isdisjoint(found.words.lower().replace(".", " ").replace(",", " ").split())
    return _BY_LANGUAGE.get(_language_of(text) or ("en" if is_english else ""))


@lru_cache(maxsize=4)
def _language_of(text: str) -> str:
    """Return the language of a paragraph, which is asked for each of its dates."""
    return language.guess([text], "")
