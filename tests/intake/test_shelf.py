"""Claims about what the archive already holds."""

from pathlib import Path

from sitegen.intake.ledger import Known, Origin
from sitegen.intake.shelf import Shelf

ONE = Known(
    "aaaa2222", "d1", (Origin("seeds/a.txt", "5" * 64, 0, 90),), "text/1", "2024-11-24", ("/news/1974/a/",), ("s",)
)


def by_hand(root: Path, path: str, identifier: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(f"---\nid: {identifier}\ntitle: x\n---\n\nBy hand.\n", "utf-8")


def test_an_id_that_a_curators_file_has_is_not_given_again(tmp_path: Path) -> None:
    fresh = Shelf(tmp_path).mint("d9")
    by_hand(tmp_path, "content/news/1974/x.md", fresh)
    assert Shelf(tmp_path).mint("d9") != fresh


def test_a_path_that_a_file_has_in_any_case_is_not_given_again(tmp_path: Path) -> None:
    by_hand(tmp_path, "content/news/1974/Storm.md", "cccc2222")
    shelf = Shelf(tmp_path)
    assert shelf.free_path("news", "1974", "Storm", "dddd3333", ascii_only=False) == "content/news/1974/storm-dddd.md"
    assert shelf.free_path("news", "", "Storm", "dddd3333", ascii_only=False) == "content/news/undated/storm.md"
    assert shelf.free_path("news", "1974", "!!!", "dddd3333", ascii_only=False) == "content/news/1974/-dddd.md"


def test_a_file_that_was_moved_gets_its_new_address_and_one_that_is_gone_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(ONE)
    assert shelf.whereabouts(ONE) == ("", "deleted")
    by_hand(tmp_path, "content/sea/1974/b.md", ONE.id)
    shelf = Shelf(tmp_path)
    shelf.put(ONE)
    assert shelf.whereabouts(ONE) == ("content/sea/1974/b.md", "edited")
    assert shelf.known[ONE.id].addresses == ("/news/1974/a/", "/sea/1974/b/")


def test_a_move_is_followed_to_the_file_with_the_id_and_to_no_other(tmp_path: Path) -> None:
    by_hand(tmp_path, "content/news/1974/c.md", "cccc2222")
    shelf = Shelf(tmp_path)
    shelf.put(ONE)
    shelf.follow_moves()
    assert shelf.known[ONE.id] == ONE
    by_hand(tmp_path, "content/sea/1974/b.md", ONE.id)
    shelf.follow_moves()
    assert shelf.known[ONE.id].addresses == ("/news/1974/a/", "/sea/1974/b/")
    by_hand(tmp_path, "content/news/1974/a.md", ONE.id)
    shelf.follow_moves()
    assert shelf.known[ONE.id].path == "content/sea/1974/b.md"
    (tmp_path / "content/sea/1974/b.md").unlink()
    shelf.follow_moves()
    assert shelf.known[ONE.id].addresses == ("/sea/1974/b/", "/news/1974/a/")


def test_a_seed_is_remembered_once_however_often_it_grows(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(ONE)
    shelf.found_again(ONE, Origin("seeds/a.txt", "6" * 64, 5, 95))
    assert shelf.known[ONE.id] == ONE
    shelf.found_again(ONE, Origin("seeds/b.txt", "6" * 64, 5, 95))
    assert [one.seed for one in shelf.known[ONE.id].origins] == ["seeds/a.txt", "seeds/b.txt"]
