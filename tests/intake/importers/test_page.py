"""Claims about the reader of saved pages, on pages written here."""

import json

from sitegen.intake.importers import page
from sitegen.intake.members import Member, Reading
from sitegen.problems import BuildError

PARAGRAPHS = (
    "The ferry from Cape Ellory was late again on Friday, for the ninth day, and nobody on the quay was surprised.",
    "Its master said that the clock in the harbour office was wrong, and that he had written to the council twice.",
    "The council, which meets on the first Monday of each month, has not yet found the letters, its clerk said.",
    "Passengers with goats were asked to wait behind the yellow line, since the goats had eaten most of the timetable.",
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle",
            "headline": "Ferry late again",
            "datePublished": "2004-03-12T08:00:00+01:00",
            "dateModified": "2004-03-14T08:00:00+01:00",
            "author": [{"@type": "Person", "name": "Dilys Orme"}, {"@type": "Person", "name": "Tam Callow"}],
            "publisher": {"@type": "Organization", "name": "The Ellory Post"},
            "keywords": "ferries, goats",
        }
    ],
}
NAV = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12)) + "</ul></nav>"


def saved(body: str = "", *, ld: object = LD, head: str = "") -> bytes:
    text = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{body}<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
    said = ld if isinstance(ld, str) else json.dumps(ld)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry late again | The Ellory Post</title>'
        f'<script type="application/ld+json">{said}</script>{head}</head><body>{NAV}'
        f'<article><h1>Ferry late again</h1><div class="article-body">{text}</div></article>'
        '<footer class="footer"><p>© The Ellory Post. All rights reserved.</p></footer></body></html>'
    ).encode()


def reading(data: bytes, **about: str) -> Reading:
    return page.read(Member("ferry.html", data, about))


def test_a_page_gives_one_article_with_what_it_states() -> None:
    (found,) = reading(saved()).articles
    assert (found.title, found.byline, found.lang) == ("Ferry late again", ("Dilys Orme", "Tam Callow"), "en")
    assert found.date is not None
    assert (found.date.text, found.date_basis) == ("2004-03-12", "stated")
    assert ("date", "json-ld: 2004-03-12T08:00:00+01:00") in found.evidence
    assert found.values["source"] == "The Ellory Post"
    assert found.values["updated"] == "2004-03-14"
    assert found.values["topics"] == ["ferries", "goats"]


def test_the_text_is_kept_and_the_pages_own_lines_are_not() -> None:
    body = reading(saved()).articles[0].body
    assert body.split("\n\n") == list(PARAGRAPHS)


def test_subheads_and_links_survive() -> None:
    link = '<a href="/report">the harbour board</a>'
    mended = f"<h2>A matter of goats</h2><p>More stands in the report of {link}, which nobody has read.</p>"
    body = reading(saved(mended), url="https://ellory.example/news/ferry").articles[0].body
    assert "## A matter of goats" in body
    assert "[the harbour board](https://ellory.example/report)" in body


def test_a_figure_becomes_a_picture_and_no_paragraph() -> None:
    caption = '<figcaption>The quay at dawn <span class="credit">Photo: P. Lowe</span></figcaption>'
    figure = f'<figure><img src="a.jpg" alt="">{caption}</figure>'
    (found,) = reading(saved(figure)).articles
    assert "quay at dawn" not in found.body
    assert [one.caption for one in found.images] == ["The quay at dawn"]


def test_json_that_is_broken_by_line_ends_and_commas_is_still_read() -> None:
    broken = (
        json.dumps(LD)
        .replace("Ferry late again", "Ferry late\n again")
        .replace('"ferries, goats"}', '"ferries, goats",}')
    )
    (found,) = reading(saved(ld=broken)).articles
    assert found.byline == ("Dilys Orme", "Tam Callow")


def test_a_figure_that_is_never_closed_swallows_no_text() -> None:
    (found,) = reading(saved('<figure><img src="a.jpg" alt="">')).articles
    assert PARAGRAPHS[3] in found.body
    assert found.images == ()


def test_a_list_of_links_is_no_article() -> None:
    links = "".join(f'<li><a href="/{n}">A headline about a goat, number {n}</a></li>' for n in range(60))
    found = reading(f"<html><body><h1>News</h1><ul>{links}</ul></body></html>".encode())
    assert found.articles == ()
    assert [one.rule for one in found.findings] == ["page-not-article"]


def test_a_page_that_says_less_than_its_text_proves_is_noted() -> None:
    later = "<p>The harbour was closed on 4 May 2009 after the storm,"
    " and it was opened again on 6 May 2009, the clerk said.</p>"
    assert [kind for _, kind, _ in reading(saved(later)).notes] == ["date-contradiction"]


def test_a_stub_behind_a_paywall_is_told() -> None:
    node = LD["@graph"][0] | {"isAccessibleForFree": False}  # type: ignore[operator]
    assert [one.rule for one in reading(saved(ld=node)).findings] == ["page-behind-paywall"]


def test_pages_made_to_harm_end_in_a_reading_or_a_problem() -> None:
    long = b"x" * 10_000_000
    for data in (
        b"",
        b"\x00\x01\x02" * 99,
        b"<div>" * 100_000 + b"text",
        b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">text</p>",
        b"<html><body><p>" + long + b"</p></body></html>",
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
    ):
        try:
            assert "root:" not in "".join(one.body for one in reading(data).articles)
        except BuildError:
            continue  # told by its rule, as intake expects it


def test_pages_are_known_by_type_name_or_first_bytes() -> None:
    assert page.knows(Member("a.html", b""))
    assert page.knows(Member("a", b"<!DOCTYPE html><html>"))
    assert not page.knows(Member("a.txt", b"The ferry was late."))
    assert not page.knows(Member("a.html", b"", {"type": "application/json"}))


def test_the_encoding_that_a_page_names_is_believed_where_it_is_not_utf_8() -> None:
    data = saved().replace(b'charset="utf-8"', b'charset="windows-1252"').replace(b"quay was", b"qu\xe9 was")
    assert "qué was" in reading(data).articles[0].body


def test_a_summary_that_is_the_whole_text_is_cut_to_its_first_sentences() -> None:
    long = "The ferry was late again. " * 40
    (one,) = reading(saved(head=f'<meta name="description" content="{long}">')).articles
    assert len(one.values["summary"]) <= 400
    assert one.values["summary"].endswith("late again.")
