"""What is plain is read just as the parser reads it, and what is not plain is left to the parser."""

import tarfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import frontmatter, plainyaml

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared/data"

PLAIN = """\
id: k7m2q4xw
title: "Storm over the harbour: what is known"
summary: It blew, they say. Nobody slept (or hardly)
date: 1974-02-03
canonical_url: https://example.org/a?b=1:2
topics: ["Storms, gales", harbour, Öre Sund]
people: []
rights: {holder: "The Lamp", publish: full}
date_evidence:
- 3 February 1974
- "the morning after: Monday"
byline:
  - Ines Marrow
provenance:
  seed: seeds/winter.txt
  start: 12
empty: ""
"""


def by_parser(text: str) -> object:
    return frontmatter._build(text, "x", 2)


def test_front_matter_as_people_write_it_is_plain() -> None:
    found = plainyaml.read(PLAIN, 2)
    assert found == by_parser(PLAIN)
    assert found
    assert (found[0]["topics"], found[0]["empty"]) == (["Storms, gales", "harbour", "Öre Sund"], "")
    assert (found[1]["topics[1]"], found[1]["date_evidence[1]"], found[1]["provenance.start"]) == (7, 12, 17)


@pytest.mark.parametrize(
    "text",
    [
        "title: a # b\n", "title: a: b\n", "title: *x\n", "title: &x y\n", "title: !!str x\n",
        "title: |\n  x\n", "a: ~\n",
        "title: x\n  more\n", "a: 1\na: 2\n", "a: [b, [c]]\n", "a: [b,\n  c]\n", "a: {b: c, b: d}\n", "a:\n", "- a\n",
        'a: "b\\n"\n', "a: 'b'\n", "a:\tb\n", "a: b\x07\n", "a: b\u2028c\n", "a: [b, ]\n", "a: [b,c]\n",
        "<<: a\n", "? a\n",
        "a:\n- b\n  - c\n", "a:\n  b: c\n  b: d\n", "a:\n  b: c\n   d: e\n", "a:\n  b:\n    c: d\n", "a: b",
        "---\na: b\n",
        "a: b\n...\n", "a:b\n", "a: [b: c]\n", "a:\n- b\nc\n", "a: {b: c}x\n", "a: b:\n", "a: \ufeffb\n",
    ],
)  # fmt: skip
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert plainyaml.read(text, 2) is None


# pieces that stand near the edge of what is plain
PIECES = st.lists(
    st.sampled_from([
        "a", "key", "b-c", "Öl", "1", "-", "- ", "  - ", "  ", " ", ": ", ":", "\n", "\n", '"', '"x"', "'",
        "[", "]", "{", "}",
        ", ", ",", "#", " #", "~", "|", "&a", "!t", "x y", "é", "\u00a0", "\u2028", "\t", "http://x", "?",
        "...", "---", "%",
    ]),
    max_size=30,
).map("".join)  # fmt: skip
LINES = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c-d", "  e", "  f", "- g", "  - h", "-"]),
        st.sampled_from([": ", ":", " : ", ""]),
        st.sampled_from([
            "", "x", "x y ", '"x"', '""', "[a, b]", '[a, b c, "d"]', "[]", "{a: b}", '{a: b, c: "d"}', "a: b", "{}",
            "x:y", "x,y", "[a, b] ", "[ a]", "[a ]", "{ a: b }", "x]", "[a,  b]", "[a, b,]", "(x)", "x'",
        ]),
    ).map("".join),
    max_size=7,
).map(lambda lines: "\n".join(lines) + "\n")  # fmt: skip


@given(st.one_of(LINES, PIECES, LINES.flatmap(lambda text: PIECES.map(lambda more: text + more + "\n"))))
@settings(max_examples=500, deadline=None)
def test_what_is_read_here_is_what_the_parser_reads(text: str) -> None:
    found = plainyaml.read(text, 2)
    assert found is None or found == by_parser(text)


def fronts(folder: Path) -> list[str]:
    texts = (path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.md")))
    return [frontmatter.split(text, "x")[0] for text in texts if text.startswith("---\n") and "\n---\n" in text]


def test_the_demonstration_archive_is_read_as_the_parser_reads_it() -> None:
    texts = fronts(ROOT / "content")
    found = {text: plain for text in texts if (plain := plainyaml.read(text, 2))}
    assert len(found) > len(texts) / 3
    assert all(plain == by_parser(text) for text, plain in found.items())


@pytest.mark.parametrize("name", ["site-digitalgov/digitalgov.tar.xz", "site-rubylang/rubylang-7lang.tar.xz"])
def test_so_is_what_others_write(name: str) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"shared/data/{name} is not here")
    with tarfile.open(path) as tar:
        texts = [
            file.read().decode("utf-8", "replace")
            for one in tar
            if one.name.endswith(".md") and (file := tar.extractfile(one))
        ]
    fronts = [frontmatter.split(text, "x")[0] for text in texts if text.startswith("---\n") and "\n---\n" in text]
    found = {text: plain for text in fronts if (plain := plainyaml.read(text, 2))}
    assert found
    assert all(plain == by_parser(text) for text, plain in found.items())
