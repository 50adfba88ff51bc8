"""What a page is made from, as digests: equal parts, equal page."""

from collections.abc import Callable, Mapping
from importlib.metadata import version

from sitegen import __version__, digest
from sitegen.model import Fingerprint, Frame, Page, Theme

# whatever can change a page's bytes without a change of its values
_PARTS = ("markdown-it-py", "jinja2", "babel", "pillow", "python-slugify")


def renderer() -> str:
    """Return the digest of the versions of everything that turns values into bytes."""
    return digest.of_value([__version__, *(version(part) for part in _PARTS)])


def fingerprints(theme: Theme, made_by: str) -> Callable[[Page], Fingerprint]:
    """Return the function that takes a page's fingerprint; values that pages share are digested once."""
    mark = digest.Marks({Frame})
    maker = digest.mark(made_by)
    templates = {name: digest.mark(closure) for name, closure in theme.closures.items()}

    def fingerprint(page: Page) -> Fingerprint:
        # a field that holds nothing is no part: most fields of most pages hold nothing
        values = ((name, getattr(page.context, name)) for name in type(page.context).__slots__)
        parts = {name: mark(value) for name, value in values if value}
        template = templates.get(page.template) or digest.mark(page.template)
        return Fingerprint({**parts, "template": template, "renderer": maker})

    return fingerprint


def changed(now: Mapping[str, bytes] | None, was: Mapping[str, bytes] | None, *, intact: bool) -> tuple[str, ...]:
    """Return the parts that differ between a page as it shall be and as it was published; none: it is kept.

    Beside the fingerprint's own names: "new", "gone", and "spoilt" where the file does not stand as published.
    """
    if now is None:
        return () if was is None else ("gone",)
    if was is None:
        return ("new",)
    parts = () if now == was else tuple(sorted(k for k in {*now, *was} if now.get(k) != was.get(k)))
    return parts if intact else (*parts, "spoilt")
