"""What a file of `content/` is, by where it stands there."""

CONTENT = "content"
_LISTS = frozenset(("sources.yaml", "takedowns.yaml", "ledger.jsonl"))
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg")


def kind(name: str) -> str:
    """Return what a file is by its path below `content/`, "" if no part of the archive reads it.

    >>> kind("news/1974/late-ferry.md"), kind("news/_index.md"), kind("about.md"), kind("media/ferry.jpg")
    ('article', 'section', 'page', 'media')
    """
    folder, _, rest = name.partition("/")
    if name in _LISTS:
        return "list"
    if folder == "authority":
        return "authority" if name.endswith(".yaml") else ""
    if folder == "media" or name.lower().endswith(_PICTURES):
        return "media"
    return _kind_of_text(folder, rest) if name.endswith(".md") else ""


def _kind_of_text(folder: str, rest: str) -> str:
    if not rest:
        return "page"
    if folder == "collections":
        return "collection"
    return "section" if rest == "_index.md" else "article"


def is_article(name: str) -> bool:
    """Whether a file below `content/` is an article's, by its path alone."""
    return kind(name) == "article"
