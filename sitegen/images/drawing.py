"""SVG drawings: whether a file is one, and what size it says it has."""

import re

_BEGINNING = 4096  # bytes in which a drawing says what it is; comments and a DOCTYPE may stand before that
_ROOT = re.compile(rb"<svg\b[^>]*>")
_BEFORE = re.compile(rb"\s*(?:<\?xml\b[^>]*\?>|<!--.*?-->|<!DOCTYPE\b[^\[>]*(?:\[.*?\])?\s*>|\s+)*", re.DOTALL)
_NUMBER = rb"[+]?(\d+(?:\.\d*)?|\.\d+)"
_VIEW = re.compile(rb"""\bviewBox\s*=\s*["']\s*[-+.\d]+[\s,]+[-+.\d]+[\s,]+""" + _NUMBER + rb"[\s,]+" + _NUMBER)
_MOST = 1_000_000


def size(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a drawing in pixels, (0, 0) where it does not say; None for what is no drawing."""
    text = data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE.match(text)
    root = _ROOT.match(text, before.end() if before else 0)
    if root is None:
        return None
    stated = _length(root[0], b"width"), _length(root[0], b"height")
    if all(stated):
        return stated
    view = _VIEW.search(root[0])
    return _whole(float(view[1]), float(view[2])) if view else (0, 0)


def _length(root: bytes, name: bytes) -> int:
    """Return a length in pixels; 0 where it is not stated, or in parts of what stands around the drawing."""
    found = re.search(rb"""\s""" + name + rb"""\s*=\s*["']\s*""" + _NUMBER + rb"""(?:px)?\s*["']""", root)
    return round(min(float(found[1]), _MOST)) if found else 0


def _whole(width: float, height: float) -> tuple[int, int]:
    """Return a ratio as whole numbers that keep it, (0, 0) where there is none."""
    if not all(1 / _MOST <= side <= _MOST for side in (width, height)):
        return 0, 0
    scale = max(1.0, 100 / min(width, height))
    return round(width * scale), round(height * scale)
