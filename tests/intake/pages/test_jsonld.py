"""Claims about JSON-LD in pages."""

from lxml import html

from sitegen.intake.pages import jsonld


def article(text: str) -> dict[str, object]:
    return jsonld.article_of(
        jsonld.nodes(html.document_fromstring(f'<script type="application/ld+json">{text}</script>'))
    )


def test_the_article_is_found_in_a_graph() -> None:
    assert article('{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": "A"}]}')["headline"] == "A"


def test_broken_json_is_mended_by_line_ends_comments_and_commas() -> None:
    assert article('<!-- {"@type": "Article", "headline": "A\nb",} -->') in (
        {},
        {"@type": "Article", "headline": "A b"},
    )
    assert article('{"@type": "Article", "headline": "A\nb",}')["headline"] == "A b"


def test_what_is_no_json_states_nothing() -> None:
    assert article("[" * 100_000) == {}
    assert article("nothing") == {}
