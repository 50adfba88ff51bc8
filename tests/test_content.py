"""Claims about what the files of an archive are."""

import pytest

from sitegen import content


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("news/1974/late-ferry.md", "article"),
        ("news/late-ferry.md", "article"),
        ("news/_index.md", "section"),
        ("about.md", "page"),
        ("collections/winter.md", "collection"),
        ("authority/people.yaml", "authority"),
        ("sources.yaml", "list"),
        ("ledger.jsonl", "list"),
        ("media/notes.md", "media"),
        ("news/1974/ferry.JPG", "media"),
        ("news/1974/late-ferry.markdown", ""),
        ("people.yaml", ""),
        ("authority/people.md", ""),
    ],
)
def test_where_a_file_stands_says_what_it_is(name: str, kind: str) -> None:
    assert content.kind(name) == kind
    assert content.is_article(name) == (kind == "article")
