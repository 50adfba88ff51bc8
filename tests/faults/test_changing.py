"""Files that are changed or removed while a build reads them: it fails by name or is right, and never a mixture."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sitegen import build, files
from sitegen.problems import BuildError, SitegenError, sentence

from .made import archive, beside, clean, path_of, request, tree, write

# every n-th pair of an edit and a stage is tried, all of them by `make faults`
STRIDE = int(os.environ.get("FAULT_STRIDE", "4"))
ARTICLES = 8
STAGES = ("import", "look", "load", "plan", "render", "check", "publish")
MADE = archive(ARTICLES)
ARTICLE, TEMPLATE = path_of(3), "themes/own/templates/article.html"
Edit = Mapping[str, str | None]
EDITS: dict[str, Edit] = {
    "a text": {ARTICLE: MADE[ARTICLE] + "\nA second paragraph.\n"},
    "a title": {ARTICLE: MADE[ARTICLE].replace("title: Story 3", "title: Story 4")},
    "an article removed": {ARTICLE: None},
    "an article added": {
        "content/sea/1999/new.md": "---\nid: new\ntitle: New\ndate: 1999\nadded: 2026-01-01\n---\nNew.\n"
    },
    "a folder removed": {path: None for path in MADE if path.startswith(ARTICLE.rpartition("/")[0])},
    "a template": {TEMPLATE: MADE[TEMPLATE] + "\n"},
    "a template that shows": {TEMPLATE: MADE[TEMPLATE].replace("foot %}", "foot %}<i>other</i>", 1)},
    "a template removed": {TEMPLATE: None},
    "a template added": {
        "themes/own/templates/list.html": '{% extends "standard/list.html" %}{% block foot %}{% endblock %}'
    },
    "an asset": {"themes/own/static/own.css": "p { margin: 1px }\n"},
    "a static file": {"static/leaflet.txt": "By another.\n"},
    "a static file removed": {"static/leaflet.txt": None},
    "the site": {"site.yaml": MADE["site.yaml"].replace("The Lamp", "The Lantern")},
    "a takedown": {"content/takedowns.yaml": "- {id: n3, date: 2026-01-01}\n"},
    "two at once": {ARTICLE: None, "static/leaflet.txt": "By another.\n", TEMPLATE: MADE[TEMPLATE] + "<!-- -->"},
}


@dataclass(slots=True)
class Meddling:
    """Progress that does something to the site when a stage begins."""

    deeds: Mapping[str, Callable[[], None]]
    seen: list[str] = field(default_factory=list)

    def stage(self, name: str, _total: int = 0) -> None:
        self.seen.append(name)
        self.deeds.get(name, lambda: None)()

    def step(self, _count: int = 1) -> None: ...

    def close(self) -> None: ...


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "site", MADE)
    return tmp_path / "site"


def edited(site: Path, edit: Edit) -> None:
    """Make an edit, and remove the folders that it leaves empty."""
    write(site, edit)
    for folder in {(site / path).parent for path in edit}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def undone(site: Path, edit: Edit) -> None:
    edited(site, {path: MADE.get(path) for path in edit})


def meddled(site: Path, deeds: Mapping[str, Callable[[], None]]) -> str:
    """Build while somebody is at the files; what stopped it, or nothing."""
    try:
        build.build(request(site), Meddling(deeds))
    except SitegenError as error:
        return sentence(error.problems[0])
    return ""


def rebuilt(site: Path) -> Mapping[str, str]:
    """What an undisturbed build publishes."""
    build.build(request(site), Meddling({}))
    return tree(site / "public")


@pytest.mark.parametrize("what", EDITS)
def test_a_file_that_changes_while_a_build_reads_stops_it_by_name_or_is_in_the_next(site: Path, what: str) -> None:
    edit = EDITS[what]
    edited(site, edit)
    after = clean(site)
    undone(site, edit)
    before = rebuilt(site)
    usual = beside(site)
    for nth, stage in enumerate(STAGES):
        if (nth + list(EDITS).index(what)) % STRIDE:
            continue
        files.remove_tree(site / ".sitegen")  # so that all is read again
        said = meddled(site, {stage: lambda: edited(site, edit)})
        found = tree(site / "public")
        assert found in (before, after), f"{what} at {stage}: a mixture"
        assert not said or found == before, f"{what} at {stage}: {said}"
        assert not said or ("Build again" in said or "build again" in said), f"{what} at {stage}: {said}"
        assert not said or any(path.rpartition("/")[2] in said for path in edit), f"{what} at {stage}: {said}"
        undone(site, edit)  # what was read meanwhile must not be taken for what is there now
        assert rebuilt(site) == before, f"{what} at {stage}: undone, but still there"
        meddled(site, {stage: lambda: edited(site, edit)})  # with all that earlier builds kept
        assert tree(site / "public") in (before, after), f"{what} at {stage}: a mixture"
        edited(site, edit)
        assert rebuilt(site) == after, f"{what} at {stage}: not in the next build"
        undone(site, edit)
        assert rebuilt(site) == before
        assert beside(site) == usual


@pytest.mark.parametrize("what", ["a title", "a template that shows", "a static file"])
@pytest.mark.parametrize(
    ("first", "second"), [("look", "load"), ("load", "plan"), ("plan", "render"), ("render", "check")]
)
def test_a_change_that_is_undone_while_the_build_goes_on_does_not_stay(
    site: Path, what: str, first: str, second: str
) -> None:
    wanted = clean(site)
    edit = EDITS[what]
    meddled(site, {first: lambda: edited(site, edit), second: lambda: undone(site, edit)})
    assert tree(site / "public") in ({}, wanted)
    undone(site, edit)
    assert rebuilt(site) == wanted


def test_what_changed_is_named_with_a_way_out(site: Path) -> None:
    with pytest.raises(BuildError) as caught:
        build.build(request(site), Meddling({"load": lambda: edited(site, EDITS["two at once"])}))
    said = "This file changed while the site was being built; nothing was published. Build again."
    assert [sentence(one) for one in caught.value.problems] == [
        f"{path}: {said}" for path in sorted(EDITS["two at once"])
    ]
    assert not (site / "public").exists()
