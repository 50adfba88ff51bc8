"""Claims about which values of a document can stand in front matter."""

from sitegen import frontmatter
from sitegen.intake.stated import MAX_FRONT, fitting, in_bounds


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


def test_what_is_more_than_a_build_reads_goes_the_longest_first_and_is_named() -> None:
    long = "x" * (MAX_FRONT - 1000)
    values = {"title": "A", "summary": "short", "byline": ["y" * 900], "extra": {"a": long, "b": "c" * 500}}
    kept, dropped = in_bounds(values)
    assert kept == {"title": "A", "summary": "short", "byline": ["y" * 900], "extra": {"b": "c" * 500}}
    assert dropped == ("extra.a",)
    assert in_bounds(kept) == (kept, ())


def test_of_very_many_values_so_many_go_that_a_build_reads_the_rest() -> None:
    kept, dropped = in_bounds({"title": "A", "extra": {f"k{at}": "v" for at in range(50_000)}})
    assert dropped
    frontmatter.read(frontmatter.write(kept, "Text."), "a.md")
