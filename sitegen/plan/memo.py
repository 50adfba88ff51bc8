"""Which pages need not be planned again: those made by the same function from the same values as before."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sitegen import digest
from sitegen.config import Limits
from sitegen.model import Batch, Card, Draft, Frame, Link, Page

# values that stand among those of many batches: marked once
_SHARED = frozenset({Card, Frame, Limits, Link, type(None)})


class Memo:
    """Plans batches of pages, and leaves those out that an earlier build knows.

    `known` maps the keys of earlier batches to their addresses; `base` is the mark of what every batch depends on
    beside its own values.
    """

    def __init__(self, known: Mapping[str, tuple[str, ...]], base: bytes) -> None:
        self._known = known
        self._base = base
        self._marks = digest.Marks(_SHARED)

    def batch(self, make: Callable[..., Iterable[Page | Draft]], *values: Any) -> Batch:  # noqa: ANN401 - what `make` takes
        """Return the pages that `make`, a pure function of a module, makes of some values."""
        name = digest.mark(f"{make.__module__}.{make.__qualname__}")
        key = digest.joined((self._base, name, *map(self.mark, values))).hex()
        return self._known_batch(key) or _batch(key, tuple(make(*values)))

    def page(self, page: Page) -> Batch:
        """Return a page that was planned anyway as a batch."""
        return self.piece(page, digest.mark(page))

    def piece(self, piece: Page | Draft, mark: bytes) -> Batch:
        """Return a page, planned or a draft yet, as a batch of its own that is known by a mark."""
        key = digest.joined((self._base, mark)).hex()
        return self._known_batch(key) or _batch(key, (piece,))

    def _known_batch(self, key: str) -> Batch | None:
        return Batch(key, self._known[key], None) if key in self._known else None

    def mark(self, value: Any) -> bytes:  # noqa: ANN401 - any value of the model
        """Return the mark of a value; that of a tuple is of its members' marks, so that a card is marked but once."""
        return digest.joined(map(self.mark, value)) if isinstance(value, tuple) else self._marks(value)


def _batch(key: str, pages: tuple[Page | Draft, ...]) -> Batch:
    return Batch(key, tuple(page.url for page in pages), pages)
