"""At which address each page of a site stood, by its file: so links to files lead to pages."""

from collections.abc import Callable, Iterable, Iterator
from posixpath import normpath

from sitegen.intake import encodings
from sitegen.intake.importers.sites import addresses, front, keys, permalinks
from sitegen.intake.importers.sites.addresses import Where
from sitegen.intake.importers.sites.settings import Settings
from sitegen.problems import BuildError

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
# bytes in which front matter ends; what is longer is not looked at twice
HEAD = 4096
MAX_PAGES = 100_000
_ENDS = (*SUFFIXES, ".rst", ".html")


def index(kind: str, said: Settings, names: Iterable[str], fetch: Callable[[str], bytes | None]) -> dict[str, str]:
    """Return path below the texts' folder, without suffix -> address, for the pages of a site.

    A name alone stands for its page where no other page has it.
    """
    found: dict[str, str] = {}
    alone: dict[str, str | None] = {}
    for name in names:
        if not name.lower().endswith(SUFFIXES) or len(found) >= MAX_PAGES:
            continue
        where = addresses.place(name, kind, said)
        if address := _address(where, fetch(name) or b"", name):
            path = _path(where, name)
            found[path] = address
            last = path.rpartition("/")[2]
            alone[last] = None if last in alone else address
    return {**{name: address for name, address in alone.items() if address}, **found}


def _path(where: Where, name: str) -> str:
    return _without_end("/".join([*where.folders, name.rpartition("/")[2]]))


def _without_end(path: str) -> str:
    end = next((end for end in _ENDS if path.lower().endswith(end)), "")
    return path[: len(path) - len(end)].removesuffix("/index")


def _address(where: Where, data: bytes, name: str) -> str:
    """Return the address of a page by its front matter, "" where that cannot be read."""
    head = data[:HEAD]
    # up to its last whole line: half a letter would make it text of another encoding
    head = head[: head.rfind(b"\n") + 1] if len(data) >= HEAD else head
    encoding = encodings.find(head)
    text = head[encoding.mark :].decode(encoding.codec, "replace").replace("\r\n", "\n")
    if not text.strip() or where.stem == "_index":
        return ""
    try:
        parted = front.read(text, name)
    except BuildError:
        return ""
    if text.lstrip().startswith(("---", "+++")) and not parted.values:
        return ""  # it goes on behind what was looked at
    stated = keys.understood(parted.values, where)
    if not stated.title:
        stated = keys.titled(stated, front.headline(parted.body)[0] or addresses.title_of(where))
    return permalinks.old_address(where, stated)


def address(where: Where, link: str, *, by_name: bool = False) -> str:
    """Return the address of the page that a link in another one names by its file, "" where there is none.

    With `by_name`, the file's name alone will do.
    """
    known = where.settings.pages
    for path in _candidates(where, link, by_name=by_name):
        if path in known:
            return known[path]
    return ""


def _candidates(where: Where, link: str, *, by_name: bool) -> Iterator[str]:
    plain = _without_end(link.strip("/"))
    beside = _without_end(normpath("/".join([*where.folders, link]))) if not link.startswith("/") else plain
    content = f"{where.settings.content or addresses.content_of(where.kind)}/"
    by_names = (plain, plain.removeprefix(content), plain.rpartition("/")[2]) if by_name else ()
    for path in (beside, beside.removeprefix(content), *by_names):
        if where.suffix:
            yield f"{path}.{where.suffix}"
        yield path
