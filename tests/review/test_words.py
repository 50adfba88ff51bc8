"""Claims about cases in words."""

from sitegen.model import Place
from sitegen.review import words
from sitegen.review.values import WEIGHTS, Case, Doubt, Evidence


def test_a_case_is_told_with_doubts_evidence_and_proposal() -> None:
    evidence = Evidence("12 March", "date", Place("seeds/town.txt", 4))
    case = Case("a.md", "Ferry", (Doubt("finding", "So it is.", (evidence,)),), proposed={"printed": {"page": 4}})
    assert list(words.told(case)) == [
        "a.md: Ferry",
        "  - So it is.",
        "      “12 March” (date, seeds/town.txt:4)",
        "  proposed: printed: {page: 4}",
    ]
    assert list(words.told(Case("a.md", "", (), place=Place("seeds/town.txt", 4)))) == [
        "a.md: no title",
        "  from seeds/town.txt:4",
        "  proposed: to leave it as it is",
    ]


def test_every_kind_of_doubt_has_a_name_where_cases_are_counted() -> None:
    assert words.KINDS.keys() == WEIGHTS.keys()


def test_only_the_keys_that_answer_a_case_are_offered() -> None:
    assert words.choice(Case("a.md", "", (), answers="esq")) == "e edit  s skip  q quit"


def test_nothing_that_moves_a_cursor_or_turns_text_around_reaches_a_terminal() -> None:
    assert words.safe("a\x1b[2Jb\u202ec\nd\x9be") == "a\ufffd[2Jb\ufffdc d\ufffde"
    assert words.safe("می\u200cخواهم") == "می\u200cخواهم"
