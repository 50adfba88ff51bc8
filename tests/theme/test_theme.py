"""A theme is a chain of folders read as one: the child's files win, and whatever is wrong is told with its place."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen import theme
from sitegen.problems import BuildError, SitegenError, UsageError, sentence

CHILD = "name: own\nextends: standard\noptions: {motto: none}\n"


def made(root: Path, files: Mapping[str, str | bytes], name: str = "own") -> Path:
    for path, text in {"theme.yaml": CHILD, **files}.items():
        file = root / "themes" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def refused(root: Path, options: Mapping[str, str] | None = None, name: str = "own") -> list[str]:
    with pytest.raises(SitegenError) as caught:
        theme.load(root, name, options or {})
    return [sentence(one) for one in caught.value.problems]


def test_the_packaged_theme_is_right(tmp_path: Path) -> None:
    found = theme.load(tmp_path, "standard", {})
    assert found.names == ("standard",)
    assert {"en", "ar", "fr", "ja"} <= found.words.keys()
    assert found.options["accent"]


def test_a_child_takes_what_it_does_not_have_from_its_parent(tmp_path: Path) -> None:
    parent = theme.load(tmp_path, "standard", {})
    child = theme.load(made(tmp_path, {}), "own", {})
    assert child.names == ("own", "standard")
    assert child.closures == parent.closures
    assert child.assets == parent.assets
    assert child.options == {**parent.options, "motto": "none"}


def test_a_child_overrides_a_template_by_file_or_by_block(tmp_path: Path) -> None:
    parent = theme.load(tmp_path, "standard", {}).closures
    block = '{% extends "standard/article.html" %}\n{% block text %}<p>{{ article.card.title }}</p>{% endblock %}\n'
    child = theme.load(
        made(tmp_path, {"templates/article.html": block, "templates/page.html": "<p>{{ content }}</p>"}), "own", {}
    ).closures
    assert {name for name in child if child[name] != parent[name]} == {"article.html", "page.html"}


def test_a_child_overrides_a_static_file_and_its_address_follows_its_bytes(tmp_path: Path) -> None:
    parent = theme.load(tmp_path, "standard", {})
    child = theme.load(made(tmp_path, {"static/site.css": "body{}", "static/own/x.svg": "<svg/>"}), "own", {})
    assert child.assets["site.css"] != parent.assets["site.css"]
    assert child.assets["favicon.svg"] == parent.assets["favicon.svg"]
    assert child.assets["own/x.svg"].startswith("/assets/own/x.")
    made(tmp_path, {"static/site.css": "body{ }"})
    assert theme.load(tmp_path, "own", {}).assets["site.css"] != child.assets["site.css"]


def test_a_static_file_without_an_ending_keeps_its_name_before_the_digest(tmp_path: Path) -> None:
    found = theme.load(made(tmp_path, {"static/LICENSE": "x"}), "own", {}).assets
    assert found["LICENSE"].startswith("/assets/LICENSE.")


def test_a_child_overrides_words_one_by_one(tmp_path: Path) -> None:
    words = "archive: The stacks\narticles: {other: '{n} pieces'}\n"
    found = theme.load(made(tmp_path, {"locales/en.yaml": words}), "own", {}).words
    assert found["en"]["archive"] == "The stacks"
    assert (found["en"]["articles.one"], found["en"]["articles.other"]) == ("{n} article", "{n} pieces")
    assert found["en"]["search"] == "Search"
    assert found["fr"]["archive"] != "The stacks"


def test_a_language_without_a_word_speaks_english_there(tmp_path: Path) -> None:
    words = theme.load(made(tmp_path, {"locales/is.yaml": "archive: Safn\n"}), "own", {}).words["is"]
    assert (words["archive"], words["search"]) == ("Safn", "Search")


def test_options_of_the_site_win_over_the_child_and_the_child_over_its_parent(tmp_path: Path) -> None:
    made(tmp_path, {"theme.yaml": "name: own\nextends: standard\noptions: {accent: moss}\n"})
    assert theme.load(tmp_path, "own", {}).options["accent"] == "moss"
    assert theme.load(tmp_path, "own", {"accent": "ink"}).options["accent"] == "ink"


def test_an_unknown_option_is_refused_with_the_nearest_known(tmp_path: Path) -> None:
    assert refused(made(tmp_path, {}), {"accnt": "ink"}) == [
        'site.yaml: The theme has no option "accnt". Did you mean "accent"?'
    ]


def test_a_theme_of_the_site_stands_before_the_packaged_one_of_that_name(tmp_path: Path) -> None:
    keys = "name: standard\noptions: {accent: plain}\n"
    made(tmp_path, {"theme.yaml": keys}, "standard")
    told = refused(tmp_path, name="standard")
    assert 'themes/standard/templates: The theme has no template "home.html". Add it, or extend `standard`.' in told
    assert (
        'themes/standard/locales: The theme has no word "archive". Add it in every language, or extend `standard`.'
        in told
    )


def test_a_theme_that_is_not_there_is_told_with_the_nearest_and_the_asker(tmp_path: Path) -> None:
    assert refused(tmp_path, name="standart") == ['site.yaml: There is no theme "standart". Did you mean "standard"?']
    made(tmp_path, {"theme.yaml": "name: own\nextends: quay\n"})
    with pytest.raises(UsageError):
        theme.load(tmp_path, "own", {})
    assert refused(tmp_path) == ['themes/own/theme.yaml: There is no theme "quay". There are own, standard.']


def test_a_circle_of_themes_is_named(tmp_path: Path) -> None:
    made(tmp_path, {"theme.yaml": "name: own\nextends: other\n"})
    made(tmp_path, {"theme.yaml": "name: other\nextends: own\n"}, "other")
    assert refused(tmp_path) == [
        "themes/other/theme.yaml: The theme extends itself: own -> other -> own. Take one `extends` out."
    ]


def test_an_unknown_key_of_a_theme_is_told_with_its_line(tmp_path: Path) -> None:
    made(tmp_path, {"theme.yaml": "name: own\nextend: standard\n"})
    with pytest.raises(BuildError):
        theme.load(tmp_path, "own", {})
    told = refused(tmp_path)
    assert told == ['themes/own/theme.yaml:2: "extend" is not a key of this file. Did you mean "extends"?']


def test_a_template_that_was_found_right_is_believed_until_something_changes(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    made(tmp_path, {"templates/page.html": "{{ content }}"})
    first = theme.load(tmp_path, "own", {}, cache)
    assert theme.load(tmp_path, "own", {}, cache) == first == theme.load(tmp_path, "own", {})
    made(tmp_path, {"templates/page.html": "{{ contents }}"})
    with pytest.raises(BuildError):
        theme.load(tmp_path, "own", {}, cache)
    made(tmp_path, {"templates/page.html": "{{ site.words.motto }}", "locales/en.yaml": "motto: x\n"})
    theme.load(tmp_path, "own", {}, cache)
    made(tmp_path, {"locales/en.yaml": "mottoes: x\n"})
    with pytest.raises(BuildError):
        theme.load(tmp_path, "own", {}, cache)


def test_a_damaged_cache_is_not_believed(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = theme.load(made(tmp_path, {}), "own", {}, cache)
    for file in (cache / "themes").iterdir():
        file.write_text("{")
    assert theme.load(tmp_path, "own", {}, cache) == first


def test_a_folder_of_words_that_cannot_be_read_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, {"locales/en.yaml": "archive: Shelf\n"})
    scandir = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).rstrip("/").endswith("own/locales"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(BuildError, match="Permission denied"):
        theme.load(tmp_path, "own", {})


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder")
    made(tmp_path, {})
    assert theme.load(tmp_path, "own", {}, tmp_path / "cache") == theme.load(tmp_path, "own", {})


@pytest.mark.parametrize(
    ("own", "widths"), [("", theme.WIDTHS), ("widths: [900, 300]\n", (300, 900)), ("widths: []\n", theme.WIDTHS)]
)
def test_pictures_are_made_in_the_widths_of_the_nearest_theme_that_names_any(
    tmp_path: Path, own: str, widths: tuple[int, ...]
) -> None:
    made(tmp_path, {"theme.yaml": CHILD + own})
    made(tmp_path, {"theme.yaml": "name: grandchild\nextends: own\n"}, name="grandchild")
    assert theme.load(tmp_path, "grandchild", {}).widths == widths


@pytest.mark.parametrize("own", ["widths: [0]", "widths: [9000]", "widths: [wide]", "widths: 400"])
def test_a_width_that_is_none_is_refused(tmp_path: Path, own: str) -> None:
    assert refused(made(tmp_path, {"theme.yaml": f"{CHILD}{own}\n"}))


def test_a_file_of_the_sites_own_theme_is_found_wherever_the_site_is_built_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "site", {"static/own.txt": "x"})
    monkeypatch.chdir(tmp_path)
    files = {one.url: one.path for one in theme.load(Path("site"), "own", {}).files}
    assert files.pop(next(url for url in files if "own." in url)) == str(tmp_path / "site/themes/own/static/own.txt")
