"""Claims about changing some values of a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import frontmatter, revising
from sitegen.problems import BuildError

FILE = """---
id: k7m2q4xw
title: "Ferry late again"   # as printed
date: 2004-03-12

# where it came from
source: courier
status: review
provenance:
  seed: seeds/town.txt
  digest: abc
---


The ferry was late.\x20\x20

"""


def test_a_changed_value_and_a_new_one_leave_every_other_byte_as_it_was() -> None:
    result = revising.content(FILE, "a.md", {"status": "published", "reviewed": "2024-12-01"})
    wanted = FILE.replace("status: review", "status: published")
    # after `added` and before `lang` and `source`, as the order of keys has it
    assert result == wanted.replace("source: courier", "reviewed: 2024-12-01\nsource: courier")


def test_a_value_of_many_lines_is_replaced_as_a_whole_and_comments_below_it_stay() -> None:
    text = FILE.replace("date: 2004-03-12\n", "date: 2004-03-12\naliases:\n  - /a/\n  - /b/\n")
    result = revising.content(text, "a.md", {"aliases": ["/c/"]})
    assert "aliases: [/c/]\n\n# where it came from\n" in result
    assert "/a/" not in result


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_an_editor_stay(end: str, mark: str) -> None:
    text = mark + FILE.replace("\n", end)
    result = revising.content(text, "a.md", {"status": "published"})
    assert frontmatter.read(result, "a.md").values["status"] == "published"
    assert result.startswith(f"{mark}---{end}")
    assert result.endswith(f"The ferry was late.  {end}{end}")
    if end != "\r":
        assert result == text.replace("status: review", "status: published")


def test_front_matter_that_lines_cannot_tell_is_written_anew_with_all_its_values() -> None:
    result = revising.content("---\n{title: Ferry, status: review}\n---\n\nLate.\n", "a.md", {"status": "published"})
    read = frontmatter.read(result, "a.md")
    assert (read.values, read.body) == ({"title": "Ferry", "status": "published"}, "Late.")


def test_a_file_that_cannot_be_read_is_not_changed_but_told_of() -> None:
    with pytest.raises(BuildError) as caught:
        revising.content("---\ntitle: [\n---\n", "a.md", {"status": "published"})
    assert caught.value.problems[0].place is not None


def test_a_sidecar_keeps_what_it_states_and_one_that_is_empty_gets_its_first_line() -> None:
    assert revising.mapping("# ours\nsource: courier", "a.yaml", {"split_at": [4]}) == (
        "# ours\nsource: courier\nsplit_at: [4]\n"
    )
    assert revising.mapping("", "a.yaml", {"split_at": [4]}) == "split_at: [4]\n"
    assert revising.mapping("split_at: [4]\nlang: en\n", "a.yaml", {"split_at": [4, 9]}) == (
        "split_at: [4, 9]\nlang: en\n"
    )


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
_VALUES = st.one_of(_WORDS, st.lists(_WORDS, max_size=3), st.dictionaries(st.sampled_from("xyz"), _WORDS, max_size=2))
_KEYS = st.sampled_from(["id", "title", "deck", "date", "source", "status", "reviewed", "aliases", "provenance", "own"])


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_KEYS, _VALUES, min_size=1), st.dictionaries(_KEYS, _VALUES, min_size=1), _WORDS)
def test_whatever_is_changed_reads_back_and_whatever_is_not_stays(
    before: dict[str, object], changes: dict[str, object], body: str
) -> None:
    text = frontmatter.write(before, body)
    was = frontmatter.read(text, "a.md")
    now = frontmatter.read(revising.content(text, "a.md", changes), "a.md")
    assert now.values == was.values | frontmatter.read(frontmatter.write(changes, ""), "a.md").values
    assert now.body == was.body
