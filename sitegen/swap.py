"""How the new tree takes the old one's place: at one instant, in two recorded steps, or file by file."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Literal

from sitegen import files
from sitegen.model import Place
from sitegen.problems import FileError, problem

Method = Literal["none", "rename", "exchange", "rename-pair", "file-by-file"]


def aside(twin: Path) -> Path:
    """Return where the old tree waits between the two steps of a rename pair: beside the twin."""
    return twin.with_name(f".old.{twin.name.lstrip('.')}")


def swap(out: Path, twin: Path, journal: Path) -> Method:
    """Put the complete tree at `twin` in the place of `out`, by the best way that the system allows.

    After "exchange" and "rename-pair" the old tree stands at `twin`, after "rename" (there was no `out`) nothing, after
    "file-by-file" the new tree. Raises FileError; then `out` is the old tree, except in the midst of "file-by-file".
    """
    if not out.exists() and files.rename(twin, out):
        return "rename"
    if files.exchange(twin, out):
        return "exchange"
    try:
        if _rename_pair(out, twin, journal):
            return "rename-pair"
    except (KeyboardInterrupt, SystemExit):
        # not to be left without an output until the next build
        recover(journal)
        raise
    _record(journal, "file-by-file", out, twin)
    fill(out, twin)
    _forget(journal)
    return "file-by-file"


def recover(journal: Path) -> tuple[Method, Path]:
    """Finish what a killed `swap` began, or take it back; return its method ("none": nothing was under way) and folder.

    It acts on the folders that the journal names, whichever output the present build is for. Raises FileError.
    """
    method, out, twin = _recorded(journal)
    old = aside(twin)
    if method == "file-by-file" and twin.is_dir() and (out / files.MARK).is_file():
        fill(out, twin)
    if method == "rename-pair" and old.is_dir():
        _finish_pair(out, twin, old)
    if method != "none":
        _forget(journal)
    return method, out


def _rename_pair(out: Path, twin: Path, journal: Path) -> bool:
    old = aside(twin)
    files.remove_tree(old)
    _record(journal, "rename-pair", out, twin)
    if not files.rename(out, old):
        _forget(journal)
        return False
    if not files.rename(twin, out):
        if not files.rename(old, out):
            raise _stranded(out, old)
        _forget(journal)
        return False
    if not files.rename(old, twin):
        files.remove_tree(old)
    _forget(journal)
    return True


def _finish_pair(out: Path, twin: Path, old: Path) -> None:
    # a host may have put an empty folder where ours was for a moment
    with suppress(OSError):
        out.rmdir()
    if not out.exists() and not (twin.is_dir() and files.rename(twin, out)) and not files.rename(old, out):
        raise _stranded(out, old)
    if not twin.exists():
        files.rename(old, twin)
    files.remove_tree(old)


def _stranded(out: Path, old: Path) -> FileError:
    hint = (
        f"The last generation stands whole at {old}. Rename it back, or make the folder above writable and build again."
    )
    return FileError([problem("file-refused", "The output folder could not be put back.", Place(str(out)), hint)])


def fill(out: Path, twin: Path) -> None:
    """Make `out` hold what `twin` holds, file by file: what pages need, then pages, then deletions. Raises FileError.

    A file of the same size and time is taken for the same file: copies keep the time.
    """
    has, wants = files.survey(out), files.survey(twin)
    blocking = _blocking(has, wants)
    for name in blocking:
        files.remove_tree(out / name)
    if blocking:
        has = files.survey(out)
    for name in sorted(wants.files, key=lambda name: _turn(name, is_known=files.MARK in has.files)):
        if has.files.get(name, ())[:2] != wants.files[name][:2]:
            files.copy(twin / name, out / name)
    for name in set(has.files) - set(wants.files):
        files.remove_tree(out / name)
    for name in set(has.folders) - set(wants.folders):
        files.remove_tree(out / name)


def _blocking(has: files.Survey, wants: files.Survey) -> list[str]:
    """What stands where a file or folder of another kind shall be."""
    folders, names = set(wants.folders), set(wants.files)
    return [
        *has.others,
        *(name for name in has.files if name in folders),
        *(name for name in has.folders if name in names),
    ]


def _turn(name: str, *, is_known: bool) -> tuple[int, str]:
    # the mark goes first into a folder that has none, or a kill would leave a folder that we no longer know as ours;
    # else last, since it names the generation
    if name == files.MARK:
        return (3 if is_known else 0), name
    return (2 if name.endswith(".html") else 1), name


def _record(journal: Path, method: Method, out: Path, twin: Path) -> None:
    # relative to the journal, so that a site that was moved as a whole can still be put right
    here = journal.parent
    record = {"method": method, "out": os.path.relpath(out, here), "twin": os.path.relpath(twin, here)}
    files.write_text(journal, json.dumps(record) + "\n")
    try:
        files.sync_folder(here)
    except FileError:
        _forget(journal)  # nothing was begun
        raise


def _recorded(journal: Path) -> tuple[Method, Path, Path]:
    here = journal.parent
    if journal.is_file():
        with suppress(ValueError, KeyError, TypeError):
            record = json.loads(files.read_bytes(journal))
            out, twin = here / record["out"], here / record["twin"]
            return (
                ("file-by-file" if record["method"] == "file-by-file" else "rename-pair"),
                out.resolve(),
                twin.resolve(),
            )
    return "none", here, here / "twin"


def _forget(journal: Path) -> None:
    files.remove_tree(journal)
