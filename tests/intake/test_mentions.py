"""Claims about names of the authority files that a text mentions."""

import pickle
from pathlib import Path

import pytest

from sitegen.intake import mentions
from sitegen.intake.mentions import Finder, Mention
from sitegen.model import Authority

PEOPLE = (
    Authority("ada-finch", "Ada Finch", {"ar": "عادة فينش", "ja": "エイダ・フィンチ"}, ("Finch", "Mrs. Finch")),
    Authority("salma-al-haddad", "Salma al-Haddad", {"ar": "سلمى الحدّاد"}),
    Authority("kenji-mori", "Kenji Mori", {"ja": "森健二"}),
    Authority("reading", "Reading"),
    Authority("wick", "Wick"),
)
PLACES = (
    Authority("wick", "Wick"),
    Authority("wick-ness", "Wick Ness", {"ja": "ウィック"}),
    Authority("harbour", "الميناء"),
    Authority("us", "United States", {}, ("US",)),
    Authority("sao-tome", "São Tomé"),
)
FINDER = Finder({"people": PEOPLE, "places": PLACES, "topics": (Authority("ferries", "Ferry"),)})


def of(text: str) -> dict[str, int]:
    return {f"{one.taxonomy}/{one.id}": one.count for one in FINDER.mentions(text)}


def only(text: str) -> Mention:
    (one,) = FINDER.mentions(text)
    return one


@pytest.mark.parametrize(
    "text",
    [
        "Ada Finch laughed.",
        "ADA FINCH",
        "Ada\nFinch’s cat",
        "the Ada Finches",
        "«Ada Finch»",
        "the 'Ada Finch'",
        "Ada-Finch",
    ],
)
def test_a_name_is_known_in_any_case_with_what_english_hangs_on_it(text: str) -> None:
    assert of(text) == {"people/ada-finch": 1}


@pytest.mark.parametrize("text", ["Ada Finchley", "Nada Finch-Ada", "Ada. Finch's", "finch", "A da Finch"])
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert "people/ada-finch" not in of(text) or not only(text).clear


def test_the_longest_name_is_meant() -> None:
    assert of("Wick Ness") == {"places/wick-ness": 1}


def test_a_form_of_two_is_clear_for_neither() -> None:
    found = FINDER.mentions("They came to Wick.")
    assert [(one.taxonomy, one.clear, one.rivals) for one in found] == [
        ("people", False, ("places/wick",)),
        ("places", False, ("people/wick",)),
    ]


def test_a_surname_alone_is_not_clear_but_counts_beside_the_full_name() -> None:
    assert not only("Finch said so, said Finch.").clear
    both = only("Ada Finch said so, and Finch laughed.")
    assert (both.count, both.clear) == (2, True)


def test_each_mention_has_its_words_and_their_place() -> None:
    text = "Œuvres : le port de Sao Tomé, São Tomé."
    assert [text[one.start : one.end] for one in only(text).evidence] == ["Sao Tomé", "São Tomé"]
    assert [one.words for one in only(text).evidence] == ["Sao Tomé", "São Tomé"]


def test_capitals_part_names_from_words() -> None:
    assert of("He was reading; it told us much.") == {}
    assert of("Reading came; the US too.") == {"people/reading": 1, "places/us": 1}


def test_a_topic_may_stand_in_any_case_and_number() -> None:
    assert of("Two ferries, one FERRY") == {"topics/ferries": 2}


@pytest.mark.parametrize("word", ["الميناء", "والميناء", "بالميناء", "للميناء", "وللميناء", "الْمِينَاء"])
def test_arabic_is_known_behind_what_is_written_together_with_it(word: str) -> None:
    assert of(f"وصلت السفن {word} أمس") == {"places/harbour": 1}


def test_arabic_names_are_words_of_their_own() -> None:
    assert of("قالت وسلمي الحداد") == {"people/salma-al-haddad": 1}
    assert of("سلمى الحدادين") == {}


def test_japanese_needs_no_spaces_but_a_foreign_word_is_whole() -> None:
    assert of("昨日森健二は言った") == {"people/kenji-mori": 1}
    assert of("昨日エイダ＝フィンチが") == {"people/ada-finch": 1}
    assert of("ウィックスの港") == {}
    assert of("ウィックの港") == {"places/wick-ness": 1}
    assert of("彼はAda Finchだ") == {"people/ada-finch": 1}


def test_a_finder_travels_as_its_names() -> None:
    FINDER.mentions("Ada Finch")
    again = pickle.loads(pickle.dumps(FINDER))
    assert again._automaton is None
    assert again.mentions("Ada Finch") == FINDER.mentions("Ada Finch")
    assert Finder({}).mentions("Ada Finch") == ()


def test_front_matter_asserts_what_is_clear_and_above_the_bar() -> None:
    found = FINDER.mentions("Ada Finch and Finch saw Wick, Wick, and Kenji Mori.")
    assert mentions.asserted(found, 2, {}) == {"people": ["ada-finch"]}
    assert mentions.asserted(found, 1, {}) == {"people": ["ada-finch", "kenji-mori"]}
    assert mentions.asserted(found, 1, {"people": ["Somebody"]}) == {}
    assert mentions.asserted(found, 0, {}) == {}


def test_the_record_says_with_which_words() -> None:
    assert mentions.plain(FINDER.mentions("In Wick Ness."))[0] == {
        "as": "places",
        "id": "wick-ness",
        "name": "Wick Ness",
        "count": 1,
        "clear": True,
        "evidence": [{"words": "Wick Ness", "start": 3, "end": 12}],
    }


def test_authority_files_are_read_and_a_broken_one_names_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "authority"
    folder.mkdir(parents=True)
    (folder / "people.yaml").write_text(
        "ada-finch:\n  name: Ada Finch\n  names: {ar: عادة}\n  aliases: [Finch]\n", "utf-8"
    )
    (folder / "places.yaml").write_text("wick: {name: [", "utf-8")
    known = mentions.authorities(tmp_path, ("people", "places", "topics"))
    assert known == {
        "people": (Authority("ada-finch", "Ada Finch", {"ar": "عادة"}, ("Finch",)),),
        "places": (),
        "topics": (),
    }
