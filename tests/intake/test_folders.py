"""Claims about what folders say of the files in them."""

from sitegen.intake import folders


def test_the_outermost_site_is_the_one_in_which_a_file_lies() -> None:
    names = ("blog/hugo.toml", "blog/themes/x/hugo.toml", "blog/themes/x/a.md", "a.md")
    found = folders.look(names, lambda _, held: {"site": "hugo"} if "hugo.toml" in held else {})
    assert found.about("blog/themes/x/a.md", "seeds") == {"site": "hugo", "root": "seeds/blog"}
    assert found.about("a.md", "seeds") == {}


def test_a_folder_is_told_of_the_folders_in_it() -> None:
    seen: list[object] = []

    def site(folder: str, held: object) -> dict[str, str]:
        seen.append((folder, held))
        return {}

    folders.look(("z/config.toml", "z/templates/deep/x.html"), site)
    assert ("z", {"config.toml", "templates/"}) in seen


def test_only_a_folder_that_stands_beside_its_page_belongs_to_it() -> None:
    names = ("A.html", "A_files/x.html", "B_files/x.html", "Seite.htm", "Seite-Dateien/x.css")
    found = folders.look(names, lambda *_: {})
    assert found.is_beside_a_page("A_files/x.html")
    assert found.is_beside_a_page("Seite-Dateien/x.css")
    assert not found.is_beside_a_page("B_files/x.html")
    assert not found.is_beside_a_page("A.html")


def test_of_folders_in_a_site_nothing_is_asked() -> None:
    asked: list[str] = []

    def site(folder: str, _: object) -> dict[str, str]:
        asked.append(folder)
        return {"site": "hugo"} if folder == "blog" else {}

    folders.look(("blog/a.md", "blog/themes/x/a.md", "b.md", "notes/c.md"), site)
    assert asked == ["", "blog", "notes"]


def test_names_below_a_folder_are_told_from_it_on() -> None:
    assert list(folders.below("a", ("a/b.md", "a/c/d.md", "ab/c.md", "d.md"))) == ["b.md", "c/d.md"]
    assert list(folders.below("", ("a/b.md",))) == ["a/b.md"]
