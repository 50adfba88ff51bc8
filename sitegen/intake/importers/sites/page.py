"""What a page of another generator states of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.model import Picture


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states of itself."""

    title: str = ""
    date: str = ""
    lang: str = ""
    kicker: str = ""
    deck: str = ""
    byline: tuple[str, ...] = ()
    images: tuple[Picture, ...] = ()
    aliases: tuple[str, ...] = ()
    slug: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
