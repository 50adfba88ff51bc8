"""One page -> one file and its receipt."""

import dataclasses
import re
import traceback
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin

from jinja2 import Environment, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from sitegen import digest, files, markdown, urls
from sitegen.bodies import read_body
from sitegen.model import Body, Link, Page, Place, Problem, Receipt, Theme, Trace
from sitegen.problems import BuildError, did_you_mean, problem
from sitegen.records import encoded
from sitegen.render.data import WRITERS
from sitegen.render.templates import environment


@dataclasses.dataclass(frozen=True, slots=True)
class Press:
    """The compiled templates of a theme and the base path: all that turns contexts into bytes.

    `shown` maps a theme to the name of its template folder.
    """

    environment: Environment
    base_path: str
    shown: Mapping[str, str]

    def write(
        self,
        page: Page,
        root: Path,
        staging: Path,
        told: "Told",
        parts: Mapping[str, bytes] | None = None,
        reasons: tuple[str, ...] = ("new",),
    ) -> Receipt:
        """Write one page below `staging`; `root` is the site's folder, in which its body stands. Raises FileError.

        `told` are the addresses that receipts before this one have told, `parts` and `reasons` those of the page's
        fingerprint.
        """
        try:
            text = self.text(page, root)
        except BuildError as error:
            return Receipt(page.url, reasons, problems=error.problems)
        except Exception as error:  # noqa: BLE001 - whatever a template does wrong must name its page, not end the build
            return Receipt(page.url, reasons, problems=(_failed(page, error, self.shown),))
        data = text.encode()
        files.write_staged(f"{staging}/{urls.output_path(page.url)}", data)
        trace, targets = Trace(parts or {}), tuple[str, ...]()
        if page.template.endswith(".html"):
            anchors = _attribute(data, b"id")
            links, targets = told.links(data, page.url, anchors)
            trace = Trace(parts or {}, links, tuple(sorted(unescape(one.decode()) for one in anchors)))
        return Receipt(page.url, reasons, digest.of_bytes(data), len(data), encoded(trace), targets)

    def text(self, page: Page, root: Path) -> str:
        """Return a page's text. Raises BuildError where its body is not the one that was planned."""
        if page.template in WRITERS:
            return WRITERS[page.template](page.context)
        values = {name: getattr(page.context, name) for name in type(page.context).__slots__}
        if "body" in values:
            values["content"] = self._content(values["body"], values.get("links", {}), root)
        return self.environment.get_template(page.template).render(values)

    def _content(self, body: Body | None, links: Mapping[str, Link], root: Path) -> Markup:
        if body is None:
            return Markup()
        return Markup(markdown.to_html(read_body(body, root), links, self.base_path))  # noqa: S704 - raw HTML is off in it


@lru_cache(maxsize=2)
def _press(
    _texts: str,
    folders: tuple[str, ...],
    names: tuple[str, ...],
    shown: tuple[str, ...],
    base_path: str,
    cache: Path | None,
) -> Press:
    return Press(environment(folders, names, base_path, cache), base_path, dict(zip(names, shown, strict=True)))


def press(theme: Theme, base_path: str, cache: Path | None = None) -> Press:
    """Return the press of a theme, compiled once in a process (and once for all, with a `cache` folder).

    Raises BuildError for templates that ask for filters or tests that are not there.
    """
    made = _press(digest.of_value(theme.closures), theme.folders, theme.names, theme.shown, base_path, cache)
    problems = []
    for name in theme.closures:
        try:
            made.environment.get_template(name)
        except TemplateSyntaxError as error:
            problems.append(_unreadable(error, made))
    if problems:
        raise BuildError(problems)
    return made


def _unreadable(error: TemplateSyntaxError, made: Press) -> Problem:
    """Say in which line of which template stands what cannot be compiled."""
    said = (error.message or "it cannot be compiled").rstrip(".")
    asked = re.search(r"'(.+)'", said)
    hint = did_you_mean(asked[1], (*made.environment.filters, *made.environment.tests)) if asked else ""
    place = Place(_file(error.filename or error.name or "", made.shown), error.lineno)
    return problem("template-syntax", f"The template cannot be read: {said}.", place, hint)


def _failed(page: Page, error: Exception, shown: Mapping[str, str]) -> Problem:
    """Say which line of which template failed on which page."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    place = Place(_file(frames[-1].filename, shown), frames[-1].lineno or 0) if frames else None
    said = error.message if isinstance(error, TemplateError) and error.message else f"{type(error).__name__}: {error}"
    return problem(
        "template-failed", f"{page.url} could not be rendered: {said}.", place, f"Its template is {page.template}."
    )


def _file(name: str, shown: Mapping[str, str]) -> str:
    """Return a template's file as people know it: `own/list.html` is `themes/own/templates/list.html`."""
    theme, _, rest = name.partition("/")
    return f"{shown[theme]}/{rest}" if theme in shown else name


class Told:
    """The addresses inside the site that some pages lead to: each is worked out and told once."""

    def __init__(self, base_path: str) -> None:
        self._base_path = base_path
        self._told: set[str] = set()
        # what an attribute that means the same on every page leads to, as a short mark; b"" for what is elsewhere
        self._known: dict[bytes, bytes] = {}

    def links(self, data: bytes, url: str, anchors: Iterable[bytes]) -> tuple[bytes, tuple[str, ...]]:
        """Return the short marks (sorted) of the addresses that a page leads to, without base path, and the new ones.

        Its own `anchors` are not among them: with these it stands or falls.
        """
        written = _attribute(data, b"href") | _attribute(data, b"src") | _candidates(data)
        written.difference_update([b"#" + one for one in anchors])
        known, new = self._known, list[str]()
        marks = {known[one] if one in known else self._mark(one, url, new) for one in written}
        marks.discard(b"")
        return b"".join(sorted(marks)), tuple(sorted(new))

    def _mark(self, written: bytes, url: str, new: list[str]) -> bytes:
        """Return the mark of where an attribute leads, b"" if not inside the site; `new` gets what is not told yet."""
        target = unescape(written.decode())
        found = "" if urls.is_elsewhere(target) else _inside(target, url, self._base_path)
        mark = digest.short_mark(found) if found else b""
        if found and found not in self._told:
            self._told.add(found)
            new.append(found)
        if target.startswith("/"):
            self._known[written] = mark
        return mark


def _attribute(data: bytes, name: bytes) -> set[bytes]:
    """Return the values of an attribute: by parting the page, some times as quick as a regular expression."""
    parts = pairwise(data.split(name + b'="'))
    return {after[: after.find(b'"')] for before, after in parts if before[-1:].isspace()}


def _candidates(data: bytes) -> set[bytes]:
    """Return the addresses of pictures among which a browser chooses."""
    return {one.split()[0] for row in _attribute(data, b"srcset") for one in row.split(b", ") if one.strip()}


def _inside(target: str, url: str, base_path: str) -> str:
    if target.startswith("/"):
        return unquote(target.removeprefix(base_path) if target.startswith(f"{base_path}/") else target)
    return unquote(urljoin(url, target))
