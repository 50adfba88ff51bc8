"""What an answer does to a file: written at once, whole, and only if the file still is as it was shown."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen import digest, files, frontmatter, lock, revising, urls
from sitegen.content import CONTENT, is_article
from sitegen.intake import provenance
from sitegen.intake.shelf import Shelf
from sitegen.model import Place
from sitegen.problems import BuildError, UsageError, problem
from sitegen.review.values import Case

_TAKEDOWNS = "content/takedowns.yaml"


@dataclass(frozen=True, slots=True)
class Curator:
    """Who answers: for the archive at `root`, on `today` (an ISO day), waiting so many seconds for another sitegen."""

    root: Path
    today: str
    wait: float = 0.0


def accept(curator: Curator, case: Case) -> str:
    """Write what was proposed as the curator's decision; return what was done. Raises SitegenError."""
    _decide(curator, case, dict(case.proposed))
    return f"{case.path} is settled."


def withhold(curator: Curator, case: Case) -> str:
    """Keep an article from being shown; return what was done. Raises SitegenError."""
    _decide(curator, case, {"status": "withheld"})
    return f"{case.path} is withheld: no build shows it."


def _decide(curator: Curator, case: Case, changes: Mapping[str, Any]) -> None:
    with _opened(curator, case) as text:
        changed = revising.content(text, case.path, {**changes, "reviewed": curator.today})
        files.write_text(curator.root / case.path, changed)


@contextmanager
def _opened(curator: Curator, case: Case) -> Iterator[str]:
    """Hold the site, and give the text of a case's file. Raises BuildError if it changed since it was shown."""
    with lock.hold(curator.root / lock.PATH, curator.wait):
        data = files.read_bytes(curator.root / case.path)
        if digest.of_bytes(data) != case.digest:
            said = "This file changed while it was shown; the answer was not written."
            raise BuildError([problem("answer-refused", said, Place(case.path), "Look at it again, and answer anew.")])
        yield files.text_of(data, case.path, "utf-8")


# --- two files of one article -------------------------------------------------------------------------


def merge(curator: Curator, case: Case, into: str) -> str:
    """Make a case's article a part of another, named by path, address or id; return what was done.

    The other takes over its provenance and its addresses; when that is written, and the ledger tells both places for
    the one article, the file of the case is removed. A run that was stopped between is finished by the same answer.
    Raises SitegenError, and then nothing was removed.
    """
    with _opened(curator, case) as text:
        shelf = Shelf(curator.root)
        path = _path_of(curator.root, shelf, into)
        _refuse_merge(curator.root, case, path)
        gone = frontmatter.read(text, case.path).values
        kept_text = files.text_of(files.read_bytes(curator.root / path), path, "utf-8")
        kept = frontmatter.read(kept_text, path).values
        changed = revising.content(kept_text, path, _joined(kept, gone, case.path))
        files.write_text(curator.root / path, changed)
        shelf.merge(case.id, str(kept.get("id", "")))
        shelf.save()
        files.remove_tree(curator.root / case.path)
    return " ".join([f"{case.path} is merged into {path} and removed.", *_still_named(curator.root, case)])


def _path_of(root: Path, shelf: Shelf, into: str) -> str:
    """Return the content file that a curator named. Raises UsageError if there is none."""
    named = into.strip()
    found = shelf.files.get(named, "")
    if not found and named.startswith("/"):
        found = f"{CONTENT}/{named.strip('/')}.md"
    found = found or named
    name = found.removeprefix(f"{CONTENT}/")
    # among the files that a walk finds: no link, and nothing outside
    if name != found and is_article(name) and name in files.walk(root / CONTENT)[0]:
        return found
    hint = "Name it by its id, its address (/news/1974/…/) or its path (content/…)."
    raise UsageError([problem("article-unknown", f'No article is known as "{named}".', None, hint)])


def _refuse_merge(root: Path, case: Case, path: str) -> None:
    if path == case.path:
        said, hint = "An article cannot be merged with itself.", "Name the other one."
    elif (root / _TAKEDOWNS).is_file() and case.id.encode() in files.read_bytes(root / _TAKEDOWNS):
        said = f"{_TAKEDOWNS} names this article; merged, its text would go on under another id."
        hint = "Name the other article there instead, or withhold this one."
    else:
        return
    raise UsageError([problem("answer-refused", said, Place(case.path), hint)])


def _joined(kept: Mapping[str, Any], gone: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return what the kept article says from now on: where else it was found, and the addresses that lead to it."""
    address = urls.of_content(path.removeprefix(f"{CONTENT}/"))
    aliases = list(dict.fromkeys([*_listed(kept, "aliases"), address, *_listed(gone, "aliases")]))
    found = provenance.joined(kept.get("provenance"), gone.get("provenance"))
    return {"aliases": aliases, **({"provenance": found} if found else {})}


def _listed(values: Mapping[str, Any], key: str) -> list[str]:
    value = values.get(key, [])
    return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]


def _still_named(root: Path, case: Case) -> Iterator[str]:
    """Tell which files of content/ still name an article that is gone."""
    for name in files.walk(root / CONTENT)[0]:
        if name.endswith((".md", ".yaml")) and case.id.encode() in files.read_bytes(root / CONTENT / name):
            yield f"{CONTENT}/{name} still names {case.id}: put the other id there."
