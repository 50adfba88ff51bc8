"""How articles are dealt into shards, and what of them the index may see."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen import dates
from sitegen.model import Article, Body, Card, Edtf, Publish, Shard, Stub
from sitegen.plan.shards import shards, stub


def _date(text: str) -> Edtf | None:
    return dates.parse(text) if text else None


def _article(name: str, date: str = "", lang: str = "en", publish: Publish = "full", summary: str = "") -> Article:
    card = Card(name, f"/news/{name}/", f"Title {name}", lang, "news", _date(date), summary=summary, publish=publish)
    return Article(card, Body(f"content/news/{name}.md", "d" * 32), opening="The first paragraph.")


def _stubs(*texts: str, lang: str = "en") -> list[Stub]:
    return [stub(_article(f"{lang}{number:03}", text, lang), {}) for number, text in enumerate(texts)]


def _spans(found: tuple[Shard, ...]) -> dict[str, list[str]]:
    return {one.span: [two.date.text if two.date else "" for two in one.stubs] for one in found}


def test_a_small_site_is_one_shard_a_language() -> None:
    found = shards([*_stubs("1961", "", "1990-01-01/.."), *_stubs("2024", lang="ar")], 1000)
    assert [(one.lang, one.span, len(one.stubs)) for one in found] == [("ar", "all", 1), ("en", "all", 3)]


def test_a_full_span_is_cut_along_the_calendar_and_no_further_than_needed() -> None:
    found = shards(_stubs("1961-02-01", "1961-03-01", "1974-05-01", "1998-01-01", "2003-01-01"), 2)
    assert _spans(found) == {
        "196X": ["1961-02-01", "1961-03-01"],
        "197X": ["1974-05-01"],
        "199X": ["1998-01-01"],
        "20XX": ["2003-01-01"],
    }


def test_every_line_of_the_calendar_can_be_a_cut() -> None:
    days = [
        "1960-01-01",
        "1960-01-01",
        "1960-01-02",
        "1960-02-01",
        "1960-04-01",
        "1960-07-01",
        "1961-01-01",
        "1965-01-01",
    ]
    found = shards(_stubs(*days, "1974-01-01", "2001-01-01"), 1)
    assert [one.span for one in found] == [
        *(f"1960-01-01-id-en00{number}" for number in (0, 1)),
        "1960-01-02",
        "1960-02",
        "1960-04/1960-06",
        "1960-07/1960-12",
        "1961",
        "1965/1969",
        "197X",
        "20XX",
    ]


def test_dates_that_no_part_can_hold_and_the_undated_have_shards_of_their_own() -> None:
    found = shards(_stubs("1961-02-01", "1961-09-01", "1961", "196X", "1899/1901", "", "1950/.."), 1)
    assert _spans(found) == {
        "1961-01/1961-06": ["1961-02-01"],
        "1961-07/1961-12": ["1961-09-01"],
        "1961-coarse": ["1961"],
        "196X-coarse": ["196X"],
        "all-coarse": ["1899/1901"],
        **{f"undated-id-en00{number}": [text] for number, text in ((5, ""), (6, "1950/.."))},
    }


def test_too_many_undated_are_parted_by_the_first_signs_of_their_ids() -> None:
    stubs = [stub(_article(name), {}) for name in ("ab", "ac", "b", "ba1")]
    assert [(one.span, len(one.stubs)) for one in shards(stubs, 2)] == [("undated-id-a", 2), ("undated-id-b", 2)]


def test_articles_that_share_a_whole_id_end_in_one_shard() -> None:
    assert [len(one.stubs) for one in shards([stub(_article("x" * 80), {})] * 3, 1)] == [3]


def test_one_new_article_changes_one_shard() -> None:
    many = _stubs(*(f"19{60 + number // 12}-{number % 12 + 1:02}-01" for number in range(240)))
    before = {one.name for one in shards(many, 30)}
    after = {one.name for one in shards([*many, stub(_article("new", "1961-05-05"), {})], 30)}
    assert len(before) > 5
    assert len(after - before) == len(before - after) == 1


def test_the_name_follows_what_is_in_the_shard_and_the_indexer() -> None:
    one, other = _stubs("1961", "1962")
    assert shards([one], 10)[0].name == shards([one], 10)[0].name
    assert len({shards([one], 10)[0].name, shards([other], 10)[0].name, shards([one], 10, "pagefind 2")[0].name}) == 3
    found = shards(_stubs("1961-01-01", "1962-01-01", "1966-01-01", lang="zh-Hant"), 1)
    assert all(re.fullmatch(r"zh-Hant-[0-9X_-]+-[0-9a-f]{12}", shard.name) for shard in found)


def test_first_and_last_are_the_days_by_which_its_articles_sort() -> None:
    (found,) = shards(_stubs("196X", "1964-02-03", ""), 10)
    assert (found.first, found.last) == ("1960-01-01", "1964-02-03")
    (undated,) = shards(_stubs(""), 10)
    assert (undated.first, undated.last) == ("", "")


TEXTS = st.sampled_from(
    ["", "1961", "1961~", "1961-05", "1961-05-05", "196X", "1958/1963", "1961/..", "../1970", "2003-01-09"]
)


@given(st.lists(TEXTS, max_size=40), st.integers(1, 12), st.randoms(use_true_random=False))
def test_shards_are_a_function_of_the_corpus_and_hold_each_article_once(
    texts: list[str], size: int, chance: random.Random
) -> None:
    stubs = _stubs(*texts)
    found = shards(stubs, size)
    assert sorted(one.url for shard in found for one in shard.stubs) == sorted(one.url for one in stubs)
    assert all(1 <= len(shard.stubs) <= size for shard in found)
    assert len({shard.name for shard in found}) == len(found)
    chance.shuffle(stubs)
    assert shards(stubs, size) == found


# --- stubs ----------------------------------------------------------------------------------------


def test_a_stub_has_every_year_that_its_date_touches() -> None:
    assert [value for name, value in stub(_article("a", "1961/1963"), {}).filters if name == "year"] == [
        "1961",
        "1962",
        "1963",
    ]
    for text in ("", "1961/.."):
        made = stub(_article("a", text), {})
        assert ("year", "undated") in made.filters


def test_a_stub_is_filtered_by_names_source_language_and_section() -> None:
    made = stub(_article("a", "1961-05-05"), {"topics": ["Fog", "Sea", "Fog"], "people": ["Ruth"]}, "Courier")
    assert made.filters == (
        ("year", "1961"),
        ("people", "Ruth"),
        ("topics", "Fog"),
        ("topics", "Sea"),
        ("source", "Courier"),
        ("lang", "en"),
        ("section", "news"),
    )
    assert (made.id, made.date) == ("a", dates.parse("1961-05-05"))


def test_the_text_goes_in_only_where_all_of_it_may_be_shown() -> None:
    assert stub(_article("a"), {}).body is not None
    excerpt, metadata = (stub(_article("a", publish=how), {}) for how in ("excerpt", "metadata"))
    withheld = stub(_article("a", publish="withheld", summary="Secret."), {})
    assert (excerpt.body, excerpt.summary) == (None, "The first paragraph.")
    assert (metadata.body, metadata.summary) == (None, "")
    assert (withheld.body, withheld.summary) == (None, "")
