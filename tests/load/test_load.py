"""content/ becomes an Archive: every file has its place in it or its mistake, and all mistakes are told at once."""

from pathlib import Path

import pytest

from sitegen import digest
from sitegen.config import Config
from sitegen.load import load
from sitegen.model import Archive, File, Problem
from sitegen.problems import BuildError

TITLE = "---\ntitle: T\n---\n\nText.\n"


def written(root: Path, *paths: str, **texts: str) -> Path:
    """Write files below a root: paths with a title and a text, or with a text of their own."""
    for path, text in {**dict.fromkeys(paths, TITLE), **texts}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def loaded(root: Path, config: Config | None = None) -> tuple[Archive, tuple[Problem, ...]]:
    return load(root, config or Config())


def refused(root: Path, config: Config | None = None) -> list[tuple[str, str]]:
    with pytest.raises(BuildError) as caught:
        load(root, config or Config())
    return [(one.rule, str(one.place)) for one in caught.value.problems]


def test_every_kind_of_file_finds_its_place(tmp_path: Path) -> None:
    written(
        tmp_path,
        "content/news/2024/a.md",
        "content/news/undated/b.md",
        "content/sea/_index.md",
        "content/about.md",
        "content/collections/winter.md",
        "content/media/ice.png",
        "content/news/2024/map.SVG",
        "static/robots.txt",
        "static/.well-known/security.txt",
        **{
            "content/sources.yaml": "post: {name: Post}\n",
            "content/takedowns.yaml": "- {id: gone}\n",
            "content/ledger.jsonl": '{"id": "gone", "addresses": ["/news/2020/gone/"]}\n',
            "content/authority/people.yaml": "ann: {name: Ann}\n",
        },
    )
    archive, found = loaded(tmp_path)
    assert found == ()
    assert sorted(one.card.url for one in archive.articles) == ["/news/2024/a/", "/news/undated/b/"]
    assert [(one.id, one.title) for one in archive.sections] == [("news", "News"), ("sea", "T")]
    assert ([one.id for one in archive.pages], [one.id for one in archive.collections]) == (["about"], ["winter"])
    assert {one.id: len(one.authority) for one in archive.taxonomies} == {
        "topics": 0,
        "people": 1,
        "places": 0,
        "organisations": 0,
    }
    assert ([one.id for one in archive.sources], [one.id for one in archive.takedowns]) == (["post"], ["gone"])
    assert archive.addresses == {"gone": ("/news/2020/gone/",)}
    mark = digest.of_bytes(TITLE.encode())
    assert archive.files == (
        File("/media/ice.png", "content/media/ice.png", mark),
        File("/media/news/2024/map.SVG", "content/news/2024/map.SVG", mark),
        File("/.well-known/security.txt", "static/.well-known/security.txt", mark),
        File("/robots.txt", "static/robots.txt", mark),
    )


def test_sections_stand_in_the_sites_order_then_by_name(tmp_path: Path) -> None:
    written(tmp_path, *(f"content/{name}/2024/a-{name}.md" for name in ("zoo", "news", "sea")))
    assert [one.id for one in loaded(tmp_path, Config(sections=("sea", "empty")))[0].sections] == [
        "sea",
        "empty",
        "news",
        "zoo",
    ]


def test_a_file_that_nothing_reads_is_a_finding_and_hidden_ones_are_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "content/news/2024/a.md", "content/news/notes.doc", "content/news/.draft.md", "content/.git/x.md")
    archive, found = loaded(tmp_path)
    assert [(one.rule, one.severity, str(one.place)) for one in found] == [
        ("content-unknown", "warning", "content/news/notes.doc")
    ]
    assert len(archive.articles) == 1


def test_the_same_content_is_the_same_archive_in_whatever_order_it_was_written(tmp_path: Path) -> None:
    names = [f"content/news/2024/{name}.md" for name in "cab"]
    one, other = written(tmp_path / "one", *names), written(tmp_path / "other", *reversed(names))
    assert loaded(one) == loaded(other)


def test_a_folder_without_content_is_told_how_to_begin(tmp_path: Path) -> None:
    assert refused(tmp_path) == [("content-missing", "content")]


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    written(
        tmp_path,
        "content/news/2024/good.md",
        **{
            "content/news/2024/no.md": "words",
            "content/news/2024/date.md": "---\ntitle: A\ndate: soon\n---\n",
            "content/about.md": "---\nx: y\n---\n",
            "content/sources.yaml": "post: {",
            "content/takedowns.yaml": "- {idd: x}",
            "content/ledger.jsonl": "<<<",
            "content/authority/people.yaml": "ann: Ann",
        },
    )
    (tmp_path / "content/news/2024/latin.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    (tmp_path / "content/news/2024/link.md").symlink_to(tmp_path / "content/news/2024/good.md")
    (tmp_path / "static").mkdir()
    (tmp_path / "static/link").symlink_to("/etc")
    assert {place.partition(":")[0] for _, place in refused(tmp_path)} == {
        "content/news/2024/no.md",
        "content/news/2024/date.md",
        "content/news/2024/latin.md",
        "content/news/2024/link.md",
        "content/about.md",
        "content/sources.yaml",
        "content/takedowns.yaml",
        "content/ledger.jsonl",
        "content/authority/people.yaml",
        "static/link",
    }


def test_a_link_out_of_the_archive_is_refused_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "elsewhere", "secret.md")
    written(tmp_path / "site", "content/news/2024/a.md")
    (tmp_path / "site/content/sea").symlink_to(tmp_path / "elsewhere")
    assert refused(tmp_path / "site") == [("not-a-regular-file", "content/sea")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("content/news/2024/Storm.md", "content/news/2024/storm.md"),
        ("content/news/2024/caf\u00e9.md", "content/news/2024/cafe\u0301.md"),
        ("content/News/_index.md", "content/news/_index.md"),
        ("content/about.md", "content/About.md"),
        ("content/news.md", "content/news/_index.md"),
        ("content/collections/Winter.md", "content/collections/winter.md"),
    ],
)
def test_two_files_with_one_address_are_both_named(tmp_path: Path, one: str, other: str) -> None:
    written(tmp_path, one, other)
    with pytest.raises(BuildError) as caught:
        loaded(tmp_path)
    (found,) = caught.value.problems
    assert found.rule == "address-collision"
    assert {one, other} == {str(found.place), found.text.rpartition(" ")[2].removesuffix(".")}


def test_a_page_with_the_name_of_a_section_that_only_its_articles_tell_of_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "content/news.md", "content/news/2024/a.md")
    assert refused(tmp_path) == [("address-collision", "content/news.md")] or refused(tmp_path) == [
        ("address-collision", "content/news/_index.md")
    ]


@pytest.mark.parametrize("name", ["archive", "search", "media", "topics", "people", "en", "ar", "collections"])
def test_a_name_that_the_site_needs_itself_is_no_section_and_no_page(tmp_path: Path, name: str) -> None:
    config = Config(languages=("en", "ar"))
    if name not in {"collections", "media"}:
        written(tmp_path, f"content/{name}/2024/a.md")
        assert refused(tmp_path, config) == [("section-reserved", f"content/{name}/2024/a.md")]
    written(tmp_path / "pages", f"content/{name}.md")
    assert refused(tmp_path / "pages", config) == [("section-reserved", f"content/{name}.md")]


@pytest.mark.parametrize("name", ["a#b", "a?b", "50%41", "a\\b", "a\nb"])
def test_a_name_that_is_no_address_is_refused_wherever_it_stands(tmp_path: Path, name: str) -> None:
    paths = {
        f"content/news/2024/{name}.md",
        f"content/media/{name}.png",
        f"content/{name}/2024/x.md",
        f"static/{name}.css",
    }
    written(tmp_path, *paths)
    assert {place for rule, place in refused(tmp_path) if rule == "address-invalid"} == paths


def test_an_authority_file_for_no_taxonomy_is_a_finding(tmp_path: Path) -> None:
    written(tmp_path, "content/news/2024/a.md", **{"content/authority/peoples.yaml": "eve: {}\n"})
    assert [(one.rule, one.hint) for one in loaded(tmp_path)[1]] == [("authority-unused", 'Did you mean "people"?')]


def test_two_articles_with_one_id_are_both_named(tmp_path: Path) -> None:
    same = "---\nid: same\ntitle: T\n---\n"
    written(tmp_path, **{"content/news/2024/a.md": same, "content/news/2024/b.md": same})
    with pytest.raises(BuildError) as caught:
        loaded(tmp_path)
    assert [(str(one.place), one.text) for one in caught.value.problems] == [
        ("content/news/2024/b.md", 'The id "same" is also that of content/news/2024/a.md.')
    ]


def test_a_file_whose_digest_is_known_is_not_read(tmp_path: Path) -> None:
    written(tmp_path, **{"content/media/a.png": "a", "content/media/b.png": "b", "static/c.txt": "c"})
    known = {"content/media/a.png": "one", "static/c.txt": "two"}
    archive, _ = load(tmp_path, Config(), digest_of=lambda path: known.get(path, ""))
    assert {one.path: one.digest for one in archive.files} == known | {"content/media/b.png": digest.of_bytes(b"b")}
