"""A macro whose words are kept: of the same frozen values it says the same, and a row stands in a dozen lists."""

from typing import Any

from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from sitegen.model import Card, Frame

# words of one macro that are kept in mind
_MOST = 50_000
# values that many pages share; they, and those that there is but one of, are told by their identity
_SHARED = frozenset({Card, Frame, Markup, int, bool, type(None)})


class Kept:
    """Calls a macro, or gives what it made of the same values before; those of one page alone will not come again."""

    __slots__ = ("_known", "_macro", "_missing", "_takes_more")

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        # what stands for arguments that a call leaves out; a macro that takes whatever is given sorts that out
        takes_more = macro.caller or macro.catch_kwargs or macro.catch_varargs
        self._takes_more = bool(takes_more)
        self._missing = (missing,) * len(macro.arguments)
        # what the ids in a key stand for is kept beside the words, so that no id can come to mean another value
        self._known: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}

    def __call__(self, *args: Any, **more: Any) -> str:  # noqa: ANN401 - whatever a macro takes
        """Return what the macro says."""
        if more or self._takes_more or len(args) > len(self._missing):
            return self._macro(*args, **more)
        key = _key(args)
        if key is None:
            return self._say(args)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[key] = self._say(args), args
        return found[0]

    def _say(self, args: tuple[Any, ...]) -> str:
        """Call the function behind the macro: that it was called with values only, nothing by name, is known here."""
        return Markup(self._macro._func(*args, *self._missing[len(args) :]))  # noqa: S704, SLF001 - as the macro does


def _key(args: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return what tells a call from others; None where an argument is a page's own, so that it will not come again."""
    key: list[Any] = []
    for one in args:
        kind = type(one)
        if kind is str:
            key.append(one)
        elif kind in _SHARED:
            key.append(id(one))
        else:
            return None
    return tuple(key)
