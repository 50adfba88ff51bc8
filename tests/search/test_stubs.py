"""What Pagefind is given to read of an article."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import dates, digest
from sitegen.model import Body, Stub
from sitegen.problems import BuildError, sentence
from sitegen.search import stubs


def _stub(
    name: str = "a", date: str = "", title: str = "Title", lang: str = "en", filters: tuple[tuple[str, str], ...] = ()
) -> Stub:
    when = dates.parse(date) if date else None
    return Stub(name, f"/news/1961/{name}/", lang, title, "A summary.", None, when, filters)


def test_places_are_those_of_every_list_also_for_ties_open_ends_and_the_undated() -> None:
    dated = [
        _stub("d", ""),
        _stub("c", "1961/.."),
        _stub("b", "1961"),
        _stub("a2", "1961-01-01"),
        _stub("a1", "1961-01-01"),
    ]
    found = stubs.orders([*dated, _stub("z", "1974-05-05")])
    assert [url.split("/")[3] for url, _ in sorted(found.items(), key=lambda pair: pair[1][1])] == [
        "a1",
        "a2",
        "b",
        "z",
        "c",
        "d",
    ]
    assert [url.split("/")[3] for url, _ in sorted(found.items(), key=lambda pair: pair[1][0])] == [
        "z",
        "a1",
        "a2",
        "b",
        "c",
        "d",
    ]


def test_the_path_carries_the_date_and_the_key() -> None:
    assert stubs.path(_stub("a", "1961-02-03")) == "news/1961/a/1961-02-03@0.19610203.19610203.0.a.html"
    assert stubs.path(_stub("a", "1961?/1962%")).startswith("news/1961/a/1961q_1962p@0.")
    assert stubs.path(replace(_stub("a"), id="a b/../c")) == "news/1961/a/@2.0.0.0.a-b-c.html"


def test_an_address_that_would_leave_the_folder_is_refused() -> None:
    with pytest.raises(ValueError, match="not an address"):
        stubs.path(_stub("../../x"))


def test_all_values_are_text_to_html() -> None:
    one = _stub(title='A "quoted" <b>, title[x]: y', filters=(("topics", 'S & "M"'), ("lang", "en")))
    page = stubs.html(one, (3, 12), "One <i>.\n\nTwo & three.")
    assert '<i data-pagefind-meta="title[data-v]" data-v="A &quot;quoted&quot; &lt;b&gt;, title[x]: y"></i>' in page
    assert '<i data-pagefind-filter="topics[data-v]" data-v="S &amp; &quot;M&quot;"></i>' in page
    assert "<p>One &lt;i&gt;.</p><p>Two &amp; three.</p>" in page
    assert 'sort="newest[data-v]" data-v="p0000003"' in page
    assert 'sort="oldest[data-v]" data-v="p0000012"' in page
    assert 'data-pagefind-filter="lang' not in page


def test_signs_of_a_language_without_spaces_stand_apart_and_other_words_stay_whole() -> None:
    page = stubs.html(_stub(lang="ja", title="港の工事"), (0, 0), "埠頭 Quay 4に。")
    assert 'data-v="港 の 工 事"' in page
    assert "<p>埠 頭 Quay 4 に 。</p>" in page


def _body(root: Path, text: str, of: str = "") -> Body:
    folder = root / "content" / "news"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.md").write_text(f"---\ntitle: x\n---\n\n{text}\n", encoding="utf-8")
    return Body("content/news/a.md", digest.of_bytes((of or text).encode()))


def test_the_text_is_read_without_its_marks(tmp_path: Path) -> None:
    assert stubs.text_of(_body(tmp_path, "One *two*.\n\n## Three"), tmp_path) == "One two.\n\nThree"
    assert stubs.text_of(None, tmp_path) == ""


def test_a_body_that_changed_since_it_was_planned_is_refused_by_name(tmp_path: Path) -> None:
    body = _body(tmp_path, "New.", of="Old.")
    with pytest.raises(BuildError) as caught:
        stubs.text_of(body, tmp_path)
    assert [sentence(one) for one in caught.value.problems] == [
        "content/news/a.md: This file changed while the site was being built; nothing was published. Build again."
    ]


def test_a_body_that_is_gone_is_an_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"a\.md"):
        stubs.text_of(Body("content/news/a.md", "0"), tmp_path)


def test_an_article_without_words_is_found_by_its_title() -> None:
    assert "<p>Where the herring went</p>" in stubs.html(
        replace(_stub(title="Where the herring went"), summary=""), (0, 0), ""
    )
