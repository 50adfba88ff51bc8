"""Sections, pages, collections, names, publications, takedowns and the ledger: each with its own mistakes."""

from pathlib import Path

import pytest

from sitegen import frontmatter
from sitegen.frontmatter import Document
from sitegen.load import others
from sitegen.model import Authority, CollectionEntry, Picture, Place, Rights, Source, Takedown
from sitegen.problems import BuildError, sentence


def document(front: str, path: str, body: str = "") -> Document:
    return frontmatter.read(f"---\n{front}\n---\n\n{body}\n", path)


def whole(text: str, path: str) -> Document:
    values, lines = frontmatter.read_yaml(text, path)
    return Document(path, values, lines)


def takedowns(text: str) -> tuple[Takedown, ...]:
    values, lines = frontmatter.read_yaml_list(text, "content/takedowns.yaml")
    return others.takedowns(Document("content/takedowns.yaml", {}, lines), values)


def refused(caught: pytest.ExceptionInfo[BuildError]) -> list[str]:
    return [sentence(one) for one in caught.value.problems]


def test_a_section_is_named_by_its_folder_unless_it_says_otherwise() -> None:
    plain = others.section(document("description: D", "content/letters-to-us/_index.md"))
    assert (plain.id, plain.title, plain.description, plain.body) == ("letters-to-us", "Letters to us", "D", None)
    own = others.section(
        document("title: Letters\ntitles: {ar: رسائل}", "content/letters-to-us/_index.md", "See [a](a.md).")
    )
    assert (own.title, own.titles, own.links) == ("Letters", {"ar": "رسائل"}, ("a.md",))
    assert own.body


def test_a_page_is_named_by_its_file() -> None:
    page = others.plain_page(document("title: About", "content/about.md", "Us."), "fr")
    assert (page.id, page.title, page.lang, page.body.path) == ("about", "About", "fr", "content/about.md")


def test_a_collection_has_its_curators_order_and_notes() -> None:
    front = "title: Winter\nlang: ar\nimage: {src: ice.png}\nitems:\n- id: a\n  note: First.\n- {id: b}"
    one = others.collection(document(front, "content/collections/the-winter.md"), "en")
    assert (one.id, one.lang, one.image) == ("the-winter", "ar", Picture("ice.png"))
    assert one.entries == (CollectionEntry("a", "First."), CollectionEntry("b"))


def test_names_stand_in_the_order_of_their_file() -> None:
    text = "bo:\n  name: Bo Quay\n  aliases: [B. Quay]\n  same_as: https://example.org/bo\nann: {}\n"
    assert others.authority(whole(text, "content/authority/people.yaml")) == (
        Authority("bo", "Bo Quay", aliases=("B. Quay",), same_as=("https://example.org/bo",)),
        Authority("ann", "ann"),
    )


@pytest.mark.parametrize("name", ["../x", "a/b", "a#b", "a?b", "a%41", "a\\b", ".."])
def test_an_id_that_would_change_in_an_address_is_refused(name: str) -> None:
    with pytest.raises(BuildError) as caught:
        others.authority(whole(f"ann: {{}}\n'{name}': {{}}\n", "content/authority/people.yaml"))
    assert [(one.rule, one.place) for one in caught.value.problems] == [
        ("address-invalid", Place("content/authority/people.yaml", 2))
    ]


def test_a_name_leads_nowhere_but_to_the_web() -> None:
    with pytest.raises(BuildError) as caught:
        others.authority(whole("ann:\n  same_as: ['javascript:alert(1)']\n", "content/authority/people.yaml"))
    assert [one.place for one in caught.value.problems] == [Place("content/authority/people.yaml", 2)]


def test_publications_have_their_rights() -> None:
    text = "post:\n  name: The Post\n  rights: {publish: metadata, holder: P}\ncourier:\n  rights: {holder: C}\n"
    assert others.sources(whole(text, "content/sources.yaml")) == (
        Source("post", "The Post", rights=Rights("P", "", "metadata")),
        Source("courier", "courier", rights=Rights("C")),
    )


def test_every_mistake_in_a_list_of_names_is_told() -> None:
    with pytest.raises(BuildError) as caught:
        others.sources(
            whole("post: The Post\ncourier:\n  nmae: C\n  rights: {publish: never}\n", "content/sources.yaml")
        )
    assert refused(caught) == [
        'content/sources.yaml:1: "post" wants keys and values. Write its keys indented below it.',
        'content/sources.yaml:3: "nmae" is not a key of this file. Did you mean "name"?',
        (
            'content/sources.yaml:4: "courier.rights.publish" cannot be "never". '
            "Allowed are full, excerpt, metadata, withheld."
        ),
    ]


def test_takedowns_are_read_with_their_place() -> None:
    assert takedowns("- {id: a, date: 2024-01-21, reason: R, public_note: P, by: B}\n- id: b\n") == (
        Takedown("a", "2024-01-21", "R", "P", "B", Place("content/takedowns.yaml", 1)),
        Takedown("b", "", place=Place("content/takedowns.yaml", 2)),
    )


def test_no_line_of_the_takedowns_is_overlooked() -> None:
    with pytest.raises(BuildError) as caught:
        takedowns("- a\n- {reason: R}\n- {id: b, date: soon}\n- {id: c, pubic_note: x}\n- {id: d}\n")
    assert refused(caught) == [
        "content/takedowns.yaml:1: A takedown wants keys and values. Write `- id: …`.",
        'content/takedowns.yaml:2: "id" is missing. Add `id: …`.',
        'content/takedowns.yaml:3: "soon" is not a day. Write it as 2024-01-21.',
        'content/takedowns.yaml:4: "pubic_note" is not a key of this file. Did you mean "public_note"?',
    ]


def test_the_ledger_tells_the_addresses_that_an_article_has_had(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    assert others.ledger(path) == ()
    path.write_text('{"id": "a", "addresses": ["/x/", "/y/"]}\n{"id": "b"}\n', "utf-8")
    assert others.ledger(path) == (("a", ("/x/", "/y/")), ("b", ()))


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "[]", "{}", '"a"', '{"id": "a", "addresses": 4}', "\ufeff{}"])
def test_a_broken_line_of_the_ledger_stops_the_build_by_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text(f'{{"id": "a"}}\n{line}\n', "utf-8")
    with pytest.raises(BuildError) as caught:
        others.ledger(path)
    assert refused(caught) == [
        (
            "content/ledger.jsonl:2: This line of the ledger cannot be read. "
            "Take this file back from git; it is written by import alone."
        )
    ]
