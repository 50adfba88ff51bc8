"""Everything that must come out of the user's own seed; the gold is derived from the seed itself."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen import markdown
from sitegen.frontmatter import Document
from sitegen.intake import Intake

from .shared import article, plain_blocks, seed, shared, take


class Taken:
    """The seed taken into a site of its own, and the seed's text in its two halves."""

    def __init__(self, root: Path) -> None:
        source = next(shared("seed").glob("*.txt"))
        self.root = root
        self.data = source.read_bytes()
        self.chunks = [plain_blocks(half) for half in self.data.decode().split("\n\n\n\n")]
        seed(root, source.name, self.data)
        self.name = f"seeds/{source.name}"
        self.intake: Intake = take(root)
        self.articles: list[Document] = [article(root, path) for path in self.intake.added]

    def record(self) -> Any:
        return json.loads((self.root / self.intake.records[0]).read_bytes())


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    return Taken(tmp_path)


def test_the_seed_holds_two_articles_with_titles_as_printed(taken: Taken) -> None:
    assert [one.values["title"] for one in taken.articles] == [chunk[0] for chunk in taken.chunks]


def test_the_paragraphs_are_the_seeds_character_for_character(taken: Taken) -> None:
    # title, captions and buttons, title, captions: the text begins with the fifth block
    gold = [chunk[4:] for chunk in taken.chunks]
    for one, blocks in zip(taken.articles, gold, strict=True):
        found = list(markdown.blocks(one.body))
        want = [("heading", b[2:-2]) if b.startswith("- ") else ("paragraph", b) for b in blocks]
        assert found == want
    assert [sum(kind == "paragraph" for kind, _ in markdown.blocks(one.body)) for one in taken.articles] == [13, 30]


def test_agency_subheads_become_headings_of_the_second_level(taken: Taken) -> None:
    gold = [f"## {block[2:-2]}" for block in taken.chunks[1] if block.startswith("- ")]
    assert [line for line in taken.articles[1].body.splitlines() if line.startswith("#")] == gold
    assert len(gold) == 2


def test_no_button_caption_or_title_is_left_in_the_text(taken: Taken) -> None:
    for one, chunk in zip(taken.articles, taken.chunks, strict=True):
        captions = set(chunk[1].splitlines())
        lines = {text for _, text in markdown.blocks(one.body)}
        assert not lines & {"TT", "20", chunk[0], *captions}


def test_the_misspelling_and_both_kinds_of_quotes_stay(taken: Taken) -> None:
    words = "\n".join(text for one in taken.articles for _, text in markdown.blocks(one.body))
    assert "Foreign Minster" in words
    assert "“" in words
    assert '"' in words
    assert " -- " in words


def test_the_image_of_the_first_is_read_from_its_caption(taken: Taken) -> None:
    line = taken.chunks[0][1].splitlines()[0]
    words = line[: line.index(" (")]
    assert words.endswith("Tuesday, Jan. 16, 2024.")
    assert taken.articles[0].values["images"] == [
        {
            "caption": words,
            "photographer": "Artyom Geodakyan",
            "agency": "Sputnik",
            "via": "AP",
            "credit": "Kremlin Pool",
            "file": "true",
            "date": "2024-01-16",
        }
    ]


def test_the_image_of_the_second_is_a_file_photo_with_its_credit(taken: Taken) -> None:
    line = taken.chunks[1][1].splitlines()[0]
    assert taken.articles[1].values["images"] == [
        {"caption": line[: line.index(" (")], "credit": "Getty Images/AFP", "file": "true"}
    ]


def test_the_date_of_the_first_is_derived_and_quotes_its_words(taken: Taken) -> None:
    values = taken.articles[0].values
    assert (values["date"], values["date_basis"]) == ("2024-01-21", "derived")
    assert values["date_evidence"] == ["photo: Tuesday, Jan. 16, 2024", "said Sunday", "last week"]


def test_the_date_of_the_second_is_no_more_than_a_bound(taken: Taken) -> None:
    values = taken.articles[1].values
    assert (values["date"], values["date_basis"]) == ("2024-11/..", "derived")
    assert values["date_evidence"] == ["after his appointment in November 2024"]


def test_agency_is_who_was_told_and_not_who_took_the_photo(taken: Taken) -> None:
    assert "agency" not in taken.articles[0].values
    assert taken.articles[1].values["agency"] == "AFP"
    evidence = [one["words"] for one in taken.record()["articles"][1]["evidence"] if one["of"] == "agency"]
    assert evidence == ["told AFP", "told AFP"]


def test_people_and_places_are_suggested_with_evidence_and_not_asserted(taken: Taken) -> None:
    for one in taken.articles:
        assert not {"people", "places", "topics", "organisations"} & set(one.values)
    first, second = taken.record()["articles"]
    assert {"as": "places", "name": "Moscow", "count": 3} in first["suggested"]
    found = re.search(rb"Finance Minister (\w+ \w+) and", taken.data)
    assert found
    name = found[1].decode()
    assert {"as": "people", "name": name, "count": 1} in second["suggested"]
    assert {"of": f"name {name}", "words": f"Minister {name}"} in second["evidence"]


def test_provenance_names_the_file_its_digest_and_the_bytes(taken: Taken) -> None:
    for one, chunk in zip(taken.articles, taken.chunks, strict=True):
        provenance = one.values["provenance"]
        assert provenance["seed"] == taken.name
        assert provenance["sha256"] == hashlib.sha256(taken.data).hexdigest()
        span = taken.data[int(provenance["start"]) : int(provenance["end"])].decode()
        assert span.startswith(chunk[0])
        assert span.endswith(chunk[-1])
        assert provenance["dropped"] == {"repeated-line": "4", "widget": "2"}


def test_ids_survive_a_longer_dump_with_other_line_ends(taken: Taken, tmp_path: Path) -> None:
    other = tmp_path / "other"
    longer = b"A line before\r\n\r\nIt is a short text, but it is one.\r\n\r\n\r\n\r\n" + taken.data.replace(
        b"\n", b"\r\n"
    )
    seed(other, "longer.txt", longer)
    ids = {article(other, path).values["id"] for path in take(other).added}
    assert {one.values["id"] for one in taken.articles} < ids


def test_every_byte_of_the_seed_is_accounted_for(taken: Taken) -> None:
    spans = taken.record()["spans"]
    at = 0
    for span in spans:
        assert span["start"] == at
        assert ("kept" in span) != ("dropped" in span)
        at = span["end"]
    assert at == len(taken.data)
    kept = [
        taken.data[s["start"] : s["end"]].decode()
        for s in spans
        if s.get("kept", "").startswith(("paragraph", "subhead"))
    ]
    assert kept == [block for chunk in taken.chunks for block in chunk[4:]]


def test_taking_it_in_again_changes_nothing(taken: Taken) -> None:
    before = {path: path.read_bytes() for path in taken.root.rglob("*") if path.is_file()}
    again = take(taken.root, [taken.root / "seeds"], today="2025-02-02")
    assert again.added == ()
    assert [why for _, why in again.left] == ["is already in the archive"] * 2
    content = {path: data for path, data in before.items() if "content" in path.parts}
    assert content == {path: path.read_bytes() for path in content}
