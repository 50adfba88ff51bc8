"""One run of the Pagefind command: a folder of stubs in, a checked bundle out."""

import json
import os
import subprocess
import sys
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path

from sitegen import files
from sitegen.problems import BuildError, FileError, problem

# Memory of one run, in MB: measured 40 for nothing and 0.4 an article of 6 KB; a fifth is left as room.
BASE_MB, ARTICLE_MB = 50, 0.5
# Seconds before a run is taken for hung. An article costs 0.004 on an idle machine.
BASE_SECONDS, ARTICLE_SECONDS = 90.0, 0.2
SIGNATURE = b"pagefind_dcd"
# A killed build takes its runs with it: 1 is PR_SET_PDEATHSIG. Between fork and exec of a process with threads nothing
# of Python may run, so a process of its own asks for that and becomes the command (20 ms).
_STARTER = """
import ctypes, os, sys
ctypes.CDLL(None).prctl(1, 9)
if os.getppid() == int(sys.argv[1]):
    try:
        os.execv(sys.argv[2], sys.argv[2:])
    except OSError as error:
        sys.exit(f"it could not be started ({error.strerror})")
"""

_running: set[subprocess.Popen[bytes]] = set()


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a run made: where, the hash that its files are named by, and the wasm that it needs ("en", "unknown").

    `include` are the signs beside letters and digits that words may hold.
    """

    folder: Path
    hash: str
    wasm: str
    include: tuple[str, ...]


@cache
def version() -> str:
    """Return the version of Pagefind that is installed, "" if none is."""
    try:
        return version_of("pagefind-bin")
    except PackageNotFoundError:
        return ""


def executable() -> str:
    """Return the path of the Pagefind command. Raises BuildError."""
    try:
        import pagefind_bin  # noqa: PLC0415 - only a build with search needs it

        return str(pagefind_bin.get_executable())
    except (ImportError, OSError) as error:
        hint = "Install it with `pip install pagefind-bin`, or build with --no-search."
        raise BuildError(
            [problem("pagefind-missing", "The search index cannot be made: Pagefind is missing.", hint=hint)]
        ) from error


def megabytes(articles: int) -> float:
    """Return how much memory a run over so many articles is expected to take."""
    return BASE_MB + ARTICLE_MB * articles


def run(source: Path, target: Path, articles: int, what: str) -> Bundle:
    """Index a folder of `articles` stubs into a folder that is not there yet, and check what came out.

    `what` names the shard in errors. Raises BuildError if Pagefind is missing, fails, hangs, or leaves an index that is
    not whole.
    """
    command = [executable(), "--site", str(source), "--output-path", str(target), "--silent"]
    patience = BASE_SECONDS + ARTICLE_SECONDS * articles
    try:
        done = _done(command, patience)
    except subprocess.TimeoutExpired as error:
        raise failed(what, f"did not end within {patience:.0f} seconds") from error
    except OSError as error:
        raise failed(what, f"could not be started ({error.strerror or error})") from error
    if done.returncode:
        words = (done.stderr or done.stdout).decode("utf-8", "replace").split("\n")
        said = next((line.strip().rstrip(".") for line in words if line.strip()), "it gave no reason")
        raise failed(what, f"ended with code {done.returncode}: {said}")
    return _checked(target, articles, what)


def stop() -> None:
    """End all runs that are under way, in whatever thread: nobody will ask for what they make."""
    for process in tuple(_running):
        process.kill()


def _done(command: list[str], patience: float) -> subprocess.CompletedProcess[bytes]:
    starter = [sys.executable, "-ISc", _STARTER, str(os.getpid())] if sys.platform == "linux" else []
    with subprocess.Popen([*starter, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own command
        _running.add(process)
        try:
            out, err = process.communicate(timeout=patience)
        except BaseException:
            process.kill()
            raise
        finally:
            _running.discard(process)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


def failed(what: str, said: str) -> BuildError:
    """Return what to raise when a shard's index cannot be trusted."""
    hint = "Build again; if it stays, build with --no-search and report it."
    return BuildError([problem("pagefind-failed", f"Pagefind {said} while indexing {what}.", hint=hint)])


def _checked(target: Path, articles: int, what: str) -> Bundle:
    try:
        about = json.loads(files.read_bytes(target / "pagefind-entry.json"))
        ((_, language),) = about["languages"].items()
        bundle = Bundle(target, language["hash"], language["wasm"] or "unknown", tuple(about["include_characters"]))
        count = int(language["page_count"])
        readable = sum(_readable(fragment) for fragment in (target / "fragment").iterdir())
        whole = all((target / name).is_file() for name in needed(bundle))
    except (FileError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise failed(what, "left an index that cannot be read") from error
    if count != articles or readable != articles or not whole:
        raise failed(what, f"left an index of {min(count, readable)} articles where {articles} were given")
    return bundle


def needed(bundle: Bundle) -> tuple[str, str, str]:
    """Return the files outside `index/`, `filter/` and `fragment/` that a search needs."""
    return f"pagefind.{bundle.hash}.pf_meta", "pagefind.js", f"wasm.{bundle.wasm}.pagefind"


def _readable(fragment: Path) -> bool:
    try:
        return zlib.decompress(fragment.read_bytes(), wbits=31).startswith(SIGNATURE + b"{")
    except (OSError, zlib.error):
        return False
