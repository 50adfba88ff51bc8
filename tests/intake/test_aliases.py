"""An old address stays with an article only where no other page has it."""

from pathlib import Path

from sitegen.config import Config
from sitegen.intake.aliases import Aliases

ARTICLE = "content/news/1974/storm.md"


def aliases(root: Path, **stated: str) -> Aliases:
    """An archive with a page, a collection, and an article for each name, with these lines of front matter."""
    for name in ("about.md", "collections/winter.md"):
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text("---\ntitle: X\n---\n", "utf-8")
    for name, lines in stated.items():
        path = root / f"content/news/1961/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: X\n{lines}---\n\naliases: [/no/]\n", "utf-8")
    return Aliases(root, Config(languages=("en", "ar")))


def test_what_nobody_has_is_kept_once(tmp_path: Path) -> None:
    assert aliases(tmp_path).free(["/2001/storm/", "/old.html", "/2001/storm/"], ARTICLE) == (
        ["/2001/storm/", "/old.html"],
        [],
    )


def test_one_address_in_two_forms_is_kept_once(tmp_path: Path) -> None:
    assert aliases(tmp_path).free(["/old", "/old/", "/old.html"], ARTICLE) == (["/old/", "/old.html"], [])
    assert aliases(tmp_path, one="aliases: [/OLD]\n").free(["/old"], ARTICLE) == ([], ["/old/"])


def test_addresses_of_pages_sections_collections_and_articles_are_theirs(tmp_path: Path) -> None:
    wanted = ["/about/", "/ABOUT/", "/news/", "/collections/winter/", "/news/1961/gale/"]
    assert aliases(tmp_path, gale="").free(wanted, ARTICLE) == ([], wanted)


def test_what_sitegen_makes_itself_is_no_old_address(tmp_path: Path) -> None:
    wanted = ["/", "/archive/2001/", "/search/", "/topics/storm/", "/ar/x/", "elsewhere/"]
    assert aliases(tmp_path).free(wanted, ARTICLE) == ([], wanted)


def test_old_addresses_of_other_articles_are_theirs_however_they_are_written(tmp_path: Path) -> None:
    known = aliases(tmp_path, one="aliases: [/a/, '/b.html']\n", two='aliases:\n- /c/\n  - "/d/"\nid: x\n')
    assert known.free(["/a/", "/b.html", "/c/", "/d/", "/no/"], ARTICLE) == (["/no/"], ["/a/", "/b.html", "/c/", "/d/"])


def test_of_two_that_come_after_one_another_the_first_keeps_it_and_may_come_again(tmp_path: Path) -> None:
    known = aliases(tmp_path)
    assert known.free(["/x/"], ARTICLE) == (["/x/"], [])
    assert known.free(["/x/"], "content/news/1974/other.md") == ([], ["/x/"])
    assert known.free(["/x/"], ARTICLE) == (["/x/"], [])


def test_an_article_may_keep_its_own_address(tmp_path: Path) -> None:
    assert aliases(tmp_path).free(["/news/1974/storm/"], ARTICLE) == (["/news/1974/storm/"], [])


def test_old_addresses_below_the_first_languages_folder_are_kept_and_below_an_editions_are_not(tmp_path: Path) -> None:
    wanted = ["/en/news/2001/storm/", "/ar/news/2001/storm/"]
    assert aliases(tmp_path).free(wanted, ARTICLE) == (wanted[:1], wanted[1:])
