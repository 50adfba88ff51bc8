"""Pictures from the archive to the published site: made once, the same anywhere, gone when nobody shows them."""

import datetime as dt
import os
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen import answers, files
from sitegen.build import Request, build
from sitegen.images import opening
from sitegen.model import Report
from sitegen.problems import BuildError
from sitegen.progress import Silent
from tests.images.made import bomb, drawing, encoded, photograph

CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SITE = "title: The Lamp\nbase_url: https://example.org/lamp\nrights: {default: full, holder: The Lamp}\ntheme: small\n"
THEME = "name: small\nextends: standard\nwidths: [80, 40, 140]\n"
WIDE = encoded(photograph(300, 200, seed=1))


def article(root: Path, name: str, *images: str, body: str = "The lamp was lit.", more: str = "") -> None:
    rows = "".join(f"- {{{one}}}\n" for one in images)
    front = f"id: {name}\ntitle: Title {name}\ndate: 1953-02-01\nrights: {{publish: full}}\n{more}"
    text = f"---\n{front}{f'images:{chr(10)}{rows}' if rows else ''}---\n\n{body}\n"
    files.write_text(root / f"content/sea/1953/{name}.md", text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with an article that shows a photograph, and one that shows none."""
    root = tmp_path / "site"
    files.write_text(root / "site.yaml", SITE)
    files.write_text(root / "themes/small/theme.yaml", THEME)
    files.write_bytes(root / "content/media/quay.jpg", WIDE)
    article(root, "a", "src: quay.jpg, alt: A quay, caption: The quay")
    article(root, "b")
    return root


def request(root: Path, out: str = "public", **more: object) -> Request:
    return replace(Request(root, root / out, CLOCK, jobs=1, search=False, take_in=False), **more)  # type: ignore[arg-type] # its own fields


def built(root: Path, **more: object) -> Report:
    return build(request(root, **more), Silent())  # type: ignore[arg-type] # as above


def tree(root: Path, out: str = "public") -> dict[str, bytes]:
    return {path: (root / out / path).read_bytes() for path in files.survey(root / out).files}


def pictures(root: Path, out: str = "public") -> dict[str, bytes]:
    return {path: data for path, data in tree(root, out).items() if path.startswith(("assets/pictures/", "media/"))}


def page(root: Path, name: str = "a") -> str:
    return (root / f"public/sea/1953/{name}/index.html").read_text("utf-8")


def rules(report: Report) -> list[str]:
    return [one.rule for one in report.problems]


def test_a_page_shows_a_picture_in_widths_with_its_size_its_colour_and_its_words(root: Path) -> None:
    assert rules(built(root)) == []
    made = {path.rpartition("/")[2]: f"/lamp/{path}" for path in pictures(root)}
    widths = {name: int(name.removeprefix("quay-").split(".")[0]) for name in made}
    webp = sorted((name for name in made if name.endswith("webp")), key=lambda name: widths[name])
    (jpeg,) = made.keys() - set(webp)
    assert [widths[name] for name in (*webp, jpeg)] == [40, 80, 140, 80]
    text = page(root)
    candidates = ", ".join(f"{made[name]} {widths[name]}w" for name in webp)
    assert f'<source type="image/webp" srcset="{candidates}" sizes="' in text
    assert f'<img src="{made[jpeg]}" alt="A quay" width="140" height="93"' in text
    assert '<svg color="#' in text
    assert "style=" not in text


def test_the_original_is_not_published_unless_a_text_links_to_it(root: Path) -> None:
    built(root)
    assert WIDE not in tree(root).values()
    article(root, "b", body="See [the quay](quay.jpg).")
    assert rules(built(root)) == []
    assert tree(root)["media/quay.jpg"] == WIDE


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_incremental_build_is_a_clean_one_byte_for_byte(root: Path, jobs: int) -> None:
    files.write_bytes(root / "content/media/lamp.png", encoded(drawing(120, 80), "PNG"))
    article(root, "c", "src: lamp.png, alt: A lamp")
    built(root, jobs=2)
    files.write_bytes(root / "content/media/quay.jpg", encoded(photograph(200, 300, seed=2)))
    article(root, "d", "src: quay.jpg, alt: A quay")
    built(root, jobs=2)
    after = tree(root)
    for gone in (".sitegen", "public"):
        files.remove_tree(root / gone)
    built(root, jobs=jobs)
    assert tree(root) == after


def test_a_picture_is_opened_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(root)
    assert "images" in first.seconds

    def refuse(_data: bytes) -> None:
        raise AssertionError

    monkeypatch.setattr(opening, "begun", refuse)
    assert built(root).made == 0
    article(root, "b", body="Another text.")
    again = built(root)
    assert (again.made, "images" in again.seconds) == (1, False)
    before = tree(root)
    assert built(root, clean=True).made > 1
    assert built(root, out="preview").made > 1
    assert tree(root, "preview") == tree(root) == before


def test_pictures_are_read_for_nothing_where_texts_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(
        root / "content/media/quay.jpg", (1_000_000, 1_000_000)
    )  # what is as old as the build may have changed since
    built(root)
    article(root, "b", body="Another text.")
    read, whole = [], files.read_bytes

    def noted(path: Path | str) -> bytes:
        read.append(str(path))
        return whole(path)

    monkeypatch.setattr(files, "read_bytes", noted)
    built(root)
    assert not [path for path in read if "/media/" in path or path.endswith((".webp", ".jpg"))]


def test_a_changed_picture_remakes_the_pages_that_show_it_and_no_other(root: Path) -> None:
    article(root, "c", "src: quay.jpg, alt: A quay")
    files.write_text(root / "content/collections/d.md", "---\ntitle: D\nitems: [{id: b}]\n---\nAn essay.\n")
    built(root)
    before = pictures(root)
    files.write_bytes(root / "content/media/quay.jpg", encoded(photograph(300, 200, seed=2)))
    assert set(answers.reasons(request(root))) == {"/sea/1953/a/", "/sea/1953/c/"}
    assert built(root).made == 2
    assert not before.keys() & pictures(root).keys()


def test_a_picture_of_a_collection_is_shown_wherever_the_collection_is(root: Path) -> None:
    text = "---\ntitle: D\nimage: {src: quay.jpg, alt: A quay}\nitems: [{id: b}]\n---\nAn essay.\n"
    files.write_text(root / "content/collections/d.md", text)
    built(root)
    for path in ("index.html", "collections/index.html", "collections/d/index.html"):
        assert re.search(r"/assets/pictures/../quay-80\.", (root / "public" / path).read_text("utf-8"))


def test_what_nobody_shows_any_more_is_gone_from_the_site_and_from_what_is_kept(root: Path) -> None:
    built(root)
    kept = root / ".sitegen/pictures"
    assert len(list(kept.iterdir())) == 5
    article(root, "a")
    built(root)
    assert pictures(root) == {}
    assert [path.name for path in kept.iterdir()] == ["record"]
    twin = files.survey(root / ".sitegen/trees").files
    assert not [path for path in twin if path.endswith(".webp")]


@pytest.mark.parametrize(
    "more",
    ["status: withheld\n", "status: review\n", "embargo: 2027-01-01T00:00:00Z\n", "source: shut\n"],
)
def test_a_picture_of_an_article_that_may_not_be_shown_is_in_no_output(root: Path, more: str) -> None:
    files.write_text(root / "content/sources.yaml", "shut: {name: Shut, rights: {publish: metadata}}\n")
    article(root, "a", "src: quay.jpg, alt: A quay", more=more)
    built(root)
    assert pictures(root) == {}
    assert not (root / ".sitegen/pictures").exists()


@pytest.mark.parametrize(
    ("publish", "caption", "count"), [("full", True, 4), ("metadata", True, 0), ("withheld", False, 0)]
)
def test_a_pictures_own_rights_hold_it_back_and_leave_the_article(
    root: Path, publish: str, *, caption: bool, count: int
) -> None:
    more = f"rights: {{publish: {publish}, holder: Meridian}}"
    article(root, "a", f"src: quay.jpg, alt: A quay, caption: By the quay, {more}")
    assert rules(built(root)) == []
    assert len(pictures(root)) == count
    assert ("By the quay" in page(root)) is caption
    assert "The lamp was lit." in page(root)


def test_a_picture_that_is_withdrawn_is_gone_from_the_twin_and_the_cache_at_once(root: Path) -> None:
    built(root)
    article(root, "b", body="Another text.")
    built(root)
    files.write_text(root / "content/takedowns.yaml", "- {id: a, date: 2026-01-01}\n")
    built(root)
    held = [path for path in files.survey(root).files if path.endswith((".webp", ".jpg"))]
    assert held == ["content/media/quay.jpg"]


def test_what_is_wrong_with_a_picture_is_told_and_its_caption_stays(root: Path) -> None:
    files.write_bytes(root / "content/media/broken.jpg", WIDE[:3000])
    files.write_bytes(root / "content/media/bomb.png", bomb(60_000, 60_000))
    article(
        root, "a", *(f"src: {src}, alt: X, caption: Of {n}" for n, src in enumerate(
            ["broken.jpg", "bomb.png", "gone.jpg", "https://example.org/a.jpg", "../../../../etc/passwd"]
        )),
    )  # fmt: skip
    report = built(root)
    assert sorted(rules(report)) == [
        "image-missing", "image-missing", "image-remote", "image-too-large", "image-unreadable",
    ]  # fmt: skip
    assert pictures(root) == {}
    text = page(root)
    assert "<img" not in text
    assert all(f"Of {n}" in text for n in range(5))
    assert sorted(one.rule for one in answers.examine(request(root))) == sorted(rules(report))


@pytest.mark.parametrize("src", ["../../../../outside.png", "/outside.png", "../../../site/../outside.png", "{full}"])
def test_no_picture_is_read_from_outside_what_the_site_may_show(root: Path, src: str) -> None:
    outside = root.parent / "outside.png"
    Image.new("RGB", (1, 1)).save(outside)
    article(root, "a", f'src: "{src.format(full=outside)}", alt: X')
    assert rules(built(root)) == ["image-missing"]
    assert pictures(root) == {}


def test_a_picture_above_the_limit_is_shown_when_the_limit_is_raised(root: Path) -> None:
    files.write_text(root / "site.yaml", f"{SITE}limits: {{image_pixels: 59999}}\n")
    assert rules(built(root)) == ["image-too-large"]
    files.write_text(root / "site.yaml", f"{SITE}limits: {{image_pixels: 60000}}\n")
    assert rules(built(root)) == []
    assert len(pictures(root)) == 4
    files.write_text(root / "site.yaml", f"{SITE}limits: {{image_pixels: 59999}}\n")
    assert rules(built(root)) == ["image-too-large"]
    assert pictures(root) == {}


def test_a_picture_without_words_for_those_who_cannot_see_it_is_noted(root: Path) -> None:
    article(root, "a", "src: quay.jpg, caption: The quay", "caption: Alone")
    assert rules(built(root)) == ["image-without-alt"]


def test_no_reader_is_sent_to_another_server_by_a_picture_in_a_text(root: Path) -> None:
    article(root, "a", body="See ![the quay](https://example.org/q.jpg) and ![](https://example.org/r.jpg).")
    report = built(root)
    assert rules(report) == ["image-remote", "image-remote"]
    text = page(root)
    assert "<img" not in text
    assert '<a href="https://example.org/q.jpg">the quay</a>' in text
    assert ">https://example.org/r.jpg</a>" in text
    article(root, "b", body="Another text.")
    assert rules(built(root)) == ["image-remote", "image-remote"]


def test_thirty_pictures_stand_on_a_page_the_first_at_once_the_others_when_they_are_near(root: Path) -> None:
    for n in range(30):
        files.write_bytes(root / f"content/media/n{n}.jpg", encoded(photograph(60, 40, seed=n)))
    article(root, "a", *(f"src: n{n}.jpg, alt: Number {n}" for n in range(30)))
    assert rules(built(root, jobs=2)) == []
    text = page(root)
    assert text.count("<img") == 30
    assert text.count('loading="lazy"') == 29
    assert text.count('fetchpriority="high"') == 1
    assert len(pictures(root)) == 90
    assert all(Image.open(BytesIO(data)).width <= 60 for data in pictures(root).values())


def test_drawings_and_what_moves_are_published_as_they_are(root: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150"/>'
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "green")]
    gif = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    files.write_bytes(root / "content/media/map.svg", svg)
    files.write_bytes(root / "content/media/moving.gif", gif)
    article(root, "a", "src: map.svg, alt: A map", "src: moving.gif, alt: It moves")
    assert rules(built(root)) == []
    assert sorted(pictures(root).values()) == sorted([svg, gif])
    assert 'alt="A map" width="300" height="150"' in page(root)
    assert "<source" not in page(root)


def test_two_files_of_the_same_bytes_are_made_once(root: Path) -> None:
    files.write_bytes(root / "content/sea/1953/harbour.jpg", WIDE)
    article(root, "b", "src: harbour.jpg, alt: A harbour")
    built(root)
    assert len(pictures(root)) == 8
    assert len(list((root / ".sitegen/pictures").iterdir())) == 5


def test_a_file_that_changes_while_the_site_is_built_publishes_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = files.read_bytes

    def changed(path: Path | str) -> bytes:
        return b"another" if str(path).endswith("quay.jpg") and (root / ".sitegen/inputs").exists() else whole(path)

    monkeypatch.setattr(files, "read_bytes", changed)
    with pytest.raises(BuildError) as raised:
        built(root)
    assert [one.rule for one in raised.value.problems] == ["content-changed"]
    assert not (root / "public").exists()


def test_what_is_lost_of_what_was_kept_is_made_again(root: Path) -> None:
    built(root)
    before = tree(root)
    for path in (root / ".sitegen/pictures").glob("*.webp"):
        files.remove_tree(path)
    files.remove_tree(root / "public")
    built(root)
    assert tree(root) == before
