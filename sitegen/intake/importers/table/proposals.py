"""What the columns of a table may hold, each with the reason, for a curator to look at before anything is taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.intake import foreign
from sitegen.intake.importers.table import columns
from sitegen.intake.importers.table.names import HTML, TEXT

# shares of a column's cells from which it counts as holding nothing else
_MOST, _DISTINCT = 0.8, 0.9
_TITLE = range(15, 200)
_DAY_WORDS, _CODE_LETTERS = 40, 7
_FEW = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A column, the front-matter key that it is taken for, and why."""

    column: str
    key: str
    why: str


def of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Proposal, ...]:
    """Return a proposal for each column, in their order: by names, then by what stands in the rows.

    It goes further than an import, which takes for a day or an address only what is called so.
    """
    cells = {
        name: [row[at].strip() for row in rows if at < len(row) and row[at].strip()] for at, name in enumerate(header)
    }
    named = {name: columns.key_of(name) for name in header}
    found: dict[str, Proposal] = {}
    for name, key in named.items():
        if key and key not in {one.key for one in found.values()}:
            found[name] = Proposal(name, key, "it is called so")
    for key, judge in _JUDGES:
        others = {TEXT, HTML} if key == TEXT else {key}
        if not others & {one.key for one in found.values()}:
            reasons = ((name, judge(cells[name])) for name in header if name not in found)
            best = max(((why[0], name, why[1]) for name, why in reasons if why), key=lambda one: one[0], default=None)
            if best:
                found[best[1]] = Proposal(best[1], key, best[2])
    return tuple(found.get(name) or _kept(number, name, named[name], found) for number, name in enumerate(header, 1))


def _kept(number: int, name: str, key: str, found: dict[str, Proposal]) -> Proposal:
    first = next((one.column for one in found.values() if one.key == key), "")
    why = f'"{first}" is taken for {key} already' if first else "nobody knows this name; it is kept as it is"
    return Proposal(name, f"extra.{columns.plain(name) or f'column_{number}'}", why)


# a judge returns how well a column fits and why, None where it does not
_Judgement = tuple[float, str] | None


def _text(cells: Sequence[str]) -> _Judgement:
    usual = columns.usual(cells)
    why = f"the longest texts stand in it, {usual:,.0f} characters as a rule"
    return (usual, why) if usual >= columns.LONG else None


def _title(cells: Sequence[str]) -> _Judgement:
    usual, distinct = columns.usual(cells), len(set(cells)) / max(len(cells), 1)
    if int(usual) not in _TITLE or distinct < _DISTINCT or _share(cells, _is_plain) < _MOST:
        return None
    return distinct, "short texts stand in it that hardly repeat"


def _is_plain(cell: str) -> bool:
    return not foreign.web_address(cell) and not _is_day(cell) and " " in cell


def _is_day(cell: str) -> bool:
    if len(cell) > _DAY_WORDS or not any(letter.isdigit() for letter in cell):
        return False
    day = foreign.day_of(cell)
    return day is not None and day.precision == "day"


def _day(cells: Sequence[str]) -> _Judgement:
    share = _share(cells, _is_day)
    return (share, f"{share:.0%} of its cells are days") if share >= _MOST else None


def _address(cells: Sequence[str]) -> _Judgement:
    share = _share(cells, lambda cell: bool(foreign.web_address(cell)))
    # a page of its own for each row: a picture or a site's front page repeats
    distinct = len(set(cells)) / max(len(cells), 1)
    return (share, f"{share:.0%} of its cells are addresses") if share >= _MOST and distinct >= _DISTINCT else None


def _language(cells: Sequence[str]) -> _Judgement:
    share = _share(cells, lambda cell: len(cell) <= _CODE_LETTERS and bool(foreign.language_of(cell)))
    few = len(set(cells)) <= max(_FEW, len(cells) // _FEW)
    is_lower = all(cell[:2].islower() for cell in cells)
    return (share, "the code of a language stands in each cell") if cells and share == 1 and few and is_lower else None


_JUDGES: tuple[tuple[str, Callable[[Sequence[str]], _Judgement]], ...] = (
    (TEXT, _text),
    ("date", _day),
    ("canonical_url", _address),
    ("title", _title),
    ("lang", _language),
)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells) if cells else 0.0
