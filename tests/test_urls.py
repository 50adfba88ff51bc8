"""Addresses: slugs, the way from an address to a path, and nothing that leaves the output folder."""

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import urls

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
LONG = st.text(st.sampled_from("aé漢م - "), min_size=60, max_size=300)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Storm breaks the Ansel wall", "storm-breaks-the-ansel-wall"),
        ("Café Zürich, Łódź — naïve", "cafe-zurich-lodz-naive"),
        ("انهيار كاسر الأمواج", "انهيار-كاسر-الأمواج"),
        ("港の時計", "港の時計"),
        ("Из Москвы", "из-москвы"),
        ("What's 5 × 3?", "what-s-5-3"),
        ("a_b__c", "a-b-c"),
        ("Storm\u00a0wall «broken»|lost", "storm-wall-broken-lost"),
        ("...", ""),
        ("", ""),
    ],
)
def test_latin_is_folded_and_other_scripts_are_kept(title: str, slug: str) -> None:
    assert urls.slug(title) == slug


def test_with_ascii_alone_other_scripts_are_transliterated() -> None:
    assert urls.slug("Из Москвы", ascii_only=True) == "iz-moskvy"
    assert urls.slug("港", ascii_only=True).isascii()


@given(TEXT | LONG, st.booleans())
@settings(max_examples=500, deadline=None)
@example(text="ﬁ\u0301 İ ẞ", ascii_only=False)
def test_every_slug_is_short_nfc_lower_case_and_a_part_of_an_address(text: str, ascii_only: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    made = urls.slug(text, ascii_only=ascii_only)
    assert len(made.encode()) <= urls.MAX_SLUG_BYTES
    assert made == unicodedata.normalize("NFC", made)
    assert made == made.strip("-")
    assert not made or urls.is_part(made)


def test_a_long_title_is_cut_between_words() -> None:
    assert urls.slug("harbour " * 40) == "-".join(["harbour"] * 15)
    assert len(urls.slug("漢" * 100).encode()) <= urls.MAX_SLUG_BYTES


def test_a_taken_slug_gets_signs_of_the_id_and_never_a_counter() -> None:
    assert urls.free_slug("storm", "k7m2q4xw", {"calm"}) == "storm"
    assert urls.free_slug("storm", "k7m2q4xw", {"storm"}) == "storm-k7m2"
    assert urls.free_slug("", "k7m2q4xw", ()) == "-k7m2"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("news/2024/choe-in-moscow.md", "/news/2024/choe-in-moscow/"),
        ("news/undated/x.md", "/news/undated/x/"),
        ("news/_index.md", "/news/"),
        ("about.md", "/about/"),
        ("collections/the-winter.md", "/collections/the-winter/"),
    ],
)
def test_the_address_is_where_the_file_is(path: str, url: str) -> None:
    assert urls.of_content(path) == url


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("", "index.html"),
        ("/news/2024/a/", "news/2024/a/index.html"),
        ("/feed.xml", "feed.xml"),
        ("/404.html", "404.html"),
        ("/a/?q=x#top", "a/index.html"),
        ("/caf%C3%A9/", "café/index.html"),
        ("/.well-known/sitegen.json", ".well-known/sitegen.json"),
        ("news/a/", "news/a/index.html"),
    ],
)
def test_an_address_has_one_path(url: str, path: str) -> None:
    assert urls.output_path(url) == path


@pytest.mark.parametrize(
    "url",
    [
        "/../x",
        "/a/../../x",
        "/a/%2e%2e/x/",
        "/./x",
        "/a\\b",
        "/a%5cb/",
        "/a//b/",
        "/a\0b",
        "/a%00b",
        "/a%0ab/",
        "/%7f",
        "/a/..",
        "/a%2f..%2f..%2fb",
    ],
)
def test_an_address_that_would_leave_the_folder_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="not an address inside the site"):
        urls.output_path(url)


@given(st.text(st.sampled_from("./\\%2eE5cfF\0\n ~ab:@#?")) | TEXT)
@settings(max_examples=800, deadline=None)
def test_no_address_leads_out_of_the_folder(url: str) -> None:
    try:
        path = urls.output_path(url)
    except ValueError:
        return
    assert path
    assert not path.startswith("/")
    assert not {".", "..", ""} & set(path.split("/"))
    assert PurePosixPath("/out", path).is_relative_to("/out")


@pytest.mark.parametrize(
    ("base_url", "path"),
    [
        ("https://example.org", ""),
        ("https://example.org/", ""),
        ("https://example.org/repo/", "/repo"),
        ("https://x.org/a/b", "/a/b"),
        ("", ""),
    ],
)
def test_the_base_path_has_no_last_slash(base_url: str, path: str) -> None:
    assert urls.base_path(base_url) == path


@pytest.mark.parametrize(
    ("url", "base", "href"),
    [
        ("/news/", "/repo", "/repo/news/"),
        ("/news/", "", "/news/"),
        ("https://example.org/", "/repo", "https://example.org/"),
        ("//example.org/", "/repo", "//example.org/"),
        ("/a b/", "", "/a%20b/"),
        ("/search/?q=x&y=1#z", "/r", "/r/search/?q=x&y=1#z"),
    ],
)
def test_an_address_of_the_site_stands_below_the_base_path(url: str, base: str, href: str) -> None:
    assert urls.href(url, base) == href


def test_a_full_address_is_percent_encoded_once() -> None:
    assert urls.absolute("/港/", "https://example.org/repo/") == "https://example.org/repo/%E6%B8%AF/"
    assert urls.absolute("/a%20b/", "https://example.org") == "https://example.org/a%20b/"
    assert urls.absolute("https://elsewhere.org/", "https://example.org") == "https://elsewhere.org/"


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("tel:+123", True),
        ("/news/", True),
        ("news/a.md#b", True),
        ("//example.org/x", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" \tjavascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("java\tscript\n:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("blob:x", False),
    ],
)
def test_only_known_schemes_are_safe(target: str, *, safe: bool) -> None:
    assert urls.is_safe(target) is safe


@pytest.mark.parametrize(
    ("one", "other"),
    [("/News/A/", "/news/a/"), ("/caf\u00e9/", "/cafe\u0301/"), ("/stra\u00dfe/", "/STRASSE/"), ("/%61/", "/a/")],
)
def test_addresses_that_a_disk_may_not_tell_apart_fold_to_one(one: str, other: str) -> None:
    assert urls.folded(one) == urls.folded(other)
    assert urls.folded(one) != urls.folded(one + "x/")


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a#b", "a?b", "a%41", "a\\b", "a\nb", "\udcff", "a\x7f"])
def test_a_name_that_would_change_in_an_address_is_no_part_of_one(name: str) -> None:
    assert not urls.is_part(name)


@pytest.mark.parametrize("name", ["a", "a b", "港", "a.md", ".well-known", "100%", "it's"])
def test_a_name_that_stays_as_it_is_is_a_part_of_an_address(name: str) -> None:
    assert urls.is_part(name)


def test_a_file_and_a_folder_of_one_name_are_in_one_place() -> None:
    assert urls.place("/x/y") == urls.place("/X/y/") == "x/y"
    assert urls.place("/x/y.html") != urls.place("/x/y/")
    assert urls.place("/") == "index.html"


@pytest.mark.parametrize("url", ["/", "/a/b/", "/a.html", "/مقال/"])
def test_an_address_from_the_root_is_local(url: str) -> None:
    assert urls.is_local(url)


@pytest.mark.parametrize("url", ["", "a/", "//host/a", "https://x/", "/a?b", "/a#b", "/../a", "/a//b/", "/a\\b"])
def test_anything_else_is_not(url: str) -> None:
    assert not urls.is_local(url)


@pytest.mark.parametrize(
    ("target", "elsewhere"),
    [("https://x.org/a", True), ("//x.org/a", True), ("data:,a", True), ("/a", False), ("a.png", False), ("", False)],
)
def test_a_target_that_names_its_server_is_elsewhere(target: str, elsewhere: bool) -> None:  # noqa: FBT001 - a table
    assert urls.is_elsewhere(target) is elsewhere
