"""The queue as one page to look at: it holds all that it needs, runs nothing and fetches nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from sitegen import locales
from sitegen.review import words
from sitegen.review.values import WEIGHTS, Case, Doubt

# what a page from anybody's words may do: show its own style
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --quiet: light-dark(#595959, #a6a6a6); --line: light-dark(#d9d9d9, #404040);
  --paper: light-dark(#fff, #161616); --ink: light-dark(#1a1a1a, #ededed); --tint: light-dark(#f4f4f2, #222) }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif;
  background: var(--paper); color: var(--ink) }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.2 }
h2 { margin: 0; font-size: 1.125rem; line-height: 1.3 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin-block: 1.25rem }
dt { text-align: end; font-variant-numeric: tabular-nums }
dd { margin: 0 }
article { border-block-start: 1px solid var(--line); padding-block: 1.25rem; content-visibility: auto;
  contain-intrinsic-block-size: auto 16rem }
code { font-size: .875rem; overflow-wrap: anywhere }
ul { margin-block: .75rem; padding-inline-start: 1.25rem }
ul ul { margin-block: .25rem; list-style: none; padding: 0 }
blockquote { margin: .75rem 0; border-inline-start: 3px solid var(--line); padding-inline-start: .75rem }
pre { margin: .25rem 0 0; padding: .5rem .75rem; background: var(--tint); font-size: .875rem; white-space: pre-wrap;
  overflow-wrap: anywhere }
p { margin-block: .75rem 0 }
.quiet, ul ul { color: var(--quiet) }
@media print { article { break-inside: avoid } }
"""


def page(cases: Sequence[Case], title: str, lang: str) -> str:
    """Return the whole page. Everything on it is escaped; each article's words run in its own direction."""
    parts = "".join(_article(number, one) for number, one in enumerate(cases, 1)) or "<p>Nothing waits.</p>\n"
    count = f"{len(cases):,} waiting, worst first. Answer in a terminal: <code>sitegen review</code>"
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}: review</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>Review: <bdi lang="{escape(lang)}">{escape(title)}</bdi></h1>\n<p class="quiet">{count}</p>\n'
        f"{_summary(cases)}{parts}</main>\n</body>\n</html>\n"
    )


def _summary(cases: Sequence[Case]) -> str:
    """Return how many cases there are of each kind of doubt, the most urgent kind first."""
    kinds = Counter(kind for one in cases for kind in {doubt.kind for doubt in one.doubts})
    rows = "".join(f"<dt>{kinds[kind]:,}</dt><dd>{words.KINDS[kind]}</dd>\n" for kind in WEIGHTS if kinds[kind])
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _article(number: int, case: Case) -> str:
    own = f' lang="{escape(case.lang)}" dir="{locales.direction(case.lang)}"' if case.lang else ' dir="auto"'
    opening = f"<blockquote{own}>{_plain(case.opening)}</blockquote>\n" if case.opening else ""
    lines = "\n".join(map(_plain, words.proposals(case)))
    proposal = f"<p>Proposed</p>\n<pre>{lines}</pre>\n" if lines else ""
    place = f'<br>\n<span class="quiet">from <code>{_plain(str(case.place))}</code></span>' if case.place else ""
    doubts = "".join(_doubt(one) for one in case.doubts)
    return (
        f'<article>\n<div class="quiet">{number:,}</div>\n<h2{own}>{_plain(case.title) or "No title"}</h2>\n'
        f"<code>{_plain(case.path)}</code>{place}\n<ul>\n{doubts}</ul>\n{opening}{proposal}</article>\n"
    )


def _doubt(doubt: Doubt) -> str:
    evidence = "".join(_evidence(doubt))
    return f"<li><bdi>{_plain(doubt.text)}</bdi>{f'<ul>{evidence}</ul>' if evidence else ''}</li>\n"


def _evidence(doubt: Doubt) -> Iterator[str]:
    for one in doubt.evidence:
        where = ", ".join(str(part) for part in (one.of, one.place) if part)
        yield f"<li>“<bdi>{_plain(one.words)}</bdi>”{f' <code>{_plain(where)}</code>' if where else ''}</li>"


def _plain(text: str) -> str:
    return escape(words.safe(text))
