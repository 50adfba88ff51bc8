"""What this machine has and lacks for building an archive, and the command that mends it."""

import importlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from sitegen import __version__, config, files, swap
from sitegen.problems import SitegenError, sentence
from sitegen.search import pagefind

# name on PyPI -> name to import; a test holds this against pyproject.toml
CORE = {
    "ahocorasick-rs": "ahocorasick_rs",
    "babel": "babel",
    "click": "click",
    "datasketch": "datasketch",
    "docutils": "docutils",
    "feedparser": "feedparser",
    "ftfy": "ftfy",
    "hijridate": "hijridate",
    "jdatetime": "jdatetime",
    "jinja2": "jinja2",
    "lxml": "lxml",
    "lxml-html-clean": "lxml_html_clean",
    "markdown-it-py": "markdown_it",
    "markupsafe": "markupsafe",
    "msgspec": "msgspec",
    "numpy": "numpy",
    "openpyxl": "openpyxl",
    "pagefind-bin": "pagefind_bin",
    "pillow": "PIL",
    "py3langid": "py3langid",
    "python-slugify": "slugify",
    "pyyaml": "yaml",
    "rich": "rich",
    "starlette": "starlette",
    "trafilatura": "trafilatura",
    "uvicorn": "uvicorn",
    "warcio": "warcio",
    "watchdog": "watchdog",
}
DISTRIBUTION = "sitegen-archive"  # the name on PyPI; `sitegen` there is another's
PYTHON = (3, 11)
ROOM = 500_000_000  # bytes that should be free: an archive of 10,000 articles, twice
_EXTRA = re.compile(r"""^(?P<name>[A-Za-z0-9._-]+).*;.*\bextra\s*==\s*['"](?P<extra>[^'"]+)['"]""")
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")
_MADE_FROM = ("content", "seeds", "themes", "static")
_SWAPS = {
    "exchange": "A new generation takes the old one's place at one instant.",
    "rename-pair": "A new generation takes the old one's place in two renames, which are finished if they are stopped.",
    "file-by-file": "This folder cannot be swapped; it is filled file by file, and readers may see two generations.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is as it should be, a sentence about it, and the way out where one is needed."""

    what: str
    good: bool
    text: str
    hint: str = ""


def examine(root: Path, out: Path) -> tuple[Finding, ...]:
    """Look at the machine, the site's folder and the output folder; nothing is left behind."""
    return (
        _python(),
        Finding("sitegen", good=True, text=f"Version {__version__}."),
        *(_package(name, module) for name, module in CORE.items()),
        *_extras(),
        _pagefind(),
        _libyaml(),
        _site(root),
        _writable(root),
        _swap(out),
        _watches(root),
        _space(out),
    )


def _python() -> Finding:
    good = sys.version_info >= PYTHON
    wanted = ".".join(map(str, PYTHON))
    hint = "" if good else f"Install Python {wanted} or later, and sitegen in it."
    return Finding("Python", good, f"Version {platform.python_version()}; {wanted} is the oldest that will do.", hint)


def _package(name: str, module: str) -> Finding:
    try:
        importlib.import_module(module)
    except Exception as error:  # noqa: BLE001 - whatever a broken package raises
        return Finding(
            name,
            good=False,
            text=f"It cannot be imported: {str(error) or type(error).__name__}.",
            hint=f"pip install {name}",
        )
    return Finding(name, good=True, text=f"Version {_version(name)}.")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not known"


def _extras() -> Iterator[Finding]:
    """Yield a finding for each extra that this sitegen offers; one that is not installed is no fault."""
    try:
        required = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return
    for extra, names in sorted(extras(required).items()):
        missing = [name for name in names if _version(name) == "not known"]
        if missing:
            text = f"Not installed; it would need {', '.join(missing)}."
            yield Finding(
                f"{DISTRIBUTION}[{extra}]", good=True, text=text, hint=f"pip install '{DISTRIBUTION}[{extra}]'"
            )
        else:
            yield Finding(f"{DISTRIBUTION}[{extra}]", good=True, text="Installed.")


def extras(required: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the names that each extra requires, from a distribution's requirements as it states them."""
    found: dict[str, tuple[str, ...]] = {}
    for line in required:
        if match := _EXTRA.match(line):
            found[match["extra"]] = (*found.get(match["extra"], ()), match["name"])
    return found


def _pagefind() -> Finding:
    hint = "pip install --force-reinstall pagefind-bin, or build with --no-search."
    try:
        done = subprocess.run(  # noqa: S603 - our own command
            [pagefind.executable(), "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except SitegenError as error:
        return Finding("Pagefind", good=False, text=error.problems[0].text, hint=hint)
    except (OSError, subprocess.SubprocessError) as error:
        return Finding("Pagefind", good=False, text=f"The command does not run: {error}.", hint=hint)
    return Finding("Pagefind", good=True, text=f"The command runs: {done.stdout.strip()}.")


def _libyaml() -> Finding:
    import yaml  # noqa: PLC0415 - a missing package is a finding of its own

    if yaml.__with_libyaml__:
        return Finding("libyaml", good=True, text="PyYAML reads through it.")
    hint = "pip install --force-reinstall --only-binary pyyaml pyyaml"
    return Finding("libyaml", good=False, text="PyYAML was installed without it, and YAML cannot be read.", hint=hint)


def _site(root: Path) -> Finding:
    try:
        settled, said = config.load(root)
    except SitegenError as error:
        found = error.problems[0]
        return Finding("site.yaml", good=False, text=sentence(found))
    if said:
        return Finding("site.yaml", good=True, text=said[0].text, hint=said[0].hint)
    return Finding("site.yaml", good=True, text=f'It can be read: "{settled.title}".')


def _writable(root: Path) -> Finding:
    state = root / ".sitegen"
    try:
        with tempfile.TemporaryFile(dir=_nearest(state)):
            return Finding(".sitegen", good=True, text="What is remembered between builds can be written.")
    except OSError as error:
        text = f"{state} cannot be written: {error.strerror or error}."
        return Finding(".sitegen", good=False, text=text, hint=f"See who owns {root} and whether the disk is full.")


def _swap(out: Path) -> Finding:
    """Swap two small folders beside the output folder, as a publish would."""
    name = f"publishing to {out}"
    try:
        method = "file-by-file" if out.is_mount() else _tried(_nearest(out.parent))
    except (OSError, SitegenError) as error:
        reason = error.problems[0].text if isinstance(error, SitegenError) else f"{error.strerror or error}."
        hint = f"See who owns {out.parent}, or choose another folder with -o."
        return Finding(name, good=False, text=f"Nothing can be written beside it: {reason}", hint=hint)
    good = method != "file-by-file"
    return Finding(
        name, good, _SWAPS[method], "" if good else "A folder inside this one can be swapped: give it with -o."
    )


def _tried(beside: Path) -> str:
    with tempfile.TemporaryDirectory(prefix=".sitegen-doctor-", dir=beside) as folder:
        place = Path(folder)
        for name in ("out", "twin"):
            files.write_text(place / name / "file", name)
        return swap.swap(place / "out", place / "twin", place / "journal")


def _watches(root: Path) -> Finding:
    try:
        limit = int(files.read_bytes(_WATCHES)) if _WATCHES.exists() else 0
    except (SitegenError, ValueError):
        limit = 0
    if not limit:
        return Finding("watching", good=True, text="This system has no limit of its own on watched folders.")
    folders = sum(_folders(root / name) for name in _MADE_FROM)
    good = folders * 2 <= limit  # others watch too
    text = f"{folders:,} folders are to be watched by `serve`, {limit:,} are allowed in all."
    return Finding(
        "watching", good, text, "" if good else f"sudo sysctl fs.inotify.max_user_watches={max(524_288, folders * 4)}"
    )


def _folders(top: Path) -> int:
    try:
        return len(files.survey(top).folders) + 1
    except SitegenError:
        return 1


def _space(out: Path) -> Finding:
    free = shutil.disk_usage(_nearest(out)).free
    good = free >= ROOM
    text = f"{free / 1e9:,.1f} GB are free where {out} is."
    return Finding("disk", good, text, "" if good else "Make room: a build keeps two generations of the site.")


def _nearest(path: Path) -> Path:
    """Return the folder itself, or the nearest above it that is there."""
    found = Path(os.path.abspath(path))  # noqa: PTH100 - links are not to be followed out of the folder's own file system
    while not found.is_dir() and found != found.parent:
        found = found.parent
    return found
