import datetime as dt
import re
from pathlib import Path

import pytest

from sitegen import __version__, build, config, digest, frontmatter, init
from sitegen.config import Config
from sitegen.phrases import PHRASES
from sitegen.problems import FileError, UsageError
from sitegen.progress import Silent

FILES = {
    ".github/workflows/pages.yml",
    ".gitignore",
    "content/about.md",
    "content/features/_index.md",
    "content/news/2024/a-first-article.md",
    "content/news/_index.md",
    "netlify.toml",
    "requirements.txt",
    "site.yaml",
}


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_starter_is_written_whole_into_a_new_folder(tmp_path: Path) -> None:
    said = init.init(tmp_path / "my/archive", "My archive", "en", "")
    assert tree(tmp_path / "my/archive") == FILES
    assert (tmp_path / "my/archive/seeds").is_dir()
    assert set(said) == {f"{name} is written." for name in FILES}


def test_a_starter_builds_without_a_finding(tmp_path: Path) -> None:
    init.init(tmp_path, "My archive", "en", "https://example.org/archive")
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = build.build(build.Request(tmp_path, tmp_path / "public", moment, jobs=1, search=False), Silent())
    assert made.problems == ()
    assert made.articles == 1
    assert (tmp_path / "public/news/2024/a-first-article/index.html").is_file()


@pytest.mark.parametrize("lang", sorted(PHRASES))
def test_a_starter_speaks_the_language_of_its_archive(tmp_path: Path, lang: str) -> None:
    init.init(tmp_path, "2024", lang, "https://example.org")
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    made = build.build(build.Request(tmp_path, tmp_path / "public", moment, jobs=1, search=False), Silent())
    assert made.problems == ()
    for page in (tmp_path / "public").rglob("*.html"):
        shown = re.sub(r"<(script|code)\b.*?</\1>|<[^>]*>|https://\S+", " ", page.read_text("utf-8"), flags=re.DOTALL)
        english = re.findall(r"\b(?:the|of|and|what|from|where|this|its|about|news)\b", shown, re.IGNORECASE)
        assert bool(english) == (lang == "en"), page.name


def test_a_starter_says_in_every_language_what_it_says_in_english(tmp_path: Path) -> None:
    folder = init.STARTER / "languages"
    assert {path.stem for path in folder.iterdir()} == set(PHRASES)
    english = {path.relative_to(init.STARTER).as_posix() for path in init.STARTER.rglob("*.md")}
    for lang in set(PHRASES) - {"en"}:
        words, _ = frontmatter.read_yaml((folder / f"{lang}.yaml").read_text("utf-8"), lang)
        assert words.keys() == {"description", *english}
        for name in english:
            was = frontmatter.read((init.STARTER / name).read_text("utf-8"), name)
            said = words[name]
            assert said.keys() - {"text"} <= was.values.keys()
            assert ("text" in said) == bool(was.body)
            for mark in ("`", "## ", "\n\n"):
                assert str(said.get("text", "")).strip().count(mark) == was.body.count(mark), (lang, name, mark)
    init.init(tmp_path, "Acervo", "pt-BR", "")
    assert "lang: pt-BR" in (tmp_path / "content/news/2024/a-first-article.md").read_text("utf-8")
    assert "Sobre o acervo" in (tmp_path / "content/about.md").read_text("utf-8")


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "content/news").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("title: Mine\n")
    (tmp_path / "content/news/_index.md").symlink_to("nowhere")
    said = init.init(tmp_path, "My archive", "en", "")
    assert (tmp_path / "site.yaml").read_text() == "title: Mine\n"
    assert (tmp_path / "content/news/_index.md").is_symlink()
    assert "site.yaml was there already and is left as it is." in said
    assert "content/news/_index.md was there already and is left as it is." in said
    assert "content/about.md is written." in said


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    init.init(tmp_path, "One", "en", "")
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    said = init.init(tmp_path, "Two", "ar", "https://example.org")
    assert all(line.endswith("is left as it is.") for line in said)
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before


@pytest.mark.parametrize(
    ("title", "language", "base_url"),
    [
        ('Tidings: of "home" # 1', "no", "https://example.org/a"),
        ("بريد المرفأ", "ar", ""),
        ("1984", "en", ""),
        ("language: {language} {version}", "en", "http://localhost:8000"),
        ("- [a, {b}]\nc", "ja", ""),
    ],
)
def test_what_was_asked_for_reads_back_the_same(tmp_path: Path, title: str, language: str, base_url: str) -> None:
    init.init(tmp_path, title, language, base_url)
    settled, problems = config.load(tmp_path)
    assert (settled.title, settled.language, settled.base_url) == (title, language, base_url)
    assert problems == ()


def test_the_starter_asks_for_this_version(tmp_path: Path) -> None:
    init.init(tmp_path, "My archive", "en", "")
    assert f"sitegen-archive=={__version__}\n" in (tmp_path / "requirements.txt").read_text()


@pytest.mark.parametrize(("host", "missing"), [("netlify", ".github/workflows/pages.yml"), ("pages", "netlify.toml")])
def test_a_host_that_was_named_is_the_only_one(tmp_path: Path, host: str, missing: str) -> None:
    init.init(tmp_path, "My archive", "en", "", host)
    assert tree(tmp_path) == FILES - {missing}


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        init.init(tmp_path / "file", "My archive", "en", "")


# --- new ------------------------------------------------------------------------------------------


def begun(root: Path, title: str = "Light at Gull Rock", section: str = "sea", date: str = "", lang: str = "") -> str:
    return init.new(root, Config(), title, section, date, lang, "0123abcd", "2026-11-24")


@pytest.mark.parametrize(
    ("date", "folder"),
    [
        ("1953-02-01", "1953"),
        ("1953-02", "1953"),
        ("1953~", "1953"),
        ("195X", "undated"),
        ("", "undated"),
        ("1953/..", "undated"),
    ],
)
def test_an_article_goes_to_its_year_if_its_date_has_one(tmp_path: Path, date: str, folder: str) -> None:
    assert begun(tmp_path, date=date) == f"content/sea/{folder}/light-at-gull-rock.md"


def test_a_new_article_says_what_is_known_of_it(tmp_path: Path) -> None:
    path = begun(tmp_path, ' "Quoted": a title ', date="1953-02", lang="ar")
    assert frontmatter.read((tmp_path / path).read_text(), path).values == {
        "id": digest.short_id("0123abcd"),
        "title": '"Quoted": a title',
        "date": "1953-02",
        "date_basis": "curator",
        "added": "2026-11-24",
        "lang": "ar",
        "status": "published",
    }


def test_a_new_article_without_a_language_has_the_sites(tmp_path: Path) -> None:
    path = init.new(tmp_path, Config(language="ja"), "灯台", "sea", "", "", "x", "2026-11-24")
    assert path == "content/sea/undated/灯台.md"
    assert "lang: ja" in (tmp_path / path).read_text()


def test_a_title_without_a_letter_is_named_by_the_id(tmp_path: Path) -> None:
    assert begun(tmp_path, "?!") == f"content/sea/undated/{digest.short_id('0123abcd')}.md"


def test_slugs_are_ascii_where_the_site_wants_them(tmp_path: Path) -> None:
    assert (
        init.new(tmp_path, Config(slugs="ascii"), "Ο φάρος", "sea", "", "", "x", "2026-11-24")
        == "content/sea/undated/o-pharos.md"
    )


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = begun(tmp_path)
    (tmp_path / path).write_text("mine")
    with pytest.raises(UsageError) as caught:
        begun(tmp_path)
    assert [found.rule for found in caught.value.problems] == ["article-exists"]
    assert (tmp_path / path).read_text() == "mine"


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        ({"title": " "}, "title-missing"),
        ({"date": "yesterday"}, "date-invalid"),
        ({"section": "search"}, "section-reserved"),
        ({"section": "people"}, "section-reserved"),
        ({"section": "en"}, "section-reserved"),
        ({"section": "../seeds"}, "section-invalid"),
        ({"section": ".sitegen"}, "section-invalid"),
        ({"section": "Local News"}, "section-invalid"),
        ({"section": ""}, "section-invalid"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path, asked: dict[str, str], rule: str) -> None:
    with pytest.raises(UsageError) as caught:
        begun(tmp_path, **asked)
    assert [found.rule for found in caught.value.problems] == [rule]
    assert tree(tmp_path) == set()


def test_a_section_that_nearly_fits_is_offered_as_it_would(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        begun(tmp_path, section="Local News")
    assert caught.value.problems[0].hint == 'Write "local-news".'
