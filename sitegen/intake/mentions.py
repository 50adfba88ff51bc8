"""Which names of the authority files a text mentions, how often and in which words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen import files, formats, frontmatter
from sitegen.formats import AuthorityKeys
from sitegen.intake import letters
from sitegen.model import Authority
from sitegen.problems import SitegenError

# names that are written with a capital where the script has one; a topic may stand in any case
_PROPER = frozenset({"people", "places", "organisations"})
# a name of few capitals is a word when it is not in capitals: US and us, WHO and who
_ACRONYM = re.compile(r"[A-Z0-9]{1,5}")
# what English puts behind a name, and Arabic before it: and, so, in, to, as, with the article or without
_AFTER = frozenset({"", "s", "es", "'s", "'"})
_CLITICS = frozenset(f"{one}{two}" for one in ("", "و", "ف") for two in ("", "ب", "ل", "ك", "ال", "بال", "كال", "لل"))
_LATIN = re.compile(r"[a-z]")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
# scripts without spaces: any letter may stand beside a name, but not a further letter of a foreign word
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_LEAST_LETTERS = 2
_EVIDENCE = 3
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Words:
    """Where a text names somebody: the words as they stand there, and their place in it, `end` exclusive."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an authority file in a text: how often, and the first places.

    It is `clear` unless each form of it that stands there is another's too (`rivals`, as "taxonomy/id"), or only a
    part of its full name.
    """

    taxonomy: str
    id: str
    name: str
    count: int
    evidence: tuple[Words, ...]
    clear: bool = True
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write names: as it is written, and of whom it is the name, each with whether it is a full name."""

    written: str
    of: tuple[tuple[str, str, bool], ...]


def authorities(root: Path, taxonomies: Iterable[str]) -> dict[str, tuple[Authority, ...]]:
    """Read the authority files of a site; what cannot be read there is for load to tell."""
    return {taxonomy: tuple(_authority(root / f"content/authority/{taxonomy}.yaml")) for taxonomy in taxonomies}


def _authority(path: Path) -> Iterator[Authority]:
    if not path.is_file():
        return
    try:
        values, lines = frontmatter.read_yaml(files.read_bytes(path).decode("utf-8", "replace"), path.name)
        document = frontmatter.Document(path.name, values, lines, "", 0)
        for name, said in values.items():
            if isinstance(said, dict):
                keys = formats.read(AuthorityKeys, document, said, at=name)
                yield Authority(name, keys.name or name, keys.names, keys.aliases)
    except SitegenError:
        return


# --- finding ------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Finder:
    """All names of the authority files in one automaton; it travels as its names, built where it is first used."""

    authorities: Mapping[str, Sequence[Authority]]
    _forms: dict[str, _Form] = field(default_factory=dict)
    _keys: list[str] = field(default_factory=list)
    _automaton: Any = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Finder, (dict(self.authorities),)

    def knows(self, name: str) -> bool:
        """Whether an authority file has this name, in whatever case."""
        self._build()
        return letters.folded(name) in self._forms

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return whom a text mentions, most often first; of several names at one place the longest is meant."""
        self._build()
        if self._automaton is None:
            return ()
        folded = letters.folded(text)
        places = _longest(
            (start, end, self._keys[number])
            for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if _is_bounded(folded, start, end)
        )
        if not places:
            return ()
        at = letters.offsets(text, folded)
        stand = ((Words(text[at(start) : at(end)], at(start), at(end)), self._forms[key]) for start, end, key in places)
        return self._gathered([(words, form) for words, form in stand if _is_written_so(words.words, form)])

    def _gathered(self, stand: Sequence[tuple[Words, _Form]]) -> tuple[Mention, ...]:
        counts: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], list[Words]] = defaultdict(list)
        rivals: dict[tuple[str, str], set[str]] = defaultdict(set)
        clear: set[tuple[str, str]] = set()
        for words, form in stand:
            for taxonomy, identifier, full in form.of:
                key = taxonomy, identifier
                counts[key] += 1
                first[key].append(words)
                rivals[key] |= {f"{other}/{one}" for other, one, _ in form.of if (other, one) != key}
                if full and len(form.of) == 1:
                    clear.add(key)
        names = {(taxonomy, one.id): one.name for taxonomy, known in self.authorities.items() for one in known}
        found = [
            Mention(*key, names[key], count, tuple(first[key][:_EVIDENCE]), key in clear, tuple(sorted(rivals[key])))
            for key, count in counts.items()
        ]
        return tuple(sorted(found, key=lambda one: (-one.count, one.taxonomy, one.id)))

    def _build(self) -> None:
        if self._forms:
            return
        of: dict[str, dict[tuple[str, str, bool], str]] = defaultdict(dict)
        for taxonomy, known in self.authorities.items():
            for one in known:
                for written, full in _names(one):
                    for key in _spellings(letters.folded(written).strip()):
                        of[key].setdefault((taxonomy, one.id, full), written)
        self._forms = {key: _Form(next(iter(who.values())), tuple(_whose(who))) for key, who in of.items()}
        self._keys = list(self._forms)
        if self._keys:
            import ahocorasick_rs  # noqa: PLC0415 - of an extra

            self._automaton = ahocorasick_rs.AhoCorasick(self._keys)


def _names(one: Authority) -> Iterator[tuple[str, bool]]:
    """Yield each way to write a name, and whether it is full: a single word of a longer name needs the longer by it."""
    preferred = (one.name, *one.names.values())
    for written in dict.fromkeys((*preferred, *one.aliases)):
        if sum(letter.isalnum() for letter in written) >= _LEAST_LETTERS:
            yield written, written in preferred or not _is_part(written, one.name)


def _is_part(written: str, name: str) -> bool:
    return " " not in written.strip() and written.casefold() in name.casefold().split()


def _spellings(key: str) -> Iterator[str]:
    if key:
        yield key
    if key.startswith("ال"):
        # to the …: the article loses its first letter
        yield f"لل{key[2:]}"
    if re.search(r"[a-z][bcdfghjklmnpqrstvwxz]y$", key):
        yield f"{key[:-1]}ies"


def _whose(who: Iterable[tuple[str, str, bool]]) -> Iterator[tuple[str, str, bool]]:
    """Yield each authority once, as full if any of its forms that fold to this one is."""
    full: dict[tuple[str, str], bool] = {}
    for taxonomy, identifier, one in who:
        full[taxonomy, identifier] = full.get((taxonomy, identifier), False) or one
    yield from ((*key, whole) for key, whole in full.items())


def _is_bounded(text: str, start: int, end: int) -> bool:
    """Whether a name stands as a word of its own, or with what its language hangs on names."""
    first, last = text[start], text[end - 1]
    if _UNSPACED.match(first):
        if not _KATAKANA.match(first) and not _KATAKANA.match(last):
            return True
        return not (_KATAKANA.match(text[start - 1 : start]) or _KATAKANA.match(text[end : end + 1]))
    before, after = _word_before(text, start), _word_after(text, end)
    if _ARABIC.match(first):
        return before in _CLITICS and not after
    # a hyphen folds to a space, so only letters and figures are left
    return not before and (after in _AFTER if _LATIN.match(last) else not after or bool(_UNSPACED.match(after)))


def _word_before(text: str, start: int) -> str:
    at = start
    while at and start - at < _AROUND and text[at - 1].isalnum() and not _UNSPACED.match(text[at - 1]):
        at -= 1
    return text[at:start]


def _word_after(text: str, end: int) -> str:
    at = end
    while at < len(text) and at - end < _AROUND and (text[at].isalnum() or text[at] == "'"):
        if _UNSPACED.match(text[at]):
            break
        at += 1
    # an apostrophe that no letter follows closes a quotation
    return text[end:at].rstrip("'")


def _longest(places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return places that do not overlap: the first, and of those that begin there the longest."""
    kept: list[tuple[int, int, str]] = []
    for place in sorted(places, key=lambda one: (one[0], -one[1])):
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


def _is_written_so(words: str, form: _Form) -> bool:
    """Whether capitals are where they must be."""
    if _ACRONYM.fullmatch(form.written):
        return words == form.written
    proper = any(taxonomy in _PROPER for taxonomy, _, __ in form.of)
    return not (proper and form.written[:1].isupper() and words[:1].islower())


# --- what becomes of it -------------------------------------------------------------------------------


def asserted(mentions: Iterable[Mention], least: int, stated: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return by taxonomy the ids that front matter may assert: clear, and named `least` times or more (0: nobody).

    A taxonomy that the document or its curator has `stated` stands as it is.
    """
    found: dict[str, list[str]] = {}
    for one in mentions:
        if least and one.clear and one.count >= least and not stated.get(one.taxonomy):
            found.setdefault(one.taxonomy, []).append(one.id)
    return {taxonomy: sorted(ids) for taxonomy, ids in sorted(found.items())}


def plain(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """Return mentions as the decision record holds them."""
    return [
        {
            "as": one.taxonomy,
            "id": one.id,
            "name": one.name,
            "count": one.count,
            "clear": one.clear,
            **({"rivals": list(one.rivals)} if one.rivals else {}),
            "evidence": [{"words": words.words, "start": words.start, "end": words.end} for words in one.evidence],
        }
        for one in mentions
    ]
