"""Formats as models: every mistake at its line, in our words, with the nearest key or the allowed values."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import formats, frontmatter
from sitegen.config import SiteKeys
from sitegen.formats import ArticleKeys, AuthorityKeys, PageKeys, SectionKeys, SourceKeys, TakedownKeys
from sitegen.frontmatter import Document
from sitegen.problems import BuildError, SitegenError, sentence


def document(front: str) -> Document:
    return frontmatter.read(f"---\n{front}\n---\n", "a.md")


def wrong(front: str, model: type[formats.Strict] = ArticleKeys) -> list[str]:
    with pytest.raises(BuildError) as caught:
        formats.read(model, document(front))
    return [sentence(one) for one in caught.value.problems]


def test_text_becomes_the_types_of_the_format() -> None:
    front = (
        "title: 1984\nbyline: Ann Ferry\ndate_basis: derived\nimages:\n- {src: a.png, file: true}\n"
        "- {caption: B, file: 'false'}\n"
        "provenance: {start: 12, end: '40', dropped: {caption: 2}}\nextra: {no: off}"
    )
    keys = formats.read(ArticleKeys, document(front))
    assert (keys.title, keys.byline, keys.date_basis) == ("1984", ("Ann Ferry",), "derived")
    assert [one.file for one in keys.images] == [True, False]
    assert keys.provenance
    assert (keys.provenance.start, keys.provenance.end, keys.provenance.dropped) == (12, 40, {"caption": 2})
    assert keys.extra == {"no": "off"}


def test_one_word_stands_for_a_list_of_one() -> None:
    assert formats.read(AuthorityKeys, document("name: A\naliases: B\nsame_as: https://example.org/")).same_as == (
        "https://example.org/",
    )


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: A\nbylines: B", 'a.md:3: "bylines" is not a front-matter key. Did you mean "byline"?'),
        ("title: A\nshoe_size: 43", 'a.md:3: "shoe_size" is not a front-matter key. docs/formats.md lists the keys.'),
        ("title: A\nrights:\n  publsh: full", 'a.md:4: "publsh" is not a front-matter key. Did you mean "publish"?'),
        ("title: A\nrights: {size: 1}", 'a.md:3: "size" is not a front-matter key. Known are holder, publish, terms.'),
        ("title: A\nstatus: publishd", 'a.md:3: "status" cannot be "publishd". Did you mean "published"?'),
        (
            "title: A\nstatus: open",
            'a.md:3: "status" cannot be "open". Allowed are review, published, withheld, withdrawn.',
        ),
        (
            "title: A\nrights: {publish: no}",
            'a.md:3: "rights.publish" cannot be "no". Allowed are full, excerpt, metadata, withheld.',
        ),
        ("title: A\nbyline: {first: B}", 'a.md:3: "byline" wants a list, not keys and values.'),
        ("title: A\nbyline: [[B]]", 'a.md:3: "byline[0]" wants text, not a list.'),
        ("title: [A]", 'a.md:2: "title" wants text, not a list.'),
        ("title: A\nimages:\n- src: a.png\n  file: maybe", 'a.md:5: "images[0].file" wants true or false, not text.'),
        ("title: A\nimages: a.png", 'a.md:3: "images" wants a list, not text.'),
        ("title: A\nimages: [a.png]", 'a.md:3: "images[0]" wants keys and values, not text.'),
        ("title: A\nprinted: 4", 'a.md:3: "printed" wants keys and values, not text.'),
        ("title: A\nprovenance: {start: many}", 'a.md:3: "provenance.start" wants a whole number, not text.'),
        ("title: A\ncorrections:\n- {date: 2024-01-21}", 'a.md:4: "note" is missing. Add `note: …`.'),
        ("title: ' '", 'a.md:2: "title" is empty. Write words, or take the key out.'),
        ("title: A\nlang: English", 'a.md:3: "lang" is not a language code. Write it as en, ar or zh-Hant.'),
        (
            "title: A\ncanonical_url: javascript:alert(1)",
            'a.md:3: "canonical_url" is not an address on the web. Write it in full, such as https://example.org/story.',
        ),
    ],
)
def test_a_mistake_is_told_at_its_line_with_the_way_out(front: str, said: str) -> None:
    assert wrong(front) == [said]


@pytest.mark.parametrize(
    ("model", "front", "said"),
    [
        (PageKeys, "description: A", 'a.md:1: "title" is missing. Add `title: …`.'),
        (TakedownKeys, "id: ''", 'a.md:2: "id" is too short. Write a value, or take the key out.'),
        (SourceKeys, "lang: 'en\"><script>'", 'a.md:2: "lang" is not a language code. Write it as en, ar or zh-Hant.'),
        (SiteKeys, "limits: {feed: 0}", 'a.md:2: "limits.feed" must be 1 or more.'),
        (SiteKeys, "limits: {feed: many}", 'a.md:2: "limits.feed" wants a whole number, not text.'),
        (SiteKeys, "slugs: utf8", 'a.md:2: "slugs" cannot be "utf8". Allowed are unicode, ascii.'),
        (SectionKeys, "titles: {ar: [A]}", 'a.md:2: "titles" wants text, not a list.'),
    ],
)
def test_every_format_speaks_alike(model: type[formats.Strict], front: str, said: str) -> None:
    found = wrong(front, model)
    assert len(found) == 1
    # a value inside a mapping of any keys is named by the mapping
    assert found[0].replace('"titles[...]"', '"titles"') == said


def test_every_mistake_of_a_file_is_told_not_just_the_first() -> None:
    assert [one.partition(":")[2][0] for one in wrong("titel: A\nlang: 12\nstatus: no\nbyline: {a: b}")] == [
        "2",
        "3",
        "4",
        "5",
    ]


def test_keys_that_a_site_adds_are_suggested_too() -> None:
    with pytest.raises(BuildError) as caught:
        formats.read(ArticleKeys, document("title: A\npersns: B"), also=("persons",))
    assert caught.value.problems[0].hint == 'Did you mean "persons"?'


def test_a_part_of_a_file_is_read_at_its_own_lines() -> None:
    whole = document("ann:\n  name: Ann\nbob:\n  names: Bob")
    with pytest.raises(BuildError) as caught:
        formats.read(AuthorityKeys, whole, whole.values["bob"], at="bob")
    assert [sentence(one) for one in caught.value.problems] == ['a.md:5: "bob.names" wants keys and values, not text.']


def test_rights_that_name_a_holder_alone_say_nothing_of_what_may_be_shown() -> None:
    keys = formats.read(ArticleKeys, document("title: A\nrights: {holder: B}"))
    assert keys.rights
    assert keys.rights.publish is None


NAMES = st.sampled_from(
    ["title", "byline", "images", "rights", "status", "provenance", "extra", "printed", "corrections", "lang", "zz"]
)
INNER = st.sampled_from(["src", "file", "publish", "start", "dropped", "date", "note", "zz", "$.x - at `$`"])
# without the mark that the library sets around its own words: a value may be shown, and may hold it
WORDS = st.text(st.characters(exclude_characters="`"), max_size=8)
WILD = st.recursive(
    WORDS, lambda one: st.lists(one, max_size=3) | st.dictionaries(INNER, one, max_size=3), max_leaves=8
)


@given(st.dictionaries(NAMES, WILD, max_size=6))
@settings(max_examples=500, deadline=None)
def test_no_value_at_all_makes_the_reader_crash(values: dict[str, Any]) -> None:
    whole = document(frontmatter.write_yaml(values).rstrip("\n")) if values else document("extra: {}")
    try:
        formats.read(ArticleKeys, whole)
    except SitegenError as error:
        for one in error.problems:
            assert one.text.endswith("."), one
            assert one.place
            assert "`" not in one.text.replace("$.x - at `$`", ""), one


@pytest.mark.parametrize(
    "model", [ArticleKeys, SiteKeys, PageKeys, SectionKeys, AuthorityKeys, SourceKeys, TakedownKeys]
)
def test_every_key_says_what_it_means_in_a_schema_that_editors_read(model: type[formats.Strict]) -> None:
    schema = json.loads(json.dumps(msgspec.json.schema(model)))
    for name, keys in schema["$defs"].items():
        assert keys.get("additionalProperties") is False
        for key, value in keys["properties"].items():
            assert value.get("description", "").endswith("."), f"{name}.{key} does not say what it means"
