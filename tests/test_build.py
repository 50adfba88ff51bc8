"""The life of a site: what is published, what is withheld, what stops a build, and the same bytes everywhere."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from sitegen import answers, build, check, files, lock, manifest
from sitegen.model import Manifest, Report
from sitegen.problems import BuildError, FindingsError, LockedError, UsageError, sentence
from sitegen.progress import Silent

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SITE = """\
title: The Lamp
base_url: https://example.org/lamp
languages: [en, ar]
limits: {list_newest: 2, list_by_year: 3, list_by_month: 2, feed: 3, related: 2}
"""


def article(title: str, date: str = "", **keys: str) -> str:
    named = {"title": title, **({"date": date} if date else {}), "added": "2026-01-01", **keys}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in named.items()) + f"---\nThe text of {title}.\n"


FILES = {
    "site.yaml": SITE,
    "content/about.md": "---\ntitle: About\n---\nSee [the light](sea/1953/light.md).\n",
    "content/sea/_index.md": "---\ntitle: The Sea\n---\nAll of it.\n",
    "content/sea/1953/light.md": article("Light at Gull Rock", "1953-02-01", id="light", topics="[lamps, storms]"),
    "content/sea/1953/storm.md": article("Storm over the quay", "1953-03", id="storm", topics="[storms]"),
    "content/sea/1961/ferry.md": article("The ferry", "196X", id="ferry", aliases="[/old/ferry/]", people="[Ada Quay]"),
    "content/news/undated/note.md": article("A note", id="note", topics="[storms]"),
    "content/news/1974/risala.md": article("رسالة", "1974-05-06", id="risala", lang="ar", topics="[storms]"),
    "content/collections/lamps.md": "---\ntitle: Lamps\nitems: [{id: light, note: First.}]\n---\nAn essay.\n",
    "content/takedowns.yaml": "[]\n",
    "static/leaflet.txt": "By hand.\n",
}


def write(root: Path, made: dict[str, str]) -> None:
    for path, text in made.items():
        files.write_text(root / path, text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", FILES)
    return tmp_path / "site"


def request_of(site: Path, out: str = "public", **more: object) -> build.Request:
    asked = build.Request(site, site / out, CLOCK, jobs=1, search=False, take_in=False, cache=site.parent / "cache")
    return replace(asked, **more)  # type: ignore[arg-type] # whatever a test asks for


def built(site: Path, out: str = "public", **more: object) -> Report:
    return build.build(request_of(site, out, **more), Silent())


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, and every folder."""
    found = sorted(folder.rglob("*"))
    assert not [path for path in found if path.is_symlink()]
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in found}


def clean(site: Path) -> dict[str, bytes | None]:
    """What a build that knows nothing of an earlier one publishes, into another folder."""
    asked = request_of(site, "other")
    files.remove_tree(build.state_of(asked))
    files.remove_tree(asked.out)
    build.build(asked, Silent())
    return tree(asked.out)


def live(site: Path) -> Manifest:
    return manifest.load(build.state_of(request_of(site)) / "live.manifest")


def stats(folder: Path) -> dict[Path, tuple[int, int]]:
    """Every file and folder with its inode and the time of its last change."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*")}


# --- what is published ----------------------------------------------------------------------------


def test_nothing_changed_makes_no_page_and_touches_no_file(site: Path) -> None:
    first = built(site)
    before = stats(site / "public")
    second = built(site)
    assert (first.made, second.made, second.method) == (first.pages, 0, "none")
    assert second.generation == first.generation
    assert stats(site / "public") == before


def test_a_touched_file_that_says_the_same_makes_no_page(site: Path) -> None:
    built(site)
    for path in (site / "content").rglob("*.md"):
        os.utime(path, (1, 1))
    assert built(site).made == 0


def test_the_manifest_is_the_tree(site: Path) -> None:
    built(site)
    out = site / "public"
    assert set(live(site).outputs) == {path for path, data in tree(out).items() if data is not None}
    assert check.tree(out, live(site), digests=True) == ()


def test_an_edit_of_a_body_makes_one_page(site: Path) -> None:
    write(site, {"content/sea/1953/light.md": FILES["content/sea/1953/light.md"] + "\nA second paragraph.\n"})
    built(site)
    write(site, {"content/sea/1953/light.md": FILES["content/sea/1953/light.md"] + "\nAnother one.\n"})
    assert built(site).made == 1
    assert tree(site / "public") == clean(site)


def test_a_theme_option_makes_every_page_of_the_theme_anew(site: Path) -> None:
    first = built(site)
    write(site, {"site.yaml": SITE + "options: {accent: moss}\n"})
    assert 0 < built(site).made < first.pages  # robots.txt and its like have no frame
    assert b'data-accent="moss"' in (site / "public/index.html").read_bytes()


def test_a_template_makes_the_pages_whose_closure_holds_it_and_no_other(site: Path) -> None:
    own = {"themes/own/theme.yaml": "name: own\nextends: standard\n", "site.yaml": SITE + "theme: own\n"}
    write(site, own)
    built(site)
    text = '{% extends "standard/tombstone.html" %}'
    write(site, {"themes/own/templates/tombstone.html": text})
    assert built(site).made == 0
    write(site, {"themes/own/templates/page.html": '{% extends "standard/page.html" %}{% block top %}{% endblock %}'})
    assert set(answers.reasons(request_of(site))) == {"/about/"}
    assert built(site).made == 1


@pytest.mark.parametrize("spoilt", ["index.html", "sea/1953/light/index.html", "leaflet.txt", "feed.xml", "robots.txt"])
def test_an_output_that_was_spoilt_is_mended(site: Path, spoilt: str) -> None:
    built(site)
    good = (site / "public" / spoilt).read_bytes()
    (site / "public" / spoilt).write_bytes(bytes(len(good)))
    built(site)
    assert (site / "public" / spoilt).read_bytes() == good


@pytest.mark.parametrize("lost", ["index.html", "sea", "leaflet.txt", "assets"])
def test_an_output_that_was_lost_is_made_again(site: Path, lost: str) -> None:
    built(site)
    before = tree(site / "public")
    path = site / "public" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    built(site)
    assert tree(site / "public") == before


def test_a_stray_file_in_the_output_is_removed_and_told(site: Path) -> None:
    built(site)
    write(site / "public", {"stray/file.txt": "x"})
    found = built(site)
    assert "output-removed" in {one.rule for one in found.problems}
    assert not (site / "public/stray").exists()


def test_lost_records_cost_time_only(site: Path) -> None:
    built(site)
    before = tree(site / "public")
    files.remove_tree(site / ".sitegen")
    assert built(site).made > 0
    assert tree(site / "public") == before


def test_a_clean_build_makes_every_page_and_the_same_bytes(site: Path) -> None:
    first = built(site)
    before = tree(site / "public")
    assert built(site, clean=True).made == first.pages
    assert tree(site / "public") == before


def test_an_embargo_that_the_clock_releases_brings_its_article(site: Path) -> None:
    text = article("Later", "1998", id="later", embargo="2026-06-01T00:00:00Z")
    write(site, {"content/news/1998/later.md": text})
    built(site)
    assert not (site / "public/news/1998").exists()
    built(site, clock=dt.datetime(2026, 6, 2, tzinfo=dt.UTC))
    assert (site / "public/news/1998/later/index.html").is_file()


# --- what is withheld -----------------------------------------------------------------------------

SECRET = "The text of Storm over the quay"


@pytest.mark.parametrize(
    "change",
    [
        {"content/takedowns.yaml": "- {id: storm, date: 2026-01-01, public_note: At the wish of the family.}\n"},
        {"content/sea/1953/storm.md": FILES["content/sea/1953/storm.md"].replace("id:", "status: withheld\nid:")},
        {
            "content/sea/1953/storm.md": FILES["content/sea/1953/storm.md"].replace(
                "id:", "rights: {publish: metadata}\nid:"
            )
        },
        {"content/sea/1953/storm.md": FILES["content/sea/1953/storm.md"].replace("id:", "status: withdrawn\nid:")},
    ],
    ids=["takedown", "withheld", "metadata", "withdrawn"],
)
def test_what_is_taken_down_is_in_no_file_that_the_build_keeps(site: Path, change: dict[str, str]) -> None:
    # with these beside it, no list ends and no address goes when it is taken down
    write(site, {f"content/sea/1953/n{n}.md": article(f"N {n}", "1953-03", topics="[storms]") for n in range(3)})
    built(site)
    write(site, {"content/about.md": FILES["content/about.md"] + "\nMore.\n"})
    built(site)  # now the twin is a generation behind
    write(site, change)
    built(site)
    kept = [path for folder in (site / "public", site / ".sitegen") for path in folder.rglob("*") if path.is_file()]
    assert not [path for path in kept if SECRET.encode() in path.read_bytes()]


def test_an_excerpt_that_becomes_metadata_is_not_kept_either(site: Path) -> None:
    path, text = "content/sea/1953/storm.md", FILES["content/sea/1953/storm.md"]
    write(site, {path: text.replace("id:", "rights: {publish: excerpt}\nid:")})
    built(site)
    write(site, {path: text.replace("id:", "rights: {publish: metadata}\nid:")})
    built(site)
    kept = [one for folder in (site / "public", site / ".sitegen") for one in folder.rglob("*") if one.is_file()]
    assert not [one for one in kept if SECRET.encode() in one.read_bytes()]


def test_a_takedown_that_is_taken_back_under_stricter_rights_is_a_page_again(site: Path) -> None:
    write(site, {"content/takedowns.yaml": "- {id: storm, date: 2026-01-01}\n"})
    built(site)
    stricter = FILES["content/sea/1953/storm.md"].replace("id:", "rights: {publish: metadata}\nid:")
    write(site, {"content/takedowns.yaml": "[]\n", "content/sea/1953/storm.md": stricter})
    built(site)
    assert "Storm over the quay" in (site / "public/sea/1953/storm/index.html").read_text("utf-8")


def test_the_addresses_of_pages_that_have_gone_are_remembered_nowhere(site: Path) -> None:
    built(site)
    traces = build.state_of(request_of(site)) / "traces"
    assert b"/sea/1953/storm/" in traces.read_bytes()
    (site / "content/sea/1953/storm.md").unlink()
    built(site)
    assert b"/sea/1953/storm/" not in traces.read_bytes()
    assert b"/sea/1953/light/" in traces.read_bytes()


# --- what stops a build ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "mistake",
    [
        {"content/sea/1953/light.md": "---\ntitel: x\n---\n"},
        {"content/takedowns.yaml": "- {id: nobody, date: 2026-01-01}\n"},
        {"site.yaml": "titel: x\n"},
        {"themes/standard/theme.yaml": "name: standard\n"},
        {"static/sea/1953/light/index.html": "x"},
        {"static/.well-known/sitegen.json": "{}"},
    ],
)
def test_a_mistake_publishes_nothing_and_changes_nothing(site: Path, mistake: dict[str, str]) -> None:
    built(site)
    before = tree(site / "public")
    write(site, mistake)
    with pytest.raises((BuildError, UsageError)):
        built(site)
    assert tree(site / "public") == before
    for path in mistake:
        files.remove_tree(site / path) if path not in FILES else write(site, {path: FILES[path]})
    files.remove_tree(site / "themes")
    assert built(site).made == 0


def test_a_template_that_fails_on_a_page_publishes_nothing(site: Path) -> None:
    built(site)
    own = {"themes/own/theme.yaml": "name: own\nextends: standard\n", "site.yaml": SITE + "theme: own\n"}
    write(site, {**own, "themes/own/templates/page.html": "{{ 1 // (links | length - 1) }}"})
    before = tree(site / "public")
    with pytest.raises(BuildError) as caught:
        built(site)
    (found,) = [sentence(one) for one in caught.value.problems]
    assert found.startswith("themes/own/templates/page.html:1: /about/ could not be rendered: ZeroDivisionError")
    assert tree(site / "public") == before


def test_a_strict_build_with_findings_publishes_nothing(site: Path) -> None:
    write(site, {"content/about.md": "---\ntitle: About\n---\n[x](nowhere.md)\n"})
    with pytest.raises(FindingsError):
        built(site, strict=True)
    assert not (site / "public").exists()
    assert "link-broken" in {one.rule for one in built(site).problems}


def test_a_broken_link_is_told_by_the_file_that_holds_it_even_when_nothing_is_made(site: Path) -> None:
    write(site, {"content/about.md": "---\ntitle: About\n---\n[x](nowhere.md)\n"})
    first = [sentence(one) for one in built(site).problems if one.rule == "link-broken"]
    assert first == [sentence(one) for one in built(site).problems if one.rule == "link-broken"]
    assert first[0].startswith("content/about.md: ")


def test_a_site_that_is_being_built_is_not_built_beside_it(site: Path) -> None:
    with lock.hold(site / ".sitegen/lock", 0), pytest.raises(LockedError):
        built(site)


# --- determinism ----------------------------------------------------------------------------------

PROGRAM = """
import datetime as dt, os, sys
from multiprocessing import get_context
from pathlib import Path
from sitegen import build
from sitegen.progress import Silent
os.umask(int(sys.argv[3], 8))
root = Path(sys.argv[1])
clock = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
jobs, out = int(sys.argv[2]), root / sys.argv[4]
build.build(build.Request(root, out, clock, jobs=jobs, search=False, take_in=False), Silent())
"""
ELSEWHERE = [
    ("1", "022", "public", {"TZ": "UTC", "LANG": "C", "PYTHONHASHSEED": "0"}),
    (
        "2",
        "077",
        "out/of/it",
        {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
    ),
    ("2", "000", "دار", {"TZ": "America/St_Johns", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "4242"}),
]


def test_the_same_input_is_the_same_bytes_wherever_and_however_it_is_built(site: Path, tmp_path: Path) -> None:
    for n in range(24):
        write(site, {f"content/news/1961/n{n}.md": article(f"N {n}", f"1961-0{n % 9 + 1}", topics=f"[t{n % 5}, İs]")})
    trees = []
    for number, (jobs, mask, out, environment) in enumerate(ELSEWHERE):
        root = tmp_path / f"copy {number}"
        # the other way round, so that the file system may list the files in another order
        for path in sorted((path for path in site.rglob("*") if path.is_file()), reverse=number % 2 == 1):
            (root / path.relative_to(site)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / path.relative_to(site))
        here = {**os.environ, **environment, "PYTHONPATH": str(Path(build.__file__).parents[2])}
        subprocess.run([sys.executable, "-c", PROGRAM, root, jobs, mask, out], env=here, check=True, cwd=tmp_path)
        trees.append(tree(root / out))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 48
    assert not [path for path, data in trees[0].items() if data and str(tmp_path).encode() in data]


def test_an_executor_of_the_callers_makes_the_same_site(site: Path) -> None:
    built(site)
    expected = tree(site / "public")
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        build.build(replace(request_of(site), out=site / "other", executor=executor, clean=True), Silent())
    assert tree(site / "other") == expected
