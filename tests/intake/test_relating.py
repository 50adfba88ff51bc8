"""Claims about articles that come in although the archive has them, or something like them."""

from pathlib import Path

import pytest

from sitegen import files
from sitegen.config import Config, IntakeConfig
from sitegen.intake import Intake, curate, record, take_in
from sitegen.intake.done import UNFINISHED
from sitegen.intake.ledger import read as ledger
from sitegen.model import Problem

from .shared import TODAY, article, seed

DAY = "12 March 2004"


def story(start: int, length: int = 12) -> str:
    """Make up a story of sentences that no other start has in this order."""
    subjects = ("The ferry", "A goose", "The harbour master", "The council", "A blue door", "The old clock", "Nobody")
    verbs = ("waited for", "laughed at", "painted", "sold", "forgot", "carried home", "measured")
    return " ".join(
        f"{subjects[n % 7]} of pier {n} {verbs[n * n % 7]} the barrel beside shed {n * 31 % 97}."
        for n in range(start, start + length)
    )


def page(title: str, text: str, day: str = DAY) -> str:
    return f"{title}\n\nBy Dilys Orme\n{day}\n\n{text}\n"


def take(root: Path, config: Config | None = None, *, again: bool = False) -> Intake:
    return take_in(root, None, config or Config(), TODAY, again=again)


def told(root: Path, name: str) -> list[dict[str, object]]:
    """Return what the record of a seed tells of its articles."""
    mark = next(one.origins for one in ledger(root) if one.origins[0].seed == name)[0].sha256
    return list(record.read(root, record.path_of(name, mark))["articles"])


def rules(found: tuple[Problem, ...]) -> list[str]:
    return [one.rule for one in found]


def test_an_article_that_comes_in_a_second_time_becomes_one_with_both_places(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)), "source: courier\n")
    (kept,) = take(tmp_path).added
    seed(tmp_path, "b.txt", page("Ferry Late Again", story(0).upper()), "source: courier\n")
    taken = take(tmp_path)
    assert taken.added == ()
    assert taken.left == ((kept, "is the same article"),)
    assert [path for path in files.walk(tmp_path / "content")[0] if path.endswith(".md")] == [kept[8:]]
    found = article(tmp_path, kept).values["provenance"]
    assert (found["seed"], [one["seed"] for one in found["also"]]) == ("seeds/a.txt", ["seeds/b.txt"])
    assert not curate.is_edited((tmp_path / kept).read_text("utf-8"))
    by_id = {one.id: one for one in ledger(tmp_path)}
    (gone,) = (one for one in by_id.values() if one.merged_into)
    assert {origin.seed for origin in by_id[gone.merged_into].origins} == {"seeds/a.txt", "seeds/b.txt"}
    (line,) = told(tmp_path, "seeds/b.txt")
    assert (line["decision"], line["merged_into"]) == ("merged", gone.merged_into)


def test_the_same_lines_in_another_seed_are_told_as_a_second_place(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)))
    (kept,) = take(tmp_path).added
    seed(tmp_path, "b.txt", page("Ferry late again", story(0)))
    assert take(tmp_path).left == ((kept, "is already in the archive"),)
    assert [one["seed"] for one in article(tmp_path, kept).values["provenance"]["also"]] == ["seeds/b.txt"]
    before = (tmp_path / kept).read_bytes()
    assert take(tmp_path, again=True).added == ()
    assert (tmp_path / kept).read_bytes() == before


def test_what_was_merged_stays_one_whatever_is_imported_again(tmp_path: Path) -> None:
    for name, text in (("a.txt", story(0)), ("b.txt", story(0).upper())):
        seed(tmp_path, name, page("Ferry late again", text))
    (kept,) = take(tmp_path).added
    before = (tmp_path / kept).read_bytes()
    for again in (False, True):
        taken = take(tmp_path, again=again)
        assert taken.added == ()
        assert (tmp_path / kept).read_bytes() == before


def test_a_file_that_a_person_edited_takes_part_in_no_merge_by_itself(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)))
    (kept,) = take(tmp_path).added
    edited = (
        (tmp_path / kept).read_text("utf-8").replace("title: Ferry late again", "title: Ferry late again\nkicker: Sea")
    )
    (tmp_path / kept).write_text(edited, "utf-8")
    seed(tmp_path, "b.txt", page("Ferry late again", story(0).upper()), "aliases: [/old/two/]\n")
    taken = take(tmp_path)
    assert (tmp_path / kept).read_text("utf-8") == edited
    # what would go into it stays where it is, and a person is asked
    (second,) = taken.added
    assert article(tmp_path, second).values["aliases"] == ["/old/two/"]
    assert rules(taken.findings) == ["article-twice"]
    assert [one["sure"] for line in told(tmp_path, "seeds/b.txt") for one in line["alike"]] == [False]  # type: ignore[attr-defined]


def test_an_edited_file_whose_article_was_found_twice_differs_in_nothing(tmp_path: Path) -> None:
    for name in ("a", "b"):
        seed(tmp_path, f"{name}.txt", page("Ferry late again", story(0)), f"aliases: [/old/{name}/]\n")
    (kept,) = take(tmp_path).added
    edited = (tmp_path / kept).read_text("utf-8").replace("pier 3 ", "pier three ")
    (tmp_path / kept).write_text(edited, "utf-8")
    assert take(tmp_path, again=True).differences == ()


def test_a_curator_may_keep_both(tmp_path: Path) -> None:
    for name, text in (("a.txt", story(0)), ("b.txt", story(0).upper())):
        seed(tmp_path, name, page("Ferry late again", text))
    taken = take(tmp_path, Config(intake=IntakeConfig(merge=False)))
    assert len(taken.added) == 2
    assert rules(taken.findings).count("article-twice") == 1
    (line,) = (one for name in ("seeds/a.txt", "seeds/b.txt") for one in told(tmp_path, name) if "alike" in one)
    assert line["alike"][0]["relation"] == "same"  # type: ignore[index]


def test_what_is_perhaps_the_same_is_kept_and_asked_about(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)))
    seed(tmp_path, "b.txt", page("Once more the ferry", story(0).upper()))
    taken = take(tmp_path)
    assert len(taken.added) == 2
    (found,) = (one for one in taken.findings if one.rule == "article-twice")
    assert found.place
    assert found.place.path in taken.added
    assert "perhaps" in found.text


def test_one_story_of_two_papers_is_linked_and_both_are_kept(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)), "source: courier\n")
    seed(tmp_path, "b.txt", page("Of ferries", story(0, 10), "13 March 2004"), "source: post\n")
    taken = take(tmp_path)
    by_source = {article(tmp_path, path).values["source"]: path for path in taken.added}
    lead = article(tmp_path, by_source["courier"]).values
    other = article(tmp_path, by_source["post"]).values
    assert other["same_story"] == lead["id"]
    assert "same_story" not in lead
    assert rules(taken.findings) == ["article-same-story"]
    before = (tmp_path / by_source["post"]).read_bytes()
    assert take(tmp_path, again=True).added == ()
    assert (tmp_path / by_source["post"]).read_bytes() == before


def test_the_newest_of_versions_names_the_earlier_ones(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)), "source: courier\n")
    (first,) = take(tmp_path).added
    mended = story(0).replace("pier 3 ", "pier 4 ")
    seed(tmp_path, "b.txt", page("Ferry late again", mended, "13 March 2004"), "source: courier\n")
    (newest,) = take(tmp_path).added
    assert article(tmp_path, newest).values["versions"] == [article(tmp_path, first).values["id"]]


def test_strangers_are_left_alone_and_nothing_is_said(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)))
    seed(tmp_path, "b.txt", page("Council buys a goose", story(500)))
    taken = take(tmp_path)
    assert (len(taken.added), taken.findings) == (2, ())


def test_a_run_that_was_stopped_before_it_compared_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(tmp_path, "a.txt", page("Ferry late again", story(0)))
    (kept,) = take(tmp_path).added
    seed(tmp_path, "b.txt", page("Ferry late again", story(0).upper()))
    with monkeypatch.context() as patched:
        patched.setattr("sitegen.intake.relating.relate", _stopped)
        with pytest.raises(KeyboardInterrupt):
            take(tmp_path)
    assert (tmp_path / UNFINISHED).exists()
    assert len([path for path in files.walk(tmp_path / "content")[0] if path.endswith(".md")]) == 2
    assert take(tmp_path).left == ((kept, "is the same article"),)
    assert len([path for path in files.walk(tmp_path / "content")[0] if path.endswith(".md")]) == 1


def _stopped(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_the_old_addresses_of_a_merged_article_lead_to_the_one_that_stays_whatever_is_imported_again(
    tmp_path: Path,
) -> None:
    for name, text in (("a", story(0)), ("b", story(0).upper()), ("c", story(0))):
        seed(tmp_path, f"{name}.txt", page("Ferry late again", text), f"aliases: [/old/{name}/]\n")
    (kept,) = take(tmp_path).added
    old = article(tmp_path, kept).values["aliases"]
    assert sorted(old) == ["/old/a/", "/old/b/", "/old/c/"]
    before = (tmp_path / kept).read_bytes()
    assert take(tmp_path, again=True).added == ()
    assert (tmp_path / kept).read_bytes() == before
