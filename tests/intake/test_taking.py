"""Claims about a run of intake: what it writes, and what it never touches again."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from sitegen import build
from sitegen.config import Config
from sitegen.intake import take_in
from sitegen.problems import BuildError
from sitegen.progress import Silent

from .shared import CONFIG, FIXTURES, ONE, TODAY, TWO, article, said, seed, take, tree

GAP = "\n\n\n"


def test_a_dump_becomes_files_by_section_and_year(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO, "section: sea\nsource: harbour-courier\n")
    taken = take(tmp_path)
    assert taken.added == ("content/sea/2004/ferry-late-again.md", "content/sea/1974/council-buys-a-goose.md")
    assert article(tmp_path, taken.added[0]).values["source"] == "harbour-courier"
    assert article(tmp_path, taken.added[0]).values["byline"] == ["Dilys Orme"]
    assert article(tmp_path, taken.added[0]).values["added"] == TODAY


def test_the_second_run_changes_no_byte_and_reads_nothing_anew(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    take(tmp_path)
    before = tree(tmp_path)
    again = take(tmp_path, today="2030-01-01")
    assert (again.added, again.left, again.records) == ((), (), ())
    assert tree(tmp_path) == before


def test_without_its_memory_a_run_still_changes_nothing_in_content(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    take(tmp_path)
    before = tree(tmp_path / "content")
    shutil.rmtree(tmp_path / ".sitegen")
    again = take(tmp_path, today="2030-01-01")
    assert again.added == ()
    assert tree(tmp_path / "content") == before


def test_an_edited_file_is_left_as_it_is_even_without_memory_and_with_again(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    (path,) = take(tmp_path).added
    edited = (tmp_path / path).read_text("utf-8").replace("for the ninth day", "for the tenth day")
    (tmp_path / path).write_text(edited, "utf-8")
    shutil.rmtree(tmp_path / ".sitegen")
    for again in (False, True):
        left = take(tmp_path, [tmp_path / "seeds"], again=again).left
        assert left == ((path, "was edited; it stays as it is"),)
        assert (tmp_path / path).read_text("utf-8") == edited


def test_a_deleted_file_stays_deleted(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    path = take(tmp_path).added[0]
    (tmp_path / path).unlink()
    shutil.rmtree(tmp_path / ".sitegen")
    left = take(tmp_path, [tmp_path / "seeds"], again=True).left
    assert (path, "was deleted; it stays deleted") in left
    assert not (tmp_path / path).exists()


def test_a_moved_file_is_known_where_it_is_and_its_old_address_is_remembered(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    (path,) = take(tmp_path).added
    (tmp_path / "content/sea/2004").mkdir(parents=True)
    (tmp_path / path).rename(tmp_path / "content/sea/2004/late.md")
    left = take(tmp_path, [tmp_path / "seeds"]).left
    assert left == (("content/sea/2004/late.md", "was moved; it stays where it is"),)
    ledger = (tmp_path / "content/ledger.jsonl").read_text("utf-8")
    assert '"addresses": ["/news/2004/ferry-late-again/", "/sea/2004/late/"]' in ledger


def test_a_moved_file_is_found_also_where_its_seed_is_not_read_again(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    first, second = take(tmp_path).added
    (tmp_path / second).unlink()
    moved = tmp_path / "content/news/2004/late.md"
    (tmp_path / first).rename(moved)
    again = take(tmp_path)
    assert (again.added, again.left, again.records) == ((), (), ())
    ledger = tmp_path / "content/ledger.jsonl"
    assert '"addresses": ["/news/2004/ferry-late-again/", "/news/2004/late/"]' in ledger.read_text("utf-8")
    before = ledger.stat().st_ino
    take(tmp_path)
    assert ledger.stat().st_ino == before
    moved.rename(tmp_path / first)
    take(tmp_path)
    assert '"addresses": ["/news/2004/late/", "/news/2004/ferry-late-again/"]' in ledger.read_text("utf-8")


def test_the_old_address_of_a_moved_file_leads_to_the_new_one_after_the_next_build(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    clock = dt.datetime(2024, 11, 24, tzinfo=dt.UTC)
    request = build.Request(tmp_path, tmp_path / "public", clock, jobs=1, search=False)
    build.build(request, Silent())
    old, new = tmp_path / "public/news/2004/ferry-late-again/index.html", tmp_path / "public/news/2004/late/index.html"
    assert "nobody on the quay" in old.read_text("utf-8")
    (tmp_path / "content/news/2004/ferry-late-again.md").rename(tmp_path / "content/news/2004/late.md")
    build.build(request, Silent())
    assert "nobody on the quay" in new.read_text("utf-8")
    assert 'href="/news/2004/late/"' in old.read_text("utf-8")
    assert "nobody on the quay" not in old.read_text("utf-8")


def test_a_grown_dump_brings_just_its_new_article_and_says_what_was_left(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    (first,) = take(tmp_path).added
    before = (tmp_path / first).read_bytes()
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    taken = take(tmp_path)
    assert taken.added == ("content/news/1974/council-buys-a-goose.md",)
    assert taken.left == ((first, "is already in the archive"),)
    assert (tmp_path / first).read_bytes() == before


def test_a_mended_typo_is_a_finding_and_not_a_second_article(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    first = take(tmp_path).added[0]
    before = tree(tmp_path / "content")
    seed(tmp_path, "town.txt", (ONE + GAP + TWO).replace("the clock was wrong", "the clock was right"))
    taken = take(tmp_path)
    assert taken.added == ()
    assert (first, "differs in the dump now; it stays as it was imported") in taken.left
    assert said(taken.findings) == [
        (
            f'seeds/town.txt:1: "Ferry late again" differs from what was imported before; {first} was left as it is. '
            "`sitegen import --again` takes the new text if nobody edited the file."
        )
    ]
    assert tree(tmp_path / "content") == before


def test_again_takes_the_mended_text_and_keeps_id_path_and_day(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    (path,) = take(tmp_path).added
    before = article(tmp_path, path)
    seed(tmp_path, "town.txt", ONE.replace("the clock was wrong", "the clock was right"))
    taken = take(tmp_path, again=True, today="2025-01-01")
    assert taken.added == (path,)
    after = article(tmp_path, path)
    assert "the clock was right" in after.body
    assert (after.values["id"], after.values["added"]) == (before.values["id"], TODAY)
    assert after.values["provenance"]["imported"] == "2025-01-01"
    assert take(tmp_path, again=True, today="2026-01-01").left == ((path, "would be the same again"),)


def test_again_touches_no_file_of_which_it_has_nothing_better_to_say(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    take(tmp_path)
    before = {path: path.stat() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    assert take(tmp_path, again=True, today="2025-01-01").added == ()
    after = {path: path.stat() for path in before}
    assert [(one.st_mtime_ns, one.st_ino) for one in before.values()] == [
        (one.st_mtime_ns, one.st_ino) for one in after.values()
    ]


def test_a_run_that_was_stopped_before_the_ledger_does_not_double_its_articles(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + TWO)
    take(tmp_path)
    before = tree(tmp_path / "content")
    (tmp_path / "content/ledger.jsonl").unlink()
    shutil.rmtree(tmp_path / ".sitegen")
    taken = take(tmp_path)
    assert taken.added == ()
    assert tree(tmp_path / "content") == before


def test_what_was_written_before_a_failure_is_in_the_ledger(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", ONE + "\n" + "It was wet on the quay, and windy. " * 40)
    seed(tmp_path, "b.txt", TWO)

    class Interrupted(Silent):
        def step(self, count: int = 1) -> None:  # noqa: ARG002 - as progress is told
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(tmp_path, None, CONFIG, TODAY, progress=Interrupted())
    assert (tmp_path / "content/ledger.jsonl").read_text("utf-8").count("\n") == 1
    assert take(tmp_path).added == ("content/news/1974/council-buys-a-goose.md",)


def test_the_same_seeds_give_the_same_bytes_in_any_order_of_the_disk(tmp_path: Path) -> None:
    words = {path.name: path.read_bytes() for path in sorted(FIXTURES.glob("*.txt"))}
    trees = []
    for name, order in (("one", list(words)), ("two", list(reversed(words)))):
        for one in order:
            seed(tmp_path / name, one, words[one])
        take(tmp_path / name)
        (tmp_path / name / ".sitegen/intake/done").unlink()  # it holds times of the disk
        trees.append(tree(tmp_path / name))
    assert trees[0] == trees[1]


def test_one_article_in_two_seeds_is_taken_in_once_and_both_are_remembered(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", ONE)
    seed(tmp_path, "b.txt", ONE.replace("\n", "\r\n") + GAP + TWO)
    assert len(take(tmp_path).added) == 2
    ledger = (tmp_path / "content/ledger.jsonl").read_text("utf-8")
    assert ledger.count('"seed": "seeds/a.txt"') == 1
    assert ledger.count('"seed": "seeds/b.txt"') == 2


def test_two_articles_of_one_headline_do_not_overwrite_one_another(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", ONE)
    seed(tmp_path, "b.txt", ONE.replace("nobody on the quay", "everybody on the quay").replace("wrong", "slow"))
    first, second = take(tmp_path).added
    identifier = article(tmp_path, second).values["id"]
    assert second == first.replace(".md", f"-{identifier[:4]}.md")


def test_a_file_from_elsewhere_is_recorded_by_its_name_and_copied_when_asked(tmp_path: Path) -> None:
    outside = seed(tmp_path / "elsewhere", "town.txt", ONE, "source: harbour-courier\n")
    site = tmp_path / "site"
    (path,) = take(site, [outside]).added
    values = article(site, path).values
    assert (values["provenance"]["seed"], values["source"]) == ("town.txt", "harbour-courier")
    kept = tmp_path / "kept"
    taken = take_in(kept, [outside], CONFIG, TODAY, keep=True)
    assert (kept / "seeds/town.txt").read_bytes() == outside.read_bytes()
    assert article(kept, taken.added[0]).values["provenance"]["seed"] == "seeds/town.txt"
    assert take(kept).added == ()


def test_a_bad_seed_is_put_aside_with_its_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    seed(tmp_path, "a.txt", b"\x00\x01\x02\xff" * 50)
    seed(tmp_path, "b.txt", ONE)
    seed(tmp_path, "c.txt", "")
    seed(tmp_path, "d.txt", TWO, "sectoin: sea\n")
    taken = take(tmp_path)
    assert taken.added == ("content/news/2004/ferry-late-again.md",)
    assert said(taken.rejects) == [
        "seeds/a.txt: This file holds no text, but binary data. Save the text it holds as plain text (.txt).",
        "seeds/c.txt: This file is empty. Paste the articles into it, or remove it.",
        'seeds/d.yaml:1: "sectoin" is not a key of this file. Did you mean "section"?',
        "seeds/d.txt: This dump was put aside: its sidecar has mistakes. Mend the sidecar and import again.",
    ]
    assert (tmp_path / ".sitegen/rejects.jsonl").read_text("utf-8").count("\n") == 4
    (tmp_path / "seeds/d.yaml").write_text("section: sea\n", "utf-8")
    assert take(tmp_path).added == ("content/sea/1974/council-buys-a-goose.md",)


def test_an_article_without_a_headline_waits_for_review_and_the_rest_goes_on(tmp_path: Path) -> None:
    seed(tmp_path, "untitled.txt", (FIXTURES / "untitled.txt").read_bytes())
    taken = take(tmp_path)
    assert len(taken.added) == 3
    waiting = article(tmp_path, taken.added[1]).values
    assert (waiting["title"], waiting["status"]) == ("[The market was held on Wednesday in the…]", "review")
    assert said(taken.findings) == [
        (
            "seeds/untitled.txt:9: This article has no headline; it waits for review as "
            "[The market was held on Wednesday in the…]. "
            "Write its title into its content file and set status: published."
        )
    ]
    assert [article(tmp_path, path).values["status"] for path in (taken.added[0], taken.added[2])] == ["published"] * 2


def test_a_headline_without_a_text_is_told_and_not_taken_in(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE + GAP + "The Week in Pictures and in Verse\n")
    taken = take(tmp_path)
    assert len(taken.added) == 1
    assert said(taken.findings) == []
    seed(tmp_path, "other.txt", "The Week in Pictures\n\n* * *\n\n" + TWO)
    assert said(take(tmp_path).findings) == [
        (
            'seeds/other.txt:1: Nothing stands under "The Week in Pictures"; it was not taken in. '
            "Put its text below it, or take the line out."
        )
    ]


def test_a_section_that_the_site_does_not_have_is_refused(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE, "section: nwes\n")
    assert (
        said(take(tmp_path).rejects)[0]
        == 'seeds/town.yaml:1: "nwes" is not a section of this site. Did you mean "news"?'
    )


def test_a_stated_headline_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE, "articles:\n  - title: Ferry late agian\n    topics: [ferries]\n")
    assert said(take(tmp_path).findings) == [
        'seeds/town.yaml:2: No article here is headed "Ferry late agian". Did you mean "Ferry late again"?'
    ]


def test_a_folders_sidecar_speaks_of_all_its_dumps_together(tmp_path: Path) -> None:
    seed(tmp_path, "wire/a.txt", ONE)
    seed(tmp_path, "wire/b.txt", TWO, "source: other\n")
    one, two = (
        "  - {title: Ferry late again, topics: [ferries]}\n",
        "  - {title: Council buys a goose, topics: [geese]}\n",
    )
    both = f"source: meridian-press\narticles:\n{one}{two}"
    (tmp_path / "seeds/wire/_seed.yaml").write_text(both, "utf-8")
    taken = take(tmp_path)
    assert said(taken.findings) == []
    values = [article(tmp_path, path).values for path in taken.added]
    assert [(one["source"], one["topics"]) for one in values] == [("meridian-press", ["ferries"]), ("other", ["geese"])]


def test_five_megabytes_are_read_and_every_article_found(tmp_path: Path) -> None:
    many = "\n\n\n".join(
        ONE.replace("Ferry", f"Ferry {n}").replace("wrong", f"{n} minutes wrong")
        + "The mate agreed, at length and with some heat. \n\n".replace(". ", ", and the cook with him." * 9) * 25
        for n in range(850)
    )
    assert len(many) > 5_000_000
    seed(tmp_path, "big.txt", many)
    assert len(take(tmp_path).added) == 850


def test_a_broken_ledger_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/ledger.jsonl").write_text("<<<<<<< HEAD\n", "utf-8")
    with pytest.raises(BuildError) as caught:
        take(tmp_path)
    assert said(caught.value.problems) == [
        (
            "content/ledger.jsonl:1: This line of the ledger cannot be read. "
            "Take this file back from git; it is written by import alone."
        )
    ]
    assert not (tmp_path / "content/news").exists()


def test_a_site_without_settings_takes_articles_into_news(tmp_path: Path) -> None:
    seed(tmp_path, "town.txt", ONE)
    assert take_in(tmp_path, None, Config(), TODAY).added == ("content/news/2004/ferry-late-again.md",)
