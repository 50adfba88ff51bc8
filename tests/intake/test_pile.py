"""Claims about a run over containers and folders: what comes out of them, and what is told."""

from pathlib import Path

from sitegen import digest
from sitegen.intake.done import UNFINISHED

from .containers.made import zipped
from .shared import ONE, TWO, article, said, seed, take, tree


def test_articles_in_an_archive_name_their_place_in_it(tmp_path: Path) -> None:
    files = [("1974/goose.txt", TWO.encode()), ("ferry.txt", ONE.encode()), ("a.xyz", b"?"), ("bad.txt", b"")]
    seed(tmp_path, "pile.zip", zipped(files), "source: harbour-courier\n")
    taken = take(tmp_path)
    assert len(taken.added) == 2
    values = article(tmp_path, taken.added[0]).values
    assert values["provenance"]["seed"] == "seeds/pile.zip!/1974/goose.txt"
    assert values["source"] == "harbour-courier"
    assert said(taken.rejects) == [
        "seeds/pile.zip!/bad.txt: This file is empty. Paste the articles into it, or remove it."
    ]
    assert said(taken.findings) == [
        "seeds/pile.zip: 1 file in it was passed over, since no importer knows what it is: .xyz (1)."
    ]


def test_an_archive_that_stands_as_it_did_changes_nothing_and_is_told_again(tmp_path: Path) -> None:
    seed(tmp_path, "pile.zip", zipped([("goose.txt", TWO.encode()), ("bad.txt", b"")]))
    first = take(tmp_path)
    before = tree(tmp_path / "content")
    again = take(tmp_path)
    assert (again.added, again.left) == ((), ())
    assert again.rejects == first.rejects
    assert tree(tmp_path / "content") == before


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    pile = seed(tmp_path / "elsewhere", "pile.zip", zipped([("goose.txt", TWO.encode()), ("ferry.txt", ONE.encode())]))
    site = tmp_path / "site"
    take(site, [pile])
    (site / UNFINISHED).write_bytes(digest.of_value([[str(pile)], ""]).encode())
    again = take(site, [pile])
    assert (again.documents, again.added, again.left) == (0, (), ())
    assert take(site, [pile]).documents == 2
