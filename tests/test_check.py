from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import check, digest, files, records
from sitegen.model import Known, Manifest, Output, Trace, Traces
from sitegen.problems import sentence

Site = tuple[Manifest, Traces]


def _site(pages: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]], *copies: str) -> Site:
    """A site of pages, address -> (addresses that it leads to, ids), and of copied files."""
    outputs = [Output(f"{url}index.html".lstrip("/"), "d", url) for url in pages]
    traces = {
        url: records.encoded(Trace({}, b"".join(map(digest.short_mark, links)), ids))
        for url, (links, ids) in pages.items()
    }
    targets = {link: digest.short_mark(link) for links, _ in pages.values() for link in links}
    whole = {one.path: one for one in (*outputs, *(Output(path, "d") for path in copies))}
    return Manifest("g", whole), Traces("g", Known(), traces, targets)


def _said(site: Site, places: dict[str, str] | None = None) -> list[str]:
    return [sentence(one) for one in check.check(*site, places)]


@pytest.mark.parametrize(
    "link",
    [
        "/",
        "/a/",
        "/a/#there",
        "/a/#%D8%A8",
        "/a/#top",
        "/a/#",
        "/a/#:~:text=harbour",
        "/a/?q=x#there",
        "/pic%20one.svg#layer",
        "/n%C3%A9/",
        "/né/",
    ],
)
def test_a_link_that_leads_somewhere_is_no_finding(link: str) -> None:
    pages = {"/": ((link,), ()), "/a/": ((), ("there", "ب")), "/né/": ((), ())}
    assert _said(_site(pages, "pic one.svg")) == []


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("/b/", 'The link to "/b/" leads nowhere.'),
        ("/a", 'The link to "/a" leads nowhere. Did you mean "/a/"?'),
        (
            "/a/#gone",
            'The link to "/a/#gone" leads nowhere. The page is there, but nothing on it has the id "gone".',
        ),
        (
            "/news/1961/choe-in-moscow/",
            'The link to "/news/1961/choe-in-moscow/" leads nowhere. Did you mean "/news/1962/choe-in-moscow/"?',
        ),
        (
            "/news/1962/choe-in-moscw/",
            'The link to "/news/1962/choe-in-moscw/" leads nowhere. Did you mean "/news/1962/choe-in-moscow/"?',
        ),
        ("/a/../../b/", 'The link to "/a/../../b/" leads nowhere.'),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_page_and_what_is_near(link: str, said: str) -> None:
    site = _site({"/x/": ((link,), ()), "/a/": ((), ()), "/news/1962/choe-in-moscow/": ((), ())})
    assert _said(site, {"/x/": "content/x.md"}) == [f"content/x.md: {said}"]


def test_an_address_that_no_page_leads_to_any_more_is_no_finding() -> None:
    manifest, traces = _site({"/x/": ((), ())})
    assert _said((manifest, replace(traces, targets={"/gone/": digest.short_mark("/gone/")}))) == []


def test_without_places_the_address_is_named() -> None:
    assert _said(_site({"/x/": (("/gone/",), ())})) == ['/x/: The link to "/gone/" leads nowhere.']


def test_a_broken_link_of_every_page_is_said_once() -> None:
    pages = {f"/{n:03}/": (("/gone/",), ()) for n in range(100)}
    assert _said(_site(pages)) == ['/000/: The link to "/gone/" leads nowhere, here and on 99 other pages.']


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/x.html", "a/x.html"),
        ("a/x.html", "A/X.html"),
        ("a/é", "a/e\u0301"),
        ("straße", "STRASSE"),
        ("a", "a/index.html"),
    ],
)
def test_outputs_that_cannot_stand_side_by_side_are_named_both(one: str, other: str) -> None:
    found = check.collisions([(one, "content/one.md"), (other, "content/other.md"), ("b", "content/b.md")])
    assert [problem.rule for problem in found] == ["address-collision"]
    assert "content/one.md" in sentence(found[0])
    assert "content/other.md" in sentence(found[0])


def test_one_maker_of_one_path_twice_is_a_collision_too() -> None:
    assert len(check.collisions([("a", "content/a.md"), ("a", "content/a.md")])) == 1


def test_outputs_side_by_side_are_no_collision() -> None:
    paths = ["a.html", "a/index.html", "ab/index.html", "A2", "مثال/index.html", "index.html"]
    assert check.collisions([(path, path) for path in paths]) == ()


def test_a_name_longer_than_a_disk_takes_is_an_error() -> None:
    found = check.collisions([("a/" + "é" * 128 + "/index.html", "content/a.md"), ("b" * 255, "b")])
    assert [(one.rule, str(one.place)) for one in found] == [("name-too-long", "content/a.md")]


def test_a_tree_as_published_has_no_findings_and_each_difference_has_its_own(tmp_path: Path) -> None:
    for name in ("kept", "lost", "longer", "same-size"):
        files.write_text(tmp_path / name, "1234")
    found = files.survey(tmp_path).files
    manifest = Manifest("g", {name: Output(name, digest.of_bytes(b"1234"), stat=stat) for name, stat in found.items()})
    assert check.tree(tmp_path, manifest, digests=True) == ()
    (tmp_path / "lost").unlink()
    files.write_text(tmp_path / "longer", "12345")
    files.write_text(tmp_path / "same-size", "abcd")
    files.write_text(tmp_path / ".strange", "")
    by_size = [(one.rule, str(one.place)) for one in check.tree(tmp_path, manifest)]
    assert by_size == [("output-missing", "lost"), ("output-left-over", ".strange"), ("output-changed", "longer")]
    assert ("output-changed", "same-size") in [
        (one.rule, str(one.place)) for one in check.tree(tmp_path, manifest, digests=True)
    ]
