"""Claims about what is understood of a document before anything is decided."""

from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.intake import importers, reading, seeds
from sitegen.intake.members import Member, Reading
from sitegen.intake.pile import Closing, Pile
from sitegen.intake.reading import Document, Understood
from sitegen.intake.sidecar import Sidecars
from sitegen.model import Cut, RawArticle
from sitegen.problems import BuildError

from .shared import CONFIG, ONE, TWO, said, seed


def document(root: Path, path: Path) -> Document | Closing:
    return next(Pile(Sidecars(root, CONFIG), Config().limits.seed_bytes).documents(seeds.named(root, path)))


def understood(root: Path, path: Path) -> Understood:
    one = document(root, path)
    assert isinstance(one, Document)
    return reading.understood(one, reading.read(one))


def test_an_article_is_found_with_its_place_its_number_and_its_own_digest(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", "The Week in Pictures\n\n* * *\n\n" + TWO)
    found = understood(tmp_path, path)
    assert found.titles == ("The Week in Pictures", "Council buys a goose")
    (find,) = found.finds
    assert (find.number, str(find.place), find.seed) == (2, "seeds/town.txt:5", "seeds/town.txt")
    other = seed(tmp_path, "other.txt", TWO.replace("\n", "\r\n"))
    assert [one.digest for one in understood(tmp_path, other).finds] == [find.digest]


def test_a_seed_and_its_sidecars_are_stamped_together(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE)
    stamps = [document(tmp_path, path)]
    for name in ("town.yaml", "_seed.yaml"):
        (tmp_path / "seeds" / name).write_text("source: harbour-courier\n", "utf-8")
        stamps.append(document(tmp_path, path))
    assert len({one.stamp["sidecar"] for one in stamps if isinstance(one, Document)}) == 3
    assert len({one.stamp["sha256"] for one in stamps if isinstance(one, Document)}) == 1


def test_a_seed_whose_sidecar_has_mistakes_is_put_aside_with_all_of_them(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE, "sectoin: sea\ndate: 1974-13\n")
    closing = document(tmp_path, path)
    assert isinstance(closing, Closing)
    assert sorted(said(closing.refused)) == [
        "seeds/town.txt: This dump was put aside: its sidecar has mistakes. Mend the sidecar and import again.",
        'seeds/town.yaml:1: "sectoin" is not a key of this file. Did you mean "section"?',
        'seeds/town.yaml:2: "1974-13" has no month 13. Write year, month and day in this order: 2024-01-21.',
    ]


def test_of_a_folders_sidecar_nothing_is_missed_where_only_a_part_was_read(tmp_path: Path) -> None:
    path = seed(tmp_path, "wire/town.txt", ONE)
    (tmp_path / "seeds/wire/_seed.yaml").write_text("articles:\n  - {title: Another one}\n", "utf-8")
    one = document(tmp_path, path)
    assert isinstance(one, Document)
    titles = {"seeds/wire/_seed.yaml": ["Ferry late again"]}
    assert reading.unmatched(one.stated, titles, folders=False) == []
    assert said(reading.unmatched(one.stated, titles, folders=True)) == [
        (
            'seeds/wire/_seed.yaml:2: No article here is headed "Another one". '
            "Write the headline exactly as the dump has it."
        )
    ]


class Rich:
    """An importer of documents that are no lines."""

    NAME = "rich/1"

    def knows(self, member: Member) -> bool:
        return member.name.endswith(".rich")

    def read(self, member: Member) -> Reading:
        if b"\x00" in member.data:
            raise RecursionError
        half = len(member.data) // 2
        one = RawArticle("One", (), 0, half, body="It *was* so.")
        two = RawArticle("Two", (), half, len(member.data) - 2, body="  ")
        return Reading((one, two), cuts=(Cut(0, 2, "mark"), Cut(3, 4, "title", "title", 0)))


def test_every_byte_of_a_rich_document_is_spoken_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers, "IMPORTERS", (Rich(),))
    one = Document("x.rich", Member("x.rich", b"0123456789\n12345678"), "0" * 64, "rich")
    found = reading.understood(one, reading.read(one))
    assert [(span.start, span.end, span.kept or span.dropped) for span in found.spans] == [
        (0, 2, "mark"), (2, 3, "body"), (3, 4, "title"), (4, 9, "body"), (9, 17, "body"), (17, 19, "not-article"),
    ]  # fmt: skip
    assert [find.article.title for find in found.finds] == ["One"]
    assert said(found.findings) == ['x.rich:1: Nothing stands under "Two"; it was not taken in.']


def test_an_importer_that_fails_puts_one_document_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importers, "IMPORTERS", (Rich(),))
    with pytest.raises(BuildError) as caught:
        reading.read(Document("x.rich", Member("x.rich", b"\x00"), "0" * 64, "rich"))
    assert said(caught.value.problems) == [
        (
            "x.rich: The importer rich/1 failed at this document (RecursionError). "
            "Please report it, with the document if you may; --as takes another importer."
        )
    ]
