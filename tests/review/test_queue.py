"""Claims about what waits, and in which order."""

import json
from pathlib import Path

from sitegen.config import Config
from sitegen.problems import sentence
from sitegen.review.queue import again

from .shared import CONFIG, FERRY, GOOSE, WRONG_YEAR, article, kinds, only, take, waiting, write


def test_an_archive_without_doubts_has_an_empty_queue(tmp_path: Path) -> None:
    take(tmp_path, FERRY, "source: courier\n")
    write(tmp_path, "content/news/2024/own.md", "---\ntitle: Written by hand, without a date\n---\n\nSo.\n")
    assert waiting(tmp_path).cases == ()
    assert waiting(tmp_path / "content" / "nowhere").cases == ()


def test_dates_that_contradict_each_other_come_first_with_words_file_and_line(tmp_path: Path) -> None:
    take(tmp_path, GOOSE, name="goose")
    take(tmp_path, FERRY, WRONG_YEAR)
    first, second = waiting(tmp_path).cases
    assert kinds(first) == ["date-contradiction"]
    assert kinds(second) == ["date-missing", "source-missing"]
    shown = [(one.words, str(one.place)) for one in first.doubts[0].evidence]
    assert ("2004-03-12", f"{first.path}:4") in shown
    assert ("12 March 2004", "seeds/town.txt:1") in shown
    assert first.proposed == {"date": "2004-03-12", "date_basis": "curator", "status": "published"}


def test_an_article_that_waits_by_its_status_is_asked_for_whoever_wrote_it(tmp_path: Path) -> None:
    write(tmp_path, "content/news/2024/own.md", "---\ntitle: A draft\nstatus: review\n---\n\nSo.\n")
    case = only(tmp_path)
    assert (kinds(case), case.proposed) == (["waits"], {"status": "published"})
    assert str(case.doubts[0].evidence[0].place) == "content/news/2024/own.md:3"


def test_what_was_answered_or_withheld_is_not_asked_again(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    text = (tmp_path / path).read_text("utf-8")
    assert kinds(only(tmp_path)) == ["date-missing", "source-missing"]
    for line in ("status: published\nreviewed: 2024-12-01", "status: withheld"):
        write(tmp_path, path, text.replace("status: published", line))
        assert waiting(tmp_path).cases == ()


def test_a_missing_source_is_proposed_where_the_others_of_the_dump_name_one(tmp_path: Path) -> None:
    taken = take(tmp_path, f"{FERRY}\n\n\n\n{GOOSE}", "date: 2004\n")
    ferry = next(path for path in taken.added if "ferry" in path)
    text = (tmp_path / ferry).read_text("utf-8")
    write(tmp_path, ferry, text.replace("status: published", "source: courier\nstatus: published"))
    assert only(tmp_path).proposed == {"source": "courier"}


def test_silence_about_rights_is_one_case_a_publication_and_sources_yaml_ends_it(tmp_path: Path) -> None:
    take(tmp_path, f"{FERRY}\n\n\n\n{GOOSE}", "source: courier\ndate: 2004\n")
    (case,) = waiting(tmp_path, Config()).cases
    assert (case.path, case.answers) == ("content/sources.yaml", "esq")
    assert "2 articles of courier" in case.doubts[0].text
    write(tmp_path, "content/sources.yaml", "the-courier:\n  name: Courier\n  rights: {publish: full}\n")
    assert waiting(tmp_path, Config()).cases == ()


def test_what_a_record_says_of_scores_and_twins_is_asked(tmp_path: Path) -> None:
    (ferry,) = take(tmp_path, FERRY, "source: courier\n").added
    (goose,) = take(tmp_path, GOOSE, "source: courier\ndate: 2004\n", name="goose").added
    path = tmp_path / ".sitegen/intake/seeds/goose.txt.json"
    said = json.loads(path.read_text("utf-8"))
    twin = article(tmp_path, ferry).values["id"]
    said["articles"][0] |= {"begins": {"rule": "gap", "score": 0.2}, "alike": [{"of": twin, "similarity": 0.9}]}
    path.write_text(json.dumps(said), "utf-8")
    case = only(tmp_path)
    assert (case.path, case.twin, kinds(case)) == (goose, ferry, ["alike", "score-low"])
    assert f"It may be the same article as {ferry}." in [one.text for one in case.doubts]
    (tmp_path / ferry).unlink()
    assert kinds(only(tmp_path)) == ["score-low"]


def test_without_its_records_the_queue_asks_what_the_files_show_and_a_broken_one_tells_nothing(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    record = tmp_path / ".sitegen/intake/seeds/town.txt.json"
    for damage in (b"{", b'{"articles": 3}', b"\xff", b"[]"):
        record.write_bytes(damage)
        assert kinds(only(tmp_path)) == ["date-missing", "source-missing"]


def test_a_file_that_cannot_be_read_is_told_with_its_place_and_the_others_are_asked(tmp_path: Path) -> None:
    take(tmp_path, GOOSE)
    write(tmp_path, "content/news/2024/broken.md", "---\ntitle: [\n---\n")
    write(tmp_path, "content/news/2024/bare.md", "No front matter.\n")
    (tmp_path / "content/news/2024/latin.md").write_bytes(b"---\ntitle: Caf\xe9\nstatus: review\n---\n")
    found = waiting(tmp_path)
    assert len(found.cases) == 1
    assert [sentence(one).split(": ")[0] for one in found.problems] == [
        "content/news/2024/bare.md:1",
        "content/news/2024/broken.md:3",
        "content/news/2024/latin.md:2",
    ]


def test_sections_pages_and_collections_are_no_articles(tmp_path: Path) -> None:
    for path in ("about.md", "collections/storm.md", "news/_index.md", "authority/x.md"):
        write(tmp_path, f"content/{path}", "---\ntitle: Not asked\nstatus: review\n---\n")
    assert waiting(tmp_path).cases == ()


def test_one_article_is_judged_anew_as_its_file_stands(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    case = only(tmp_path)
    told = waiting(tmp_path).told[case.id]
    assert again(tmp_path, CONFIG, case, told) == case
    text = (tmp_path / path).read_text("utf-8")
    write(tmp_path, path, text.replace("status: published", "date: 1974\nstatus: published"))
    renewed = again(tmp_path, CONFIG, case, told)
    assert renewed is not None
    assert (kinds(renewed), renewed.digest != case.digest) == (["source-missing"], True)
    (tmp_path / path).unlink()
    assert again(tmp_path, CONFIG, case, told) is None
