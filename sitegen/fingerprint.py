"""What a page is made from, as digests: equal parts, equal page."""

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any

from sitegen import __version__, digest
from sitegen.model import Fingerprint, Page, Theme

# whatever can change a page's bytes without a change of its values
_PARTS = ("markdown-it-py", "jinja2", "babel", "pillow", "python-slugify")
# a field that holds nothing is no part: most fields of most pages hold nothing
_NOTHING: tuple[Any, ...] = (None, (), {}, "")


def renderer() -> str:
    """Return the digest of the versions of everything that turns values into bytes."""
    return digest.of_value([__version__, *(version(part) for part in _PARTS)])


def fingerprints(theme: Theme, made_by: str) -> Callable[[Page], Fingerprint]:
    """Return the function that takes a page's fingerprint; values that pages share are digested once."""
    known: dict[int, tuple[Any, bytes]] = {}
    maker = digest.mark(made_by)
    templates = {name: digest.mark(closure) for name, closure in theme.closures.items()}

    def shared(value: Any) -> bytes:  # noqa: ANN401 - any value of the model
        # the value is kept beside its digest, so that its id cannot be another's
        if id(value) not in known:
            known[id(value)] = value, digest.mark(value)
        return known[id(value)][1]

    def fingerprint(page: Page) -> Fingerprint:
        context = page.context
        parts = {"template": templates.get(page.template) or digest.mark(page.template), "renderer": maker}
        for name in type(context).__slots__:
            value = getattr(context, name)
            if name == "site":
                parts[name] = shared(value)
            elif value not in _NOTHING:
                parts[name] = digest.mark(value)
        return Fingerprint(parts)

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
