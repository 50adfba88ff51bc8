"""Claims about front matter in its many forms."""

import pytest

from sitegen.intake.importers.sites import front
from sitegen.problems import BuildError


@pytest.mark.parametrize(
    "text",
    [
        "---\nTitle: Lamp\ntags: [a, b]\n---\nText\n",
        "\n\n---\nTitle: Lamp\ntags:\n- a\n- b\n---\nText\n",
        '+++\ntitle = "Lamp"\ntags = ["a", "b"]\n+++\nText\n',
        '{"title": "Lamp", "tags": ["a", "b"]}\nText\n',
    ],
)
def test_each_form_says_the_same(text: str) -> None:
    found = front.read(text, "a.md")
    assert (found.values, found.body.strip()) == ({"title": "Lamp", "tags": ["a", "b"]}, "Text")


def test_lines_are_front_matter_only_where_they_name_a_known_key() -> None:
    assert front.read("Title: Lamp\nSummary: one\n  two\n\nText", "a.md").values == {
        "title": "Lamp",
        "summary": "one two",
    }
    assert front.read("Note: this is a text.\n\nMore", "a.md").values == {}


def test_of_two_entries_with_one_key_the_last_counts_and_a_finding_says_so() -> None:
    found = front.read("---\ntitle: A\ntags:\n- x\ntitle: B\n---\nText", "a.md")
    assert found.values == {"title": "B", "tags": ["x"]}
    assert [one.rule for one in found.findings] == ["value-unread"]


def test_of_broken_yaml_the_plain_lines_are_read() -> None:
    found = front.read("---\ntitle: A\ntags: [x\ndate: 2024-05-01\n---\nText", "a.md")
    assert found.values["title"] == "A"
    assert found.values["date"] == "2024-05-01"
    assert found.findings


@pytest.mark.parametrize(
    "text", ["+++\ntitle = \n+++\n", '{"title": "x"', '{"a": ' + "[" * 100_000, "+++\na=" + "[" * 9_999 + "\n+++"]
)
def test_what_cannot_be_read_is_a_problem(text: str) -> None:
    with pytest.raises(BuildError) as caught:
        front.read(text, "a.md")
    assert caught.value.problems[0].rule == "document-unreadable"


def test_a_heading_above_a_text_is_its_title() -> None:
    assert front.headline("# Lamp `out` #\n\nText") == ("Lamp out", "Text")
    assert front.headline("Lamp\n====\nText") == ("Lamp", "Text")
    assert front.headline("Text\n\n# No") == ("", "Text\n\n# No")
