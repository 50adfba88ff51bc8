"""Claims about where an article was found."""

from sitegen.intake import provenance

ONE = {
    "seed": "seeds/a.txt",
    "sha256": "5" * 64,
    "start": "0",
    "end": "90",
    "importer": "text/2",
    "dropped": {"ad": "2"},
}
TWO = {"seed": "seeds/b.txt", "sha256": "6" * 64, "start": "7", "end": "97", "importer": "text/2", "digest": "d"}
PLACE = {"seed": "seeds/b.txt", "sha256": "6" * 64, "start": 7, "end": 97, "importer": "text/2"}


def test_a_second_place_is_told_beside_the_first_and_numbers_are_numbers_again() -> None:
    assert provenance.joined(ONE, TWO) == {**ONE, "start": 0, "end": 90, "dropped": {"ad": 2}, "also": [PLACE]}


def test_a_place_that_is_known_says_nothing_new_but_those_it_knows_may() -> None:
    assert provenance.joined(ONE, ONE) == {}
    further = {**TWO, "seed": "seeds/c.txt"}
    found = provenance.joined({**ONE, "also": [TWO]}, {**TWO, "also": [further]})
    assert [one["seed"] for one in found["also"]] == ["seeds/b.txt", "seeds/c.txt"]


def test_an_article_of_no_seed_has_no_place() -> None:
    assert provenance.joined(ONE, None) == {}
    assert provenance.joined({}, TWO)["also"] == [PLACE]
    assert provenance.also({"also": [TWO, "words"]}) == [PLACE]
    assert provenance.also("words") == []


def test_old_addresses_of_both_lead_to_the_one_that_stays() -> None:
    found = provenance.of_both({"provenance": ONE, "aliases": ["/a/"]}, {"provenance": TWO, "aliases": "/b/"})
    assert found["aliases"] == ["/a/", "/b/"]
    assert found["provenance"]["also"] == [PLACE]
    assert provenance.of_both({"provenance": ONE, "aliases": ["/a/"]}, {"provenance": ONE, "aliases": ["/a/"]}) == {}
