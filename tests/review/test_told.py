"""Claims about what is read from decision records."""

from pathlib import Path

from sitegen.review import told

from .shared import FERRY, GOOSE, WRONG_YEAR, article, take, write


def test_a_record_tells_the_line_the_words_and_the_findings_of_each_article_alone(tmp_path: Path) -> None:
    taken = take(tmp_path, f"{GOOSE}\n\n\n\n{FERRY}", WRONG_YEAR)
    ferry, goose = (
        next(article(tmp_path, path).values["id"] for path in taken.added if name in path)
        for name in ("ferry", "goose")
    )
    said = told.of_each(tmp_path)
    assert str(said[ferry].place) == f"seeds/town.txt:{GOOSE.count(chr(10)) + 5}"
    assert ("date", "12 March 2004") in said[ferry].words
    assert [rule for rule, _ in said[ferry].findings] == ["date-contradiction"]
    assert said[goose].findings == ()


def test_notes_are_not_for_a_curator_and_scores_and_twins_are_read_where_they_stand(tmp_path: Path) -> None:
    write(
        tmp_path,
        ".sitegen/intake/seeds/a.txt.json",
        """{"seed": "seeds/a.txt", "spans": [{"start": 0}], "articles": [{"id": "k7m2q4xw", "line": 3,
        "begins": {"score": 0.25},
        "alike": [{"of": "2j96nvvr", "similarity": 0.5}, {"of": "7mk3e83s", "sure": true}]}], "findings": [
        {"rule": "seed-value", "severity": "note", "text": "N", "place": {"path": "seeds/a.txt", "line": 3}},
        {"rule": "x", "severity": "warning", "text": "W", "place": {"path": "seeds/a.txt", "line": 3}},
        {"rule": "y", "severity": "warning", "text": "V", "hint": "", "place": null}]}""",
    )
    one = told.of_each(tmp_path)["k7m2q4xw"]
    assert (one.score, [other.of for other in one.alike], one.findings) == (0.25, ["2j96nvvr"], (("x", "W"),))


def test_where_nothing_was_imported_nothing_is_told(tmp_path: Path) -> None:
    assert told.of_each(tmp_path) == {}
