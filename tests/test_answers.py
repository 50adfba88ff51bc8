"""What is asked of a site without building it: why, is it whole, and what can be made again."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen import answers, build, files
from sitegen.model import Report
from sitegen.problems import UsageError
from sitegen.progress import Silent

FILES = {
    "site.yaml": "title: The Lamp\nbase_url: https://example.org/lamp\n",
    "content/about.md": "---\ntitle: About\n---\nSee [the storm](sea/1953/storm.md).\n",
    "content/sea/1953/storm.md": "---\nid: storm\ntitle: Storm over the quay\ndate: 1953-03\n---\nIt came.\n",
    "static/leaflet.txt": "By hand.\n",
}


def write(root: Path, made: dict[str, str]) -> None:
    for path, text in made.items():
        files.write_text(root / path, text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", FILES)
    return tmp_path / "site"


def request_of(site: Path) -> build.Request:
    clock = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return build.Request(site, site / "public", clock, jobs=1, search=False, take_in=False)


def built(site: Path) -> Report:
    return build.build(request_of(site), Silent())


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_why_names_the_pages_that_the_next_build_makes_and_no_other(site: Path) -> None:
    built(site)
    assert answers.reasons(request_of(site)) == {}
    retitled = FILES["content/sea/1953/storm.md"].replace("Storm over", "A storm over")
    write(site, {"content/sea/1953/storm.md": retitled})
    found = answers.reasons(request_of(site))
    assert built(site).made == len(found)
    assert "/sea/1953/storm/: its front matter changed" in found["/sea/1953/storm/"]


def test_why_of_an_address_that_no_page_has_is_a_mistake_of_usage(site: Path) -> None:
    with pytest.raises(UsageError, match="No page has the address /abuot/"):
        answers.reasons(request_of(site), "/abuot/")


def test_why_of_one_page_says_nothing_where_it_is_kept(site: Path) -> None:
    built(site)
    assert answers.reasons(request_of(site), "/about/") == {"/about/": []}
    (site / "public/about/index.html").unlink()
    assert answers.reasons(request_of(site), "/about/") == {
        "/about/": ["/about/: its file is lost, or not as it was published"]
    }
    (site / "content/about.md").unlink()
    assert "/about/: it is no longer part of the site" in answers.reasons(request_of(site), "/about/")["/about/"]


def test_an_examination_finds_what_is_not_built_yet_and_what_is_not_as_published(site: Path) -> None:
    built(site)
    ours = {one.rule for one in answers.examine(request_of(site))}
    write(site, {"content/about.md": FILES["content/about.md"] + "\nMore.\n"})
    (site / "public/leaflet.txt").write_text("By h4nd.\n")
    assert {one.rule for one in answers.examine(request_of(site))} - ours == {"not-built", "output-changed"}


def test_what_can_be_made_again_is_removed_and_nothing_else(site: Path) -> None:
    built(site)
    before = tree(site / "content")
    gone = answers.remove(site, site / "public")
    assert site / "public" in gone
    assert not (site / ".sitegen").exists()
    assert tree(site / "content") == before
    assert answers.remove(site, site / "public") == []


def test_a_foreign_folder_is_not_removed(site: Path) -> None:
    write(site, {"public/letter.txt": "Dear"})
    with pytest.raises(UsageError):
        answers.remove(site, site / "public")
    assert (site / "public/letter.txt").exists()


def test_the_last_builds_reasons_are_kept_and_name_the_cards_that_differ(site: Path) -> None:
    built(site)
    assert answers.last_reasons(request_of(site))["/sea/"] == ["/sea/: it was not there"]
    write(site, {"content/sea/1953/storm.md": FILES["content/sea/1953/storm.md"].replace("Storm over", "Storm off")})
    pending = answers.reasons(request_of(site))
    assert pending["/sea/"] == ["/sea/: its list of articles changed: the title of /sea/1953/storm/ changed"]
    built(site)
    assert answers.last_reasons(request_of(site)) == pending
    assert answers.reasons(request_of(site)) == {}
