"""Claims about what is uncertain about one article."""

import pytest

from sitegen import frontmatter
from sitegen.config import Config, RightsConfig
from sitegen.model import Place
from sitegen.review import doubts
from sitegen.review.doubts import Known
from sitegen.review.told import Told

SETTLED = "title: Ferry\ndate: 2004\nsource: courier\nrights: {publish: full}\nprovenance: {seed: seeds/a.txt}\n"
KNOWN = Known(Config())


def kinds(front: str, said: Told | None = None, known: Known = KNOWN) -> list[str]:
    """Return what an article with such front matter is doubted for."""
    return [one.kind for one in doubts.of(frontmatter.read(f"---\n{front}---\n\nx\n", "a.md"), said, known)]


def test_an_article_that_states_everything_is_not_doubted() -> None:
    assert kinds(SETTLED) == []


@pytest.mark.parametrize(
    ("line", "instead", "kind"),
    [
        ("title: Ferry", 'title: "[The ferry was late…]"', "title-supplied"),
        ("title: Ferry\n", "", "title-supplied"),
        ("date: 2004\n", "", "date-missing"),
        ("source: courier\n", "", "source-missing"),
        ("rights: {publish: full}", "rights: {holder: The Courier}", "rights-unknown"),
        ("date: 2004", "date: 2004\nstatus: review", "waits"),
    ],
)
def test_what_is_missing_is_one_doubt_and_no_other(line: str, instead: str, kind: str) -> None:
    assert line in SETTLED
    assert kinds(SETTLED.replace(line, instead)) == [kind]


def test_rights_are_known_where_the_publication_or_the_site_speaks() -> None:
    silent = SETTLED.replace("rights: {publish: full}\n", "")
    assert kinds(silent) == ["rights-unknown"]
    assert kinds(silent, known=Known(Config(), speaking=frozenset({"courier"}))) == []
    assert kinds(silent, known=Known(Config(rights=RightsConfig(terms="CC0")), silent=False)) == []


def test_a_contradiction_stands_until_a_curator_dates_it() -> None:
    said = Told(Place("seeds/a.txt", 1), (("date", "12 March"),), (("date-contradiction", "Two dates."),))
    waits = SETTLED.replace("date: 2004", "date: 2004\nstatus: review")
    assert kinds(waits, said) == ["date-contradiction"]
    assert kinds(SETTLED.replace("date: 2004", "date: 2004\ndate_basis: curator"), said) == []


def test_what_is_proposed_asserts_only_what_was_asked() -> None:
    document = frontmatter.read("---\ntitle: A\nstatus: review\nrights: {holder: H}\n---\n\nx\n", "a.md")
    assert doubts.proposed(document, doubts.of(document, None, KNOWN), KNOWN) == {"status": "published"}
    front = SETTLED.replace("{publish: full}", "{holder: H}")
    document = frontmatter.read(f"---\n{front}---\n\nx\n", "a.md")
    known = Known(Config(rights=RightsConfig(default="excerpt")))
    assert doubts.proposed(document, doubts.of(document, None, known), known) == {
        "rights": {"holder": "H", "publish": "excerpt"}
    }
