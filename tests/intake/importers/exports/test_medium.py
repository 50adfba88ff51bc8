"""Claims about Medium's export."""

import pytest

from sitegen.intake.importers import exports
from sitegen.intake.members import Member
from sitegen.model import RawArticle
from sitegen.problems import BuildError

PAGE = """<!DOCTYPE html><html><head><title>Lamp</title></head><body><article class="h-entry"><header>
<h1 class="p-name">Lamp</h1></header><section data-field="subtitle" class="p-summary">Oil is blamed</section>
<section data-field="body" class="e-content"><h3 class="graf--title">Lamp</h3><p>It <strong>went</strong>.</p>
<figure><img src="https://m.example/1.jpg"><figcaption>The lamp.</figcaption></figure></section>
<footer><p>By <a class="p-author h-card" href="https://m.example/@to">T. Orme</a> on
<a href="https://m.example/@to/lamp"><time class="dt-published" datetime="2024-05-01T10:00:00.000Z">May 1</time></a></p>
<p><a href="https://m.example/@to/lamp-1" class="p-canonical">Canonical link</a></p></footer></article></body></html>"""


def one(name: str, text: str = PAGE) -> RawArticle:
    member = Member(name, text.encode())
    assert exports.knows(member)
    return exports.read(member).articles[0]


def test_a_post_keeps_what_it_states() -> None:
    found = one("posts/2024-05-01_lamp.html")
    assert (found.title, found.deck, found.byline, found.body) == (
        "Lamp",
        "Oil is blamed",
        ("T. Orme",),
        "It **went**.",
    )
    assert found.date is not None
    assert found.date.text == "2024-05-01"
    assert found.values["canonical_url"] == "https://m.example/@to/lamp-1"
    assert [picture.caption for picture in found.images] == ["The lamp."]


def test_a_draft_waits_for_review() -> None:
    assert one("posts/draft_lamp.html").values["status"] == "review"


def test_a_page_without_a_text_is_a_problem() -> None:
    with pytest.raises(BuildError):
        one("posts/a.html", PAGE.replace('data-field="body"', 'data-field="other"'))
