"""What a build remembers: it saves work, decides nothing, and holds nothing that may not be seen."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.build import Request, build, state_of
from sitegen.config import Config
from sitegen.frontmatter import Document
from sitegen.load import articles
from sitegen.model import Article
from sitegen.progress import Silent

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ARTICLE = "---\nid: {id}\ntitle: {id}\ndate: 1974-02-14\nrights: {{publish: full}}\n{more}---\n\nThe words of {id}.\n"


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    for name in ("one", "two"):
        write(tmp_path, name)
    return Request(tmp_path, tmp_path / "public", CLOCK, jobs=1, search=False)


def write(root: Path, name: str, more: str = "") -> None:
    path = root / "content" / "news" / "1974" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(id=name, more=more))


def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which articles are parsed from here on."""
    parsed: list[str] = []
    real = articles.article

    def noted(document: Document, config: Config) -> Article:
        parsed.append(Path(document.path).stem)
        return real(document, config)

    monkeypatch.setattr("sitegen.load.article", noted)
    return parsed


def test_a_build_with_nothing_changed_reads_no_article_and_reports_the_same(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(request_, Silent())
    parsed = loaded(monkeypatch)
    second = build(request_, Silent())
    assert parsed == []
    assert (second.made, second.removed, second.method) == (0, 0, "none")
    assert replace(second, made=first.made, method=first.method, seconds=first.seconds) == first


def test_an_edit_reads_the_edited_article_alone(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    build(request_, Silent())
    write(request_.root, "two", "kicker: New\n")
    parsed = loaded(monkeypatch)
    build(request_, Silent())
    assert parsed == ["two"]


def test_a_clean_build_reads_all(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    build(request_, Silent())
    parsed = loaded(monkeypatch)
    build(replace(request_, clean=True), Silent())
    assert sorted(parsed) == ["one", "two"]


@pytest.mark.parametrize("lost", ["live.manifest", "twin.manifest", "stats", "built"])
def test_without_one_of_its_records_a_build_does_its_work_again(request_: Request, lost: str) -> None:
    first = build(request_, Silent())
    (state_of(request_) / lost).unlink()
    second = build(request_, Silent())
    assert "plan" in second.seconds
    assert second.generation == first.generation


@pytest.mark.parametrize("spoil", ["change", "remove", "add", "link"])
def test_an_output_folder_that_was_touched_is_looked_at_and_mended(request_: Request, spoil: str) -> None:
    build(request_, Silent())
    home = request_.out / "index.html"
    whole = home.read_bytes()
    if spoil == "change":
        home.write_bytes(whole + b" ")
    elif spoil == "remove":
        home.unlink()
    elif spoil == "add":
        (request_.out / "stray.html").write_text("stray")
    else:
        (request_.out / "link.html").symlink_to(home)
    build(request_, Silent())
    assert home.read_bytes() == whole
    assert not (request_.out / "stray.html").exists()
    assert not (request_.out / "link.html").is_symlink()


def test_an_embargo_that_ends_ends_the_rest_too(request_: Request) -> None:
    write(request_.root, "three", "embargo: 2026-02-01T00:00:00Z\n")
    page = request_.out / "news" / "1974" / "three" / "index.html"
    build(request_, Silent())
    assert not page.exists()
    build(replace(request_, clock=dt.datetime(2026, 1, 31, tzinfo=dt.UTC)), Silent())
    assert not page.exists()
    build(replace(request_, clock=dt.datetime(2026, 2, 1, tzinfo=dt.UTC)), Silent())
    assert page.exists()
    build(request_, Silent())
    assert not page.exists()


@pytest.mark.parametrize("more", ["status: withheld\n", "status: review\n", "embargo: 2027-01-01T00:00:00Z\n"])
def test_an_article_that_is_held_back_is_not_kept(request_: Request, more: str) -> None:
    build(request_, Silent())
    kept = request_.root / ".sitegen" / "articles"
    assert b"The words of two." in kept.read_bytes()
    write(request_.root, "two", more)
    build(request_, Silent())
    assert b"The words of two." not in kept.read_bytes()
    assert b"The words of one." in kept.read_bytes()
