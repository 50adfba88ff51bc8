"""Claims about which values of a document can stand in front matter."""

from sitegen.intake.stated import fitting


def test_what_front_matter_takes_is_kept_and_the_rest_is_named() -> None:
    values = {
        "summary": "A goose.", "canonical_url": "no address", "topics": ["Geese", " Geese "], "people": ["x"],
        "aliases": ["/old/", "https://x"], "updated": "2004-03-12T10:00:00Z", "embargo": "soon", "nonsense": "x",
        "rights": {"holder": "The Courier"}, "id": "x", "series": "",
    }  # fmt: skip
    kept, refused = fitting(values, ("topics",))
    assert kept == {
        "summary": "A goose.", "topics": ["Geese"], "aliases": ["/old/"], "updated": "2004-03-12",
        "rights": {"holder": "The Courier"},
    }  # fmt: skip
    assert sorted(refused) == ["canonical_url", "embargo", "nonsense", "people"]


def test_a_draft_waits_for_review_and_what_was_private_stays_withheld() -> None:
    found = [fitting({"status": word}, ())[0]["status"] for word in ("draft", "private", "published")]
    assert found == ["review", "withheld", "published"]
