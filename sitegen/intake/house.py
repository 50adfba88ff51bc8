"""What curation must know of the archive: its settings, the names of its publications and of its authorities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sitegen import files, frontmatter
from sitegen.config import Config
from sitegen.content import CONTENT
from sitegen.intake import mentions
from sitegen.intake.mentions import Finder
from sitegen.problems import SitegenError


@dataclass(frozen=True, slots=True)
class House:
    """The settings, the names of each publication by its id, and what finds names of the authority files in a text."""

    config: Config
    own_names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    finder: Finder = field(default_factory=lambda: Finder({}))


def of(root: Path, config: Config) -> House:
    """Read what is known of an archive."""
    return House(config, _names_of_sources(root), Finder(mentions.authorities(root, config.taxonomies)))


def _names_of_sources(root: Path) -> Mapping[str, frozenset[str]]:
    """Return the names of each publication of `content/sources.yaml`; what cannot be read there is for load to tell."""
    path = root / CONTENT / "sources.yaml"
    if not path.is_file():
        return {}
    try:
        values, _ = frontmatter.read_yaml(files.read_bytes(path).decode("utf-8", "replace"), f"{CONTENT}/sources.yaml")
    except SitegenError:
        return {}
    return {identifier: _names(said) for identifier, said in values.items() if isinstance(said, dict)}


def _names(said: Mapping[str, Any]) -> frozenset[str]:
    names = said.get("names")
    further = [str(name) for name in names.values()] if isinstance(names, dict) else []
    return frozenset(name for name in [str(said.get("name", "")), *further] if name)
