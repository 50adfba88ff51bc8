"""What folders say of the files in them: a generator's site lies there, or a browser saved them with a page."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

# what browsers call the folder of a page saved "complete", in the languages they speak
_WORDS = (
    "files|file|filer|fichiers|Dateien|archivos|arquivos|ficheiros|bestanden|pliki|soubory|tiedostot|dosyalar|elemei"
)
_COMPANION = re.compile(rf"(?P<stem>.+)(?:[_-](?:{_WORDS})|\.files)", re.IGNORECASE)
_PAGES = (".html", ".htm", ".xhtml", ".HTML", ".HTM")


@dataclass(frozen=True, slots=True)
class Folders:
    """`sites` maps the root of each generator's site to what it says of its pages; `companions` stand beside pages."""

    sites: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    companions: frozenset[str] = frozenset()

    def about(self, name: str, base: str) -> dict[str, str]:
        """Return what the site in which a file lies says of it.

        `root` in it is the site's folder, below `base`; empty where a file lies in none.
        """
        root = next((above for above in _above(name) if above in self.sites), None)
        return {} if root is None else {**self.sites[root], "root": f"{base}/{root}".rstrip("/")}

    def is_beside_a_page(self, name: str) -> bool:
        """Whether a file is what a browser saved with a page: its pictures, styles and scripts."""
        return bool(self.companions) and any(above in self.companions for above in _above(name))


def look(names: Iterable[str], site: Callable[[str, frozenset[str]], Mapping[str, str]]) -> Folders:
    """Look at the folders of many files; `site` returns what a generator's site says of its pages, else nothing.

    It is given a folder, the names of its files, and those of the folders in it with `/` at their end.
    """
    within: dict[str, set[str]] = defaultdict(set)
    for name in names:
        folder, _, file = name.rpartition("/")
        within[folder].add(file)
        for above in _above(name):
            # of the folders within it, a folder holds the names, each with a stroke
            outer, _, own = above.rpartition("/")
            within[outer].update([f"{own}/"] if own else [])
    sites: dict[str, Mapping[str, str]] = {}
    for folder in sorted(within, key=lambda name: name.count("/") + bool(name)):
        # of what lies in a site, nothing is asked: themes carry example sites
        if not any(above in sites for above in _above(f"{folder}/")) and (
            said := site(folder, frozenset(within[folder]))
        ):
            sites[folder] = said
    companions = {above for folder in within for above in _above(f"{folder}/") if _is_companion(above, within)}
    return Folders(sites, frozenset(companions))


def below(folder: str, names: Iterable[str]) -> Iterable[str]:
    """Return the names of the files below a folder, from it on."""
    start = f"{folder}/" if folder else ""
    return (name[len(start) :] for name in names if name.startswith(start))


def _is_companion(folder: str, within: Mapping[str, set[str]]) -> bool:
    above, _, own = folder.rpartition("/")
    found = _COMPANION.fullmatch(own)
    beside = within.get(above, ())
    return found is not None and any(found["stem"] + suffix in beside for suffix in _PAGES)


def _above(name: str) -> Iterable[str]:
    """Return the folders above a file, the outermost ("") first."""
    parts = name.split("/")[:-1]
    return ("/".join(parts[:count]) for count in range(len(parts) + 1))
