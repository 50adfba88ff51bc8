"""From one whole generation to the next: the twin is brought up to date beside the live tree, then takes its place."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sitegen import digest, files, swap
from sitegen.model import Manifest, Output, Place, Problem
from sitegen.problems import BuildError, FileError, UsageError, problem

_MAKINGS = ("content", "seeds", "themes", "static", ".sitegen", ".git")
_PREVIEW = ".sitegen/preview"
_MAX_NAMED = 10
_NOTHING = Manifest("", {})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes of a new output are: a staged file (it is moved), or any other file (it is copied)."""

    path: Path | str
    move: bool = False


@dataclass(frozen=True, slots=True)
class Trees:
    """The two complete trees as they were last recorded; an empty manifest where nothing is known."""

    live: Manifest
    twin: Manifest


@dataclass(frozen=True, slots=True)
class Published:
    """How a publish went: method of the swap ("none": nothing had changed), files made anew, files gone, findings."""

    method: swap.Method
    written: int
    removed: int
    problems: tuple[Problem, ...] = ()


class Found(NamedTuple):
    """What stands in the folders of the two trees."""

    live: files.Survey
    twin: files.Survey


def look(out: Path, state: Path) -> Found:
    """Take stock of both trees; `state` is the folder of records, as `publish` takes it. Raises FileError."""
    real = out.resolve()
    return Found(files.survey(real), files.survey(_twin_of(real, state)))


def claim(out: Path, root: Path) -> None:
    """Refuse, untouched, an output folder that is not ours to fill; `root` is the site's folder. Raises UsageError."""
    real, home = out.resolve(), root.resolve()
    preview = home / _PREVIEW
    if real != preview and preview not in real.parents:
        for name in ("", *_MAKINGS):
            making = home / name
            if real == making or real in making.parents or (name and making in real.parents):
                text = f"{out} is, holds or lies in {name or 'the folder of the site'}, which the site is made from."
                hint = "Choose another folder with -o, such as public."
                raise UsageError([problem("output-in-the-way", text, Place(str(out)), hint)])
    _refuse_foreign(real)


def _refuse_foreign(out: Path) -> None:
    try:
        if not out.exists() or (out.is_dir() and not any(out.iterdir())):
            return
    except OSError as error:
        raise files.refused(error, out) from error
    hint = "Choose another folder with -o, or empty this one yourself."
    if not (out / files.MARK).is_file():
        text = f"This is not empty, and has no {files.MARK}: it was not made by sitegen and was not touched."
        raise UsageError([problem("output-not-ours", text, Place(str(out)), hint)])
    if (out / ".git").exists():
        text = "This is a git repository of its own, which publishing would remove; it was not touched."
        raise UsageError([problem("output-not-ours", text, Place(str(out)), hint)])


def recover(state: Path) -> tuple[Problem, ...]:
    """Finish or take back a publish that was killed; to be called under the lock, before all else. Raises FileError.

    `state` is the folder of records, as `publish` takes it.
    """
    method, out = swap.recover(_journal_of(state))
    if method == "none":
        return ()
    text = f"The last publish ({method}) was stopped half way; it was finished or taken back."
    return (problem("publish-interrupted", text, Place(str(out))),)


def publish(
    out: Path,
    state: Path,
    now: Manifest,
    origins: Mapping[str, Origin],
    was: Trees,
    found: Found | None = None,
    *,
    staging: Path | None = None,
    withdraw: bool = False,
) -> tuple[Trees, Published]:
    """Make the tree at `out` exactly the outputs of `now`, and return the records of both trees, with their stats.

    `origins` maps the path of each output that was made to its bytes; every other output is kept from the live tree
    (or the twin), where it must stand as recorded in `was`. `found` is what stands in both folders, `staging` the
    folder in which what is to be moved stands, each at its own path. With `withdraw`, the twin too is brought up to
    date at the end, so that nothing that was removed is left in it. Raises UsageError for a folder that is not ours,
    FileError, BuildError if the new tree is not what `now` says; in each case `out` is still the old generation.
    """
    real = out.resolve()
    _refuse_foreign(real)
    files.make_folder(real.parent)
    twin = _twin_of(real, state)
    live, other = found or look(out, state)
    stands = _standing(live, was.live)
    if real.is_dir() and _is_same(live, stands, now):
        trees, published = replace(was, live=_recorded(now, live.files)), Published("none", 0, 0)
    else:
        if staging and _adopted(twin, staging):
            other = files.survey(twin)
            was = replace(was, twin=_recorded(now, other.files))
        fresh = _bring_up(twin, other, now, origins, was.twin, (real, stands))
        trees, published = _change_places(real, twin, fresh, was.live, _journal_of(state))
        written = sum(stands.get(path) != one.digest for path, one in now.outputs.items())
        gone = sorted(set(live.files) - set(now.outputs))
        problems = (*published.problems, *_strangers(out, gone, was.live))
        published = replace(published, written=written, removed=len(gone), problems=problems)
    if withdraw:
        trees = replace(trees, twin=_forget_old(real, state, trees))
    return trees, published


def _forget_old(out: Path, state: Path, trees: Trees) -> Manifest:
    """Bring the twin up to the live tree: nothing withdrawn is left in it, nor in a twin of former days."""
    twin = _twin_of(out, state)
    for other in (_beside(out), state.resolve() / "twin"):
        files.remove_tree(swap.aside(other))
        if other != twin:
            files.remove_tree(other)
    if not twin.exists():
        return _NOTHING
    stands = {path: one.digest for path, one in trees.live.outputs.items()}
    return _bring_up(twin, files.survey(twin), trees.live, {}, trees.twin, (out, stands))


def _beside(out: Path) -> Path:
    return out.with_name(f".{out.name}.sitegen-twin")


def _twin_of(out: Path, state: Path) -> Path:
    """Where the twin lives: among the records if these are on the output's file system, else beside the output."""
    files.make_folder(state)
    above = next(folder for folder in out.parents if folder.exists())
    device = (out if out.exists() else above).stat().st_dev
    reachable = above.stat().st_dev == device and os.access(above, os.W_OK)
    return _beside(out) if reachable and state.stat().st_dev != device else state.resolve() / "twin"


def _journal_of(state: Path) -> Path:
    return state / "publish.json"


def _standing(found: files.Survey, record: Manifest) -> dict[str, str]:
    """Path -> digest of the files that stand as recorded."""
    outputs = record.outputs
    return {
        path: outputs[path].digest
        for path, stat in found.files.items()
        if path in outputs and outputs[path].stat == stat
    }


def _is_same(found: files.Survey, stands: Mapping[str, str], now: Manifest) -> bool:
    return (
        not found.others
        and len(found.files) == len(now.outputs)
        and all(stands.get(path) == one.digest for path, one in now.outputs.items())
        and set(found.folders) == _folders(now.outputs)
    )


def _adopted(twin: Path, staging: Path) -> bool:
    """Whether there was no twin, and what is staged has become it: the first build moves one folder, not each file."""
    if twin.is_symlink() or twin.exists():
        return False
    return files.rename(staging, twin)


def _bring_up(
    twin: Path,
    found: files.Survey,
    now: Manifest,
    origins: Mapping[str, Origin],
    record: Manifest,
    live: tuple[Path, Mapping[str, str]],
) -> Manifest:
    """Make the twin, in which this was found, what `now` says; check it, see it to the disk, and return its record."""
    if twin.is_symlink() or not twin.is_dir():
        files.remove_tree(twin)
    files.make_folder(twin)
    stands = _standing(found, record)
    kept = {path for path, one in now.outputs.items() if stands.get(path) == one.digest}
    _clear(twin, found, kept, now)
    _refuse_spoilt(
        [path for path, one in now.outputs.items() if not _has_bytes(path, one, kept, live[1], origins)], live[0]
    )
    for path in now.outputs.keys() - kept:
        _place(path, now.outputs[path].digest, twin, origins, live)
    # what was kept was looked at a moment ago: the check too costs what changed, not what exists
    after = {path: found.files[path] if path in kept else files.stat_of(f"{twin}/{path}") for path in now.outputs}
    _refuse_unplanned(twin, now, after)
    files.sync_tree(twin)
    return _recorded(now, after)


def _place(
    path: str, wanted: str, twin: Path, origins: Mapping[str, Origin], live: tuple[Path, Mapping[str, str]]
) -> None:
    if live[1].get(path) == wanted:
        files.link_or_copy(f"{live[0]}/{path}", f"{twin}/{path}")
    elif origins[path].move:
        files.move(origins[path].path, f"{twin}/{path}")
    else:
        files.copy(Path(origins[path].path), twin / path)
        if digest.of_bytes(files.read_bytes(twin / path)) != wanted:
            raise _changed(origins[path].path)


def _changed(source: Path | str) -> BuildError:
    text = "This is no longer what it was when the build looked at it; nothing was published."
    hint = "Build again; if that does not help, `sitegen clean` first."
    return BuildError([problem("content-changed", text, Place(str(source)), hint)])


def _has_bytes(path: str, one: Output, kept: set[str], live: Mapping[str, str], origins: Mapping[str, Origin]) -> bool:
    return path in kept or path in origins or live.get(path) == one.digest


def _clear(twin: Path, found: files.Survey, kept: set[str], now: Manifest) -> None:
    needed = _folders(now.outputs)
    for path in (*found.others, *(path for path in found.files if path not in kept)):
        files.remove_tree(twin / path)
    for folder in reversed(found.folders):
        if folder not in needed:
            files.remove_tree(twin / folder)
    files.make_folders(twin, needed.difference(found.folders))


def _folders(outputs: Mapping[str, Output]) -> set[str]:
    found: set[str] = set()
    for path in outputs:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _refuse_spoilt(paths: list[str], out: Path) -> None:
    if paths:
        text = "This was to be kept, but is no longer as it was published."
        hint = "Build again: it will be made anew."
        raise FileError(
            [problem("output-spoilt", text, Place(str(out / path)), hint) for path in sorted(paths)[:_MAX_NAMED]]
        )


def _refuse_unplanned(twin: Path, now: Manifest, after: Mapping[str, files.Stat]) -> None:
    """Every output must be there and, where `now` states its size, have that."""
    wrong = [
        path
        for path, one in now.outputs.items()
        if after[path] == files.ABSENT or one.stat[0] not in {0, after[path][0]}
    ]
    if wrong:
        text = "The new tree is not what was planned; nothing was published."
        hint = "Something else writes into this folder, or two outputs have one name on this file system."
        raise BuildError(
            [problem("output-not-whole", text, Place(str(twin / path)), hint) for path in sorted(wrong)[:_MAX_NAMED]]
        )


def _change_places(out: Path, twin: Path, fresh: Manifest, old: Manifest, journal: Path) -> tuple[Trees, Published]:
    method = swap.swap(out, twin, journal)
    files.sync_folder(out.parent)
    if method != "file-by-file":
        return Trees(fresh, _NOTHING if method == "rename" else old), Published(method, 0, 0)
    text = "This folder (a mount point, or in one not writable) could not be swapped; it was filled file by file."
    hint = "Readers may have seen two generations for a moment; a folder inside it can be swapped."
    finding = problem("publish-not-atomic", text, Place(str(out)), hint)
    return Trees(_recorded(fresh, files.survey(out).files), fresh), Published(method, 0, 0, (finding,))


def _recorded(now: Manifest, found: Mapping[str, files.Stat]) -> Manifest:
    """Return a manifest with the stats of its files, without those that are not there."""
    there = ((path, one) for path, one in now.outputs.items() if path in found)
    return Manifest(now.generation, {path: _at(one, found[path]) for path, one in there})


def _at(one: Output, stat: files.Stat) -> Output:
    return one if one.stat == stat else replace(one, stat=stat)


def _strangers(out: Path, gone: list[str], record: Manifest) -> list[Problem]:
    unknown = (
        [path for path in gone if path not in record.outputs and not path.endswith(".part")] if record.outputs else []
    )
    hint = "What shall be published as it is belongs into static/."
    return [
        problem("output-removed", "No build had made this; it was removed.", Place(str(out / path)), hint)
        for path in unknown[:_MAX_NAMED]
    ]
