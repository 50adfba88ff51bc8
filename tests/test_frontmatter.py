"""Front matter: what is written comes back, what is hostile is refused with its line, nothing crashes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.reader import Reader

from sitegen import frontmatter
from sitegen.problems import BuildError, SitegenError, sentence

SUITE = Path(__file__).parents[2] / "shared" / "data" / "bad-input" / "yaml-test-suite.json"
NAUGHTY = SUITE.with_name("blns.json")

# all of Unicode for values; bodies without what editors and git do not leave alone
SIGNS = st.characters(exclude_categories=["Cs"])
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
ODD = st.sampled_from(
    [*"\n\t:#-?*&!|>%@`'\"{}[],~=<\\ 0129.", "yes", "null", "true", "0x1F", "2024-01-21", "<<", "---"]
)
TEXT = st.text(SIGNS, max_size=30) | st.lists(ODD, max_size=8).map("".join)
KEYS = st.sampled_from(frontmatter.KEY_ORDER) | st.text(SIGNS, min_size=1, max_size=12)
VALUES = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, max_size=6)
BODIES = st.lists(st.text(LETTERS, max_size=20) | st.sampled_from(["\n", "---", "\n---\n", "\n\n"]), max_size=12).map(
    "".join
)
ANYTHING = st.lists(st.text(max_size=8) | ODD, max_size=20).map("".join)


def refused(text: str) -> list[str]:
    """Return the sentences with which a file of this front matter is refused."""
    with pytest.raises(BuildError) as caught:
        frontmatter.read(f"---\n{text}\n---\n\nBody.\n", "a.md")
    return [sentence(one) for one in caught.value.problems]


# --- there and back -------------------------------------------------------------------------------


@given(MAPPINGS, BODIES)
@settings(max_examples=600, deadline=None)
def test_what_is_written_is_read_again_value_for_value_and_body_for_body(values: dict[str, Any], body: str) -> None:
    document = frontmatter.read(frontmatter.write(values, body), "a.md")
    assert document.values == values
    assert document.body == body.strip("\n").rstrip()


@given(MAPPINGS, BODIES)
@settings(max_examples=300, deadline=None)
def test_what_was_read_is_written_as_the_same_bytes(values: dict[str, Any], body: str) -> None:
    text = frontmatter.write(values, body)
    document = frontmatter.read(text, "a.md")
    assert frontmatter.write(document.values, document.body) == text


@given(st.dictionaries(st.sampled_from(frontmatter.KEY_ORDER), TEXT, min_size=2, max_size=8), st.randoms())
@settings(max_examples=200, deadline=None)
def test_the_order_in_which_keys_are_given_changes_no_byte(values: dict[str, str], random: Any) -> None:
    shuffled = list(values.items())
    random.shuffle(shuffled)
    assert frontmatter.write(dict(shuffled), "x") == frontmatter.write(values, "x")


def test_a_file_is_written_as_a_person_would() -> None:
    values = {
        "status": "published",
        "byline": ["Ann Ferry", "Bo Quay"],
        "date": "2024-01-21",
        "title": "Storm: the wall is down",
        "images": [{"caption": "The quay.", "file": True}],
        "provenance": {"start": 12, "seed": "seeds/one.txt"},
        "id": "k7m2q4xw",
    }
    assert frontmatter.write(values, "\nIt came at noon.\n\n") == (
        "---\n"
        "id: k7m2q4xw\n"
        "title: 'Storm: the wall is down'\n"
        "date: 2024-01-21\n"
        "byline: [Ann Ferry, Bo Quay]\n"
        "images:\n- {caption: The quay., file: true}\n"
        "status: published\n"
        "provenance: {start: 12, seed: seeds/one.txt}\n"
        "---\n\nIt came at noon.\n"
    )


def test_every_plain_value_is_text_whatever_yaml_thinks_of_it() -> None:
    front = "a: yes\nb: 0x1F\nc: 2024-01-21\nd: 1_000\ne: .inf\nf: 12:30\nextra: {no: off}"
    found = frontmatter.read(f"---\n{front}\n---\n", "a.md").values
    assert found == {
        "a": "yes",
        "b": "0x1F",
        "c": "2024-01-21",
        "d": "1_000",
        "e": ".inf",
        "f": "12:30",
        "extra": {"no": "off"},
    }


def test_a_key_without_a_value_is_absent_and_a_quoted_empty_one_is_there() -> None:
    assert frontmatter.read("---\ndeck:\nkicker: ~\ntitle: ''\n---\n", "a.md").values == {"title": ""}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(end: str) -> None:
    text = "\ufeff---\ntitle: A\n---\n\nOne.\n\nTwo.\n".replace("\n", end)
    document = frontmatter.read(text, "a.md")
    assert (document.values, document.body, document.body_line) == ({"title": "A"}, "One.\n\nTwo.", 5)


def test_a_file_may_end_with_its_front_matter() -> None:
    document = frontmatter.read("---\ntitle: A\n---", "a.md")
    assert (document.values, document.body) == ({"title": "A"}, "")


def test_each_key_and_member_knows_its_line() -> None:
    document = frontmatter.read("---\ntitle: A\nimages:\n- src: a.png\n  alt: A\n- src: b.png\n---\n", "a.md")
    assert str(document.place("images[1].src")) == "a.md:6"
    assert str(document.place("images[0].caption")) == "a.md:4"
    assert str(document.place("nothing")) == "a.md:1"


# --- hostile --------------------------------------------------------------------------------------


def test_an_alias_bomb_goes_off_nowhere() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60))]
    assert "a.md:3: *a0 is an alias; aliases are not read. Write the value out." in refused("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: &x A", "a.md:2: &x is an anchor; anchors are not read. Remove it."),
        ("title: A\ndeck: *x", "a.md:3: *x is an alias; aliases are not read. Write the value out."),
        ("extra:\n  <<: {a: b}", "a.md:3: << is a merge key; merge keys are not read. Write the keys out."),
        ("title: !!str A", "a.md:2: !!str is a tag; tags are not read. Remove it."),
        ("title: !x A", "a.md:2: !x is a tag; tags are not read. Remove it."),
        (
            "title: !!python/object/apply:os.system [ls]",
            "a.md:2: !!python/object/apply:os.system is a tag; tags are not read. Remove it.",
        ),
        ("extra: !!map {a: b}", "a.md:2: !!map is a tag; tags are not read. Remove it."),
        ("? [a, b]\n: c", "a.md:2: A key must be a word, not a list or mapping. Quote it if it begins with [ or {."),
        ("- a", "a.md:2: A mapping is wanted here. Write keys and values: `key: value`."),
        ("only words", "a.md:2: A mapping is wanted here. Write keys and values: `key: value`."),
    ],
)
def test_what_is_not_read_is_refused_by_name_and_line(text: str, said: str) -> None:
    assert said in refused(text)


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert frontmatter.read("---\nextra: {'<<': a}\n---\n", "a.md").values == {"extra": {"<<": "a"}}


def test_a_key_that_stands_twice_is_named_with_both_lines() -> None:
    assert refused("title: A\ndate: 2024\ntitle: B") == [
        'a.md:4: "title" stands twice, first in line 2. Keep one of them.'
    ]
    assert refused("rights:\n  holder: A\n  holder: B") == [
        'a.md:4: "holder" stands twice, first in line 3. Keep one of them.'
    ]


def test_all_mistakes_of_a_file_are_told_together() -> None:
    assert len(refused("title: &a A\ndeck: !x B\nkicker: C\nkicker: D")) == 3


@pytest.mark.parametrize("text", ["title: " + "[" * 100_000, "title: " + "{a: " * 50_000, "- " * 20_000])
def test_depth_is_refused_before_it_can_exhaust_anything(text: str) -> None:
    assert "a.md:2: This is nested deeper than 12 levels. Write it flatter." in refused(text)


def test_twelve_levels_are_read_and_thirteen_are_not() -> None:
    def nested(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "]" * (levels - 1)

    assert "a" in frontmatter.read(f"---\n{nested(frontmatter.MAX_DEPTH)}\n---\n", "a.md").values
    assert refused(nested(frontmatter.MAX_DEPTH + 1))


def test_size_is_refused_one_above_the_limit() -> None:
    def yaml(size: int) -> str:
        return "title: " + "x" * (size - len("title: \n")) + "\n"

    values, _ = frontmatter.read_yaml(yaml(frontmatter.MAX_BYTES), "a.yaml")
    assert len(values["title"]) == frontmatter.MAX_BYTES - 8
    with pytest.raises(BuildError) as caught:
        frontmatter.read_yaml(yaml(frontmatter.MAX_BYTES + 1), "a.yaml")
    assert [sentence(one) for one in caught.value.problems] == [
        "a.yaml:1: This YAML is 262,145 characters long; 262,144 is the limit. Move text into the body."
    ]


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b[2J", "\x7f", "\ufffe"])
def test_a_control_character_is_refused_at_its_line(sign: str) -> None:
    assert refused(f"title: A\ndeck: B{sign}\nkicker: C") == [
        "a.md:3: A character that YAML does not allow stands here. Remove control characters."
    ]


def test_a_lone_surrogate_is_refused_too() -> None:
    assert refused("title: \ud800")


@pytest.mark.parametrize(
    "text", ["", "words", "---", "---\n", "---\ntitle: A\n", "--- \ntitle: A\n---\n", "\n---\ntitle: A\n---\n"]
)
def test_a_file_without_front_matter_is_told_how_to_begin(text: str) -> None:
    with pytest.raises(BuildError) as caught:
        frontmatter.read(text, "a.md")
    assert [one.rule for one in caught.value.problems] == ["front-matter-missing"]


@given(ANYTHING)
@settings(max_examples=500, deadline=None)
def test_no_text_at_all_makes_the_reader_crash(text: str) -> None:
    assert all(plain(found) or told(found) for found in outcomes(text))


def outcomes(text: str) -> list[object]:
    """Return what comes of a text as a mapping and as a list: plain values, or a tuple of problems."""
    found: list[object] = []
    for read in (frontmatter.read_yaml, frontmatter.read_yaml_list):
        try:
            found.append(read(text, "a.yaml")[0])
        except SitegenError as error:
            found.append(error.problems)
    return found


def told(problems: object) -> bool:
    """Whether these are problems that each name their line."""
    return isinstance(problems, tuple) and all(one.text and one.place and one.place.line >= 1 for one in problems)


def plain(value: object) -> bool:
    """Whether a value is made of mappings, lists and text alone."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(one) for key, one in value.items())
    return all(plain(one) for one in value) if isinstance(value, list) else isinstance(value, str)


def suite(path: Path) -> list[Any]:
    if not path.exists():
        pytest.skip(f"shared/data/bad-input/{path.name} is not here")
    found: list[Any] = json.loads(path.read_text("utf-8"))
    return found


def test_every_case_of_the_yaml_suite_is_plain_values_or_a_mistake_with_its_place() -> None:
    cases = [case["yaml"] for test in suite(SUITE) for case in test["cases"]]
    assert len(cases) > 200
    found = [one for text in cases for one in outcomes(text)]
    assert all(plain(one) or told(one) for one in found)
    assert sum(plain(one) for one in found) > 80


def test_naughty_strings_come_back_as_they_were() -> None:
    strings = [text for text in suite(NAUGHTY) if not Reader.NON_PRINTABLE.search(text)]
    assert len(strings) > 400
    for text in strings:
        assert (
            frontmatter.read(frontmatter.write({"title": text, "byline": [text]}, ""), "a.md").values["title"] == text
        )
