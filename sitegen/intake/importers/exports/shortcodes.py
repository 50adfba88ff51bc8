"""WordPress's shortcodes: captions and embedded addresses are understood, all others stay to be seen and counted."""

import re
from collections import Counter

_CAPTION = re.compile(r"\[caption\b[^\]]*\](?P<held>[^\[]{0,5000})\[/caption\]")
_IMAGE = re.compile(r"\s*(?P<image>(?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?)(?P<words>.*)", re.DOTALL)
_EMBED = re.compile(r"\[embed\b[^\]]*\]\s*(https?://[^\s\[\]<>\"]+)\s*\[/embed\]")
_TAG = re.compile(r"\[(?P<end>/?)(?P<name>[a-zA-Z][\w-]{1,40})(?P<values>(?:\s[^\[\]<>]{0,1000})?)/?\]")
# those of WordPress itself and of its most used parts that may stand without a value
_KNOWN = frozenset(
    ("gallery", "audio", "video", "playlist", "caption", "embed", "more", "contact-form", "contact-form-7")
)


def made_plain(html: str) -> tuple[str, Counter[str]]:
    """Return HTML with captions as figures and embedded addresses as links, and how often each other command stands."""
    text = _EMBED.sub(r'<p><a href="\1">\1</a></p>', _CAPTION.sub(_figure, html))
    ends = {one["name"] for one in _TAG.finditer(text) if one["end"]}
    found = Counter(
        one["name"]
        for one in _TAG.finditer(text)
        if not one["end"] and (one["name"] in _KNOWN or one["name"] in ends or "=" in one["values"])
    )
    return text, found


def _figure(caption: re.Match[str]) -> str:
    parts = _IMAGE.fullmatch(caption["held"])
    if not parts:
        return caption["held"]
    return f"<figure>{parts['image']}<figcaption>{parts['words']}</figcaption></figure>"
