"""A page that is not planned yet: who makes it plans it, so that its values need not travel nor be kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sitegen.model.page import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """An output that is planned where it is made, by a pure function of a value that many share and of its own name."""

    url: str
    make: Callable[[Any, str], Page]
    shared: Any
    name: str


def as_page(one: Page | Draft) -> Page:
    """Return a page, planned now if it is a draft yet."""
    return one.make(one.shared, one.name) if isinstance(one, Draft) else one
