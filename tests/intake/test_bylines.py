"""Claims about lines that say who wrote."""

import pytest

from sitegen.intake import bylines
from sitegen.intake.bylines import Byline


@pytest.mark.parametrize(
    ("line", "people", "place", "agency"),
    [
        ("By Ada Finch and Hugh Penrose in Port Ansel", ("Ada Finch", "Hugh Penrose"), "Port Ansel", ""),
        ("By Ada Finch in Port Ansel and Hugh Penrose in Wick", ("Ada Finch", "Hugh Penrose"), "Port Ansel/Wick", ""),
        ("By Ada Finch, Harbour Correspondent", ("Ada Finch, Harbour Correspondent",), "", ""),
        ("By Ada Finch, London", ("Ada Finch",), "London", ""),
        ("By Ada Finch, Reuters", ("Ada Finch",), "", "Reuters"),
        ("By ADA FINCH The Associated Press", ("ADA FINCH",), "", "The Associated Press"),
        ("By The Associated Press", (), "", "The Associated Press"),
        ("By Ada Finch for the Harbour Courier", ("Ada Finch",), "", ""),
        ("Our correspondent in Amman", ("Our correspondent in Amman",), "Amman", ""),
        ("By our special correspondent in Wick", ("our special correspondent in Wick",), "Wick", ""),
        ("From our own correspondent", ("From our own correspondent",), "", ""),
        ("Von Ada Finch und Hugh Penrose, Berlin", ("Ada Finch", "Hugh Penrose"), "Berlin", ""),
        ("Von unserem Korrespondenten in Berlin", ("Von unserem Korrespondenten in Berlin",), "Berlin", ""),
        ("Par Ada Finch et Hugh Penrose", ("Ada Finch", "Hugh Penrose"), "", ""),
        ("De notre correspondant à Paris", ("De notre correspondant à Paris",), "Paris", ""),
        ("Por Ada Finch", ("Ada Finch",), "", ""),
        ("Автор: Ада Финч", ("Ада Финч",), "", ""),
        ("مراسلنا في عمان", ("مراسلنا في عمان",), "عمان", ""),
        ("كتبت هدى صالح ونادر الحلاق", ("هدى صالح", "نادر الحلاق"), "", ""),
        ("记者 张三", ("张三",), "", ""),
        ("홍길동 기자", ("홍길동",), "", ""),
        ("高木良子記者", ("高木良子",), "", ""),
    ],
)
def test_a_byline_tells_people_roles_place_and_agency(
    line: str, people: tuple[str, ...], place: str, agency: str
) -> None:
    assert bylines.read(line) == Byline(people, place, agency)


@pytest.mark.parametrize(
    "line",
    [
        "By the harbour there was a cat",
        "By now it was late.",
        "By One Vote, Capstan Court Is to Come Down",
        "From Port Ansel With Love",
        "Von Berlin nach Hamburg",
        "Von Äpfeln und Birnen",
        "By 1930 it was known",
        "Por la noche",
        "",
    ],
)
def test_a_sentence_or_a_headline_is_none(line: str) -> None:
    assert bylines.read(line) is None


def test_the_first_line_that_says_so_counts_without_what_stands_behind_a_stroke() -> None:
    assert bylines.of(["The arm broke", "By Ada Finch | Courier", "By Hugh Penrose"]) == Byline(("Ada Finch",))
    assert bylines.of(["The arm broke"]) == Byline()


def test_an_agencys_line_below_the_text_says_who_reported() -> None:
    line = "(Reporting by Ada Finch in Port Ansel and Hugh Penrose; Editing by T. Callow)"
    assert bylines.of_tail(["It broke.", line]) == (Byline(("Ada Finch", "Hugh Penrose"), "Port Ansel"), line)
    assert bylines.of_tail(["Reporting by the harbour office showed that it broke."]) is None
