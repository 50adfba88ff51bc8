"""What was made of pictures, kept by their digests as long as a tree shows it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import files, records
from sitegen.images.making import Made, name

RECORD = "record"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made of a file, and the trees that show it, by the names of their records."""

    made: Made
    trees: tuple[str, ...] = ()


def kept(cache: Path) -> dict[str, Kept]:
    """Return what is kept, by keys, as far as its files stand; one that was cut short is none."""
    there = {path: stat[0] for path, stat in files.survey(cache).files.items()}
    return {
        key: one
        for key, one in _recorded(cache).items()
        if all(there.get(name(part)) == part.size for part in one.made.parts if part.size)
    }


def keep(cache: Path, new: Mapping[str, Made]) -> None:
    """Keep what was made, beside what is kept."""
    was = _recorded(cache)
    now = {key: Kept(made, was[key].trees if key in was else ()) for key, made in new.items()}
    records.write(cache / RECORD, was | now)


def release(cache: Path, tree: str, keys: AbstractSet[str]) -> None:
    """Note that a tree shows these and no others, and remove what no tree shows."""
    if not keys and not cache.is_dir():
        return
    was = _recorded(cache)
    held = {key: _held(one, tree, shows=key in keys) for key, one in was.items()}
    now = {key: one for key, one in held.items() if one.trees}
    if now != was:
        records.write(cache / RECORD, now)
    wanted = {RECORD, *_names(one.made for one in now.values())}
    for path in files.survey(cache).files.keys() - wanted:
        files.remove_tree(cache / path)


def _held(one: Kept, tree: str, *, shows: bool) -> Kept:
    if shows == (tree in one.trees):
        return one
    return replace(one, trees=tuple(sorted({*one.trees, tree} if shows else {*one.trees} - {tree})))


def _names(made: Iterable[Made]) -> set[str]:
    return {name(part) for one in made for part in one.parts if part.size}


def _recorded(cache: Path) -> dict[str, Kept]:
    return records.read(cache / RECORD, dict[str, Kept]) or {}
