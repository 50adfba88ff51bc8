"""What a page is made from, as digests: equal parts, equal page."""

import dataclasses
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from sitegen import __version__, digest
from sitegen.model import Fingerprint, Page, Theme

# whatever can change a page's bytes without a change of its values
_PARTS = ("markdown-it-py", "jinja2", "babel", "pillow", "python-slugify")


def renderer() -> str:
    """Return the digest of the versions of everything that turns values into bytes."""
    return digest.of_value([__version__, *(version(part) for part in _PARTS)])


def fingerprints(theme: Theme, made_by: str) -> Callable[[Page], Fingerprint]:
    """Return the function that takes a page's fingerprint; values that pages share are digested once."""
    known: dict[int, tuple[Any, str]] = {}

    def shared(value: Any) -> str:  # noqa: ANN401 - any value of the model
        # the value is kept beside its digest, so that its id cannot be another's
        if id(value) not in known:
            known[id(value)] = value, digest.of_value(value)
        return known[id(value)][1]

    def fingerprint(page: Page) -> Fingerprint:
        context = page.context
        parts = {
            field.name: (shared if field.name == "site" else digest.of_value)(getattr(context, field.name))
            for field in dataclasses.fields(context)
        }
        return Fingerprint({**parts, "template": theme.closures.get(page.template, page.template), "renderer": made_by})

    return fingerprint
