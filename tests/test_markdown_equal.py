"""What is rendered without the parser is what the parser renders: on the examples of the specification, on real news,
and on documents that are made of what could go wrong.

The examples and the news are read where they are held beside the project (`../shared/data`), and are no part of it.
"""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import markdown

SHARED = Path(__file__).parents[2] / "shared" / "data"
STANDARDS = SHARED / "standards" / "markdown"
PARAGRAPHS = 20_000
needs_examples = pytest.mark.skipif(not STANDARDS.is_dir(), reason="the examples of the specification are not here")
needs_news = pytest.mark.skipif(not (SHARED / "bbc-news").is_dir(), reason="the shared data sets are not here")


def is_equal(body: str) -> bool:
    """Whether all that can be asked of a body is what the parser says of it, with our headings' ids and our links."""
    parser = markdown._parser()
    tokens = parser.parse(body)
    markdown._name_headings(tokens)
    blocks = list(markdown._blocks_of(tokens))
    markdown._lead(tokens, {}, "")
    return (
        markdown.to_html(body, {}) == parser.renderer.render(tokens, parser.options, {})
        and list(markdown.blocks(body)) == blocks
        and markdown.first_paragraph(body) == next((text for kind, text in blocks if kind == "paragraph"), "")
    )


def is_quick(body: str) -> bool:
    """Whether a body is rendered without the parser of blocks."""
    return markdown._by_blocks(body, {}, "") is not None


# --- the specification ----------------------------------------------------------------------------


def commonmark() -> list[str]:
    """The examples of CommonMark 0.31."""
    return [one["markdown"] for one in json.loads((STANDARDS / "commonmark-spec.json").read_text("utf-8"))]


def further() -> list[str]:
    """The examples of GitHub's specification and of markdown-it-py's own tests: tables, attacks, mended mistakes."""
    text = (STANDARDS / "gfm-spec.txt").read_text("utf-8")
    found = [one.replace("→", "\t") for one in re.findall(r"(?ms)^`{32} example[^\n]*\n(.*?)^\.\n", text)]
    for path in sorted((STANDARDS / "markdown-it-fixtures").glob("*.md")):
        found += re.findall(r"(?ms)^\.\n(.*?)^\.\n.*?^\.\n", path.read_text("utf-8"))
    return found


@needs_examples
def test_every_example_of_the_specification_is_rendered_as_the_parser_renders_it() -> None:
    examples = commonmark()
    assert len(examples) == 652
    assert [one for one in examples if not is_equal(one)] == []
    assert 100 < sum(map(is_quick, examples)) < len(examples)


@needs_examples
def test_so_is_every_example_of_its_children() -> None:
    examples = further()
    assert len(examples) > 1_500
    assert [one for one in examples if not is_equal(one)] == []


@needs_examples
def test_so_are_documents_that_are_put_together_from_examples() -> None:
    chance, examples = random.Random(652), commonmark()
    made = (chance.choice(("", "\n", "\n\n")).join(chance.sample(examples, 2)) for _ in range(2_000))
    assert [one for one in made if not is_equal(one)] == []


# --- real news ------------------------------------------------------------------------------------


def _texts() -> Iterator[list[str]]:
    """The paragraphs of each article: English, Arabic, Japanese and more, agency copy with hard line ends."""
    for path in sorted((SHARED / "bbc-news").glob("*/*.txt")):
        yield path.read_text("utf-8", "replace").split("\n")
    lines = {"saudinewsnet-ar": "content", "masakhane-news": "text", "jawikinews": "paragraphs", "reuters21578": "body"}
    for name, key in lines.items():
        with gzip.open(SHARED / name / "articles.jsonl.gz", "rt", encoding="utf-8") as held:
            for line in held:
                found = json.loads(line)[key]
                yield found if isinstance(found, list) else re.split(r"\n\n|\n(?=    )", found)


@cache
def news() -> tuple[tuple[str, ...], ...]:
    """Articles that hold 20,000 paragraphs, some of each set."""
    articles = [tuple(one.strip() for one in text if one.strip()) for text in _texts()]
    random.Random(1).shuffle(articles)
    held = 0
    found = []
    for one in articles:
        found.append(one)
        held += len(one)
        if held >= PARAGRAPHS:
            break
    assert held >= PARAGRAPHS
    return tuple(found)


WAYS: dict[str, Callable[[str], str]] = {"as_it_is": str, "escaped": markdown.escape_paragraph}


@needs_news
@pytest.mark.parametrize("way", WAYS)
def test_every_one_of_20000_real_paragraphs_is_rendered_as_the_parser_renders_it(way: str) -> None:
    paragraphs = [WAYS[way](one) for article in news() for one in article]
    assert [one for one in paragraphs if not is_equal(one)] == []
    assert sum(map(is_quick, paragraphs)) > 0.97 * len(paragraphs)


@needs_news
@pytest.mark.parametrize("way", WAYS)
def test_so_are_the_articles_that_they_make(way: str) -> None:
    bodies = ["\n\n".join(map(WAYS[way], article)) for article in news()]
    assert [one for one in bodies if not is_equal(one)] == []
    assert sum(map(is_quick, bodies)) > 0.85 * len(bodies)


@needs_news
def test_so_are_articles_with_subheads_and_quotations_between() -> None:
    chance = random.Random(2)
    bodies = []
    for article in islice(news(), 500):
        kinds = (chance.choice(("{}", "{}", "## {}", "> {}")) for _ in article)
        bodies.append(
            "\n\n".join(kind.format(markdown.escape_paragraph(one)) for kind, one in zip(kinds, article, strict=True))
        )
    assert [one for one in bodies if not is_equal(one)] == []


# --- what could go wrong --------------------------------------------------------------------------

# what begins, ends, breaks or looks like a block or a mark, and words to stand between
# fmt: off
PIECES = (
    "a", "Ab", "é", "漢", "\u0301", "1", "²", "1.", "12)", "1234567890.", "x_y", "e.g.", "*", "**", "***", "_", "__",
    "*a*", "**b**", "_c_", "__d__", "*a", "b*", "\\", "\\*", "\\_", "\\\\", "\\&", "\\.", "`", "``", "```", "~~~", "~",
    "[", "]", "[a]", "](", "[a](b)", "[a]: b", "![a](b)", "(", ")", "<", ">", "<b>", "<http://a.b>", "\\<", "&",
    "&amp;", "&#32;", "&x;", "& ", "#", "##", "# a", "## a ##", "-", "--", "---", "- a", "-a", "+", "+1", "=", "==",
    "=a", ":", "|", "a|b", "-|-", "|-|", ":-", "> ", "> a", ">a", '"', "'", "!", ".", ",", ";", "“", "»", "–", "¬", "€",
    " ", "  ", "\t", "\u00a0", "\u2003", "\u200b", "\u2028", "\x0b", "\x1c", "\x85", "\r", "\x00", "\n", "\n\n",
    "\n\n", "\n \n",
)
# fmt: on
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(DOCUMENTS)
@example("a\rb")
@example("# #")
@example("a | b\n-|-")
@example('"*a*" (_b_) -**c**-')
@example("*a*b* \\**c* d_e_f")
@example("> a\nb")
@example("\u00a0\n\na")
@settings(max_examples=1_500, deadline=None)
def test_so_are_documents_of_nasty_pieces(body: str) -> None:
    assert is_equal(body)
