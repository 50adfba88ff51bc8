"""What was made is kept as long as a tree shows it, and no longer."""

from pathlib import Path

from sitegen import files
from sitegen.images import keeping, making
from sitegen.images.making import Made, Part

COPY = Part("c" * 32, "svg", 10)


def made(cache: Path, name: str) -> Made:
    """Put a file into the cache, and return what it is the only part of."""
    part = Part(name * 32, "webp", 40, 5)
    files.write_bytes(cache / making.name(part), b"bytes")
    return Made(width=40, shown=COPY, renditions=(part,))


def names(cache: Path) -> set[str]:
    return {path.name[:1] for path in cache.iterdir() if path.name != keeping.RECORD}


def test_what_is_kept_is_found_again_by_its_key(tmp_path: Path) -> None:
    one, other = made(tmp_path, "a"), made(tmp_path, "b")
    keeping.keep(tmp_path, {"one": one})
    keeping.keep(tmp_path, {"other": other})
    assert {key: kept.made for key, kept in keeping.kept(tmp_path).items()} == {"one": one, "other": other}


def test_nothing_is_kept_where_there_is_no_folder(tmp_path: Path) -> None:
    assert keeping.kept(tmp_path / "none") == {}
    keeping.release(tmp_path / "none", "tree", frozenset())
    assert not (tmp_path / "none").exists()


def test_what_has_lost_a_file_or_a_part_of_one_is_kept_no_longer(tmp_path: Path) -> None:
    keeping.keep(tmp_path, {"one": made(tmp_path, "a"), "other": made(tmp_path, "b")})
    files.write_bytes(tmp_path / f"{'a' * 32}.webp", b"byte")
    assert set(keeping.kept(tmp_path)) == {"other"}
    files.remove_tree(tmp_path / f"{'b' * 32}.webp")
    assert keeping.kept(tmp_path) == {}


def test_what_no_tree_shows_is_removed(tmp_path: Path) -> None:
    keeping.keep(tmp_path, {"one": made(tmp_path, "a"), "other": made(tmp_path, "b")})
    files.write_bytes(tmp_path / ".left.part", b"of a build that was killed")
    keeping.release(tmp_path, "public", {"one"})
    assert names(tmp_path) == {"a"}
    assert set(keeping.kept(tmp_path)) == {"one"}


def test_what_another_tree_shows_stays(tmp_path: Path) -> None:
    keeping.keep(tmp_path, {"one": made(tmp_path, "a")})
    keeping.release(tmp_path, "public", {"one"})
    keeping.release(tmp_path, "preview", {"one"})
    keeping.release(tmp_path, "public", frozenset())
    assert names(tmp_path) == {"a"}
    keeping.release(tmp_path, "preview", frozenset())
    assert names(tmp_path) == set()


def test_what_is_made_anew_is_still_shown_by_those_who_did(tmp_path: Path) -> None:
    keeping.keep(tmp_path, {"one": made(tmp_path, "a")})
    keeping.release(tmp_path, "public", {"one"})
    keeping.keep(tmp_path, {"one": made(tmp_path, "a")})
    assert keeping.kept(tmp_path)["one"].trees == ("public",)


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    keeping.keep(tmp_path, {"one": made(tmp_path, "a")})
    keeping.release(tmp_path, "public", {"one"})
    before = files.stat_of(tmp_path / keeping.RECORD)
    keeping.release(tmp_path, "public", {"one"})
    assert files.stat_of(tmp_path / keeping.RECORD) == before
