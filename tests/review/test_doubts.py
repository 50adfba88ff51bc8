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


def is_silent(front: str, known: Known = KNOWN) -> bool:
    """Whether nobody says what may be shown of an article with such front matter."""
    return doubts.is_silent(frontmatter.read(f"---\n{front}---\n\nx\n", "a.md"), known)


def test_an_article_that_states_everything_is_not_doubted() -> None:
    assert kinds(SETTLED) == []


@pytest.mark.parametrize(
    ("line", "instead", "kind"),
    [
        ("title: Ferry", 'title: "[The ferry was late…]"', "title-supplied"),
        ("title: Ferry\n", "", "title-supplied"),
        ("date: 2004\n", "", "date-missing"),
        ("source: courier\n", "", "source-missing"),
        ("date: 2004", "date: 2004\nstatus: review", "waits"),
    ],
)
def test_what_is_missing_is_one_doubt_and_no_other(line: str, instead: str, kind: str) -> None:
    assert line in SETTLED
    assert kinds(SETTLED.replace(line, instead)) == [kind]


def test_rights_are_known_where_the_publication_or_the_site_speaks() -> None:
    silent = SETTLED.replace("rights: {publish: full}\n", "")
    spoken = Known(Config(rights=RightsConfig(terms="CC0")), silent=False)
    assert is_silent(silent)
    assert is_silent(SETTLED.replace("{publish: full}", "{holder: H}\nreviewed: 2024-12-01"))
    assert not is_silent(SETTLED)
    assert not is_silent(silent, Known(Config(), speaking=frozenset({"courier"})))
    assert not is_silent(silent, spoken)
    assert not is_silent(f"{silent}status: withheld\n")
    assert kinds(silent) == []


def test_a_source_is_proposed_with_what_speaks_for_it() -> None:
    document = frontmatter.read(f"---\n{SETTLED.replace('source: courier', '')}---\n\nx\n", "a.md")
    for known, why in (
        (Known(Config(), only="courier"), "; content/sources.yaml names courier alone."),
        (Known(Config(), usual={"seeds/a.txt": "post"}), "; all others of seeds/a.txt that name one name post."),
        (KNOWN, "Nothing says which publication it is from."),
    ):
        (doubt,) = doubts.of(document, None, known)
        assert doubt.text.endswith(why)


def test_a_contradiction_stands_until_a_curator_dates_it() -> None:
    said = Told(Place("seeds/a.txt", 1), (("date", "12 March"),), (("date-contradiction", "Two dates."),))
    waits = SETTLED.replace("date: 2004", "date: 2004\nstatus: review")
    assert kinds(waits, said) == ["date-contradiction"]
    assert kinds(SETTLED.replace("date: 2004", "date: 2004\ndate_basis: curator"), said) == []


def test_what_is_proposed_asserts_only_what_was_asked() -> None:
    document = frontmatter.read("---\ntitle: A\nstatus: review\nrights: {holder: H}\n---\n\nx\n", "a.md")
    assert doubts.proposed(document, doubts.of(document, None, KNOWN), KNOWN) == {"status": "published"}
