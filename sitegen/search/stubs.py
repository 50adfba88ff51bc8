"""What Pagefind reads of an article: a page of its text, filters and sort keys, with nothing around them."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from sitegen import dates, markdown, urls
from sitegen.bodies import read_body
from sitegen.model import Body, Stub

# Languages without spaces between words. The plain Pagefind takes a sentence of them for one word, so each sign is set
# apart; the search page sets the signs of a query apart in the same way and asks for them side by side.
UNSPACED = frozenset({"ja", "zh", "yue"})
_SIGN = re.compile("([\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_SPELT = str.maketrans({"/": "_", "?": "q", "%": "p"})


def orders(stubs: Sequence[Stub]) -> Mapping[str, tuple[int, int]]:
    """Return the places of stubs in their shard, newest first and oldest first, by address.

    Pagefind sorts by these places and not by days: ties, open ends and the undated then stand as in every list.
    """
    newest = dates.in_order(stubs, lambda one: (one.date, one.id), newest=True)
    oldest = dates.in_order(stubs, lambda one: (one.date, one.id))
    place = {one.url: number for number, one in enumerate(oldest)}
    return {one.url: (number, place[one.url]) for number, one in enumerate(newest)}


def path(stub: Stub) -> str:
    """Return where a stub stands in the folder that is indexed: the article's address, and in the file's name its date.

    The name is `<EDTF>@<order key>.html` with `/ ? %` written `_ q p`. Pagefind gives it back with each result, so the
    search page learns what it must show and sort by; as Pagefind's own metadata it could be found as words.
    """
    name = re.sub(r"[^A-Za-z0-9-]+", "-", stub.id)[:64]
    rank, earliest, latest, doubt, _ = dates.order_key(stub.date, name)
    spelt = stub.date.text.translate(_SPELT) if stub.date else ""
    folder = urls.output_path(stub.url).removesuffix("index.html").rstrip("/")
    return f"{folder}/{spelt}@{rank}.{earliest}.{latest}.{doubt}.{name}.html".lstrip("/")


def html(stub: Stub, places: tuple[int, int], text: str) -> str:
    """Return the page that is indexed: `places` are those in `orders`, `text` is the body's, "" where there is none."""
    lang = stub.lang
    names = [value for name, value in stub.filters if name not in {"year", "source", "lang", "section"}]
    marks = [("meta", "title", _apart(stub.title, lang))]
    marks += [("meta", "names", _apart(" · ".join(dict.fromkeys(names)), lang))] if names else []
    # one shard is one language: a filter for it would say the same of every article
    marks += [("filter", name, value) for name, value in stub.filters if name != "lang"]
    # a letter in front, or Pagefind would compare them as 32-bit floats
    marks += [("sort", "newest", f"p{places[0]:07}"), ("sort", "oldest", f"p{places[1]:07}")]
    spans = "".join(
        f'<i data-pagefind-{kind}="{escape(name)}[data-v]" data-v="{escape(value)}"></i>' for kind, name, value in marks
    )
    summary = f'<p data-pagefind-weight="2">{escape(_apart(stub.summary, lang))}</p>' if stub.summary else ""
    paragraphs = "".join(
        f"<p>{escape(_apart(part, lang), quote=False)}</p>" for part in text.split("\n\n") if part.strip()
    )
    # Pagefind passes over a page without words: an article of which only the record is shown is found by its title
    words = summary + paragraphs or f"<p>{escape(_apart(stub.title, lang))}</p>"
    return (
        f'<!doctype html><html lang="{escape(lang)}"><meta charset="utf-8"><title>-</title>'
        f"<body><div data-pagefind-body>{spans}{words}</div></body></html>"
    )


def _apart(text: str, lang: str) -> str:
    if lang.partition("-")[0].lower() not in UNSPACED:
        return text
    return " ".join(_SIGN.sub(r" \1 ", text).split())


def text_of(body: Body | None, root: Path) -> str:
    """Return the words of a body as the shard was planned with it, "" for none; `root` is the site's folder.

    Raises BuildError if the file changed since.
    """
    return markdown.plain_text(read_body(body, root)) if body else ""
