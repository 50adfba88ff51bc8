"""Old addresses: those that nobody else has stay with an article, for two pages at one address stop every build."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen import files, urls
from sitegen.config import Config
from sitegen.content import CONTENT

_HEAD = 8192
_STATED = re.compile(r"^aliases:(?P<line>[^\n]*)\n(?P<below>(?:[ ]*-[^\n]*\n)*)", re.MULTILINE)
_ADDRESS = re.compile(r"/[^\s,\]'\"]*")


class Aliases:
    """Knows the addresses that the files of `content/` have, and those that they keep from former days."""

    def __init__(self, root: Path, config: Config) -> None:
        self._root = root
        # the site's first language stands at its root, so no page of ours is below a folder of its name
        editions = set(config.languages) - {config.language}
        self._reserved = {*urls.RESERVED, *config.taxonomies, *editions}
        self._taken: dict[str, str] | None = None

    def free(self, wanted: Sequence[str], path: str) -> tuple[list[str], list[str]]:
        """Return the old addresses that the article at a path may keep, and those that another page has."""
        taken = self._known()
        taken.setdefault(urls.place(urls.of_content(path.removeprefix(f"{CONTENT}/"))), path)
        mine: list[str] = []
        others: list[str] = []
        for url in dict.fromkeys(map(_served, wanted)):
            first = url.split("/")[1] if url.startswith("/") else ""
            own = bool(first) and first not in self._reserved and taken.setdefault(urls.place(url), path) == path
            (mine if own else others).append(url)
        return mine, others

    def _known(self) -> dict[str, str]:
        if self._taken is None:
            self._taken = {}
            for url, path in self._stated():
                self._taken.setdefault(urls.place(url), path)
        return self._taken

    def _stated(self) -> Iterator[tuple[str, str]]:
        """Yield the addresses of files and sections, then those that front matter keeps."""
        names = [name for name in files.walk(self._root / CONTENT)[0] if name.endswith(".md")]
        for name in names:
            yield urls.of_content(name), f"{CONTENT}/{name}"
            if "/" in name and not name.startswith("collections/"):
                yield f"/{name.partition('/')[0]}/", f"{CONTENT}/{name.partition('/')[0]}/_index.md"
        for name in names:
            yield from ((url, f"{CONTENT}/{name}") for url in self._kept(name))

    def _kept(self, name: str) -> Iterable[str]:
        with (self._root / CONTENT / name).open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
        found = _STATED.search(head.partition("\n---")[0] + "\n")
        return _ADDRESS.findall(found["line"] + found["below"]) if found else ()


def _served(url: str) -> str:
    """Return an address as a host serves it: without a file's name it is a folder's."""
    return url if url.endswith("/") or "." in url.rpartition("/")[2] else f"{url}/"
