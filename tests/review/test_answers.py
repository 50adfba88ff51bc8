"""Claims about what an answer does to a file, and what it never does."""

from pathlib import Path

import pytest

from sitegen import files, lock
from sitegen.intake import curate, ledger
from sitegen.intake.shelf import Shelf
from sitegen.problems import BuildError, LockedError, SitegenError, UsageError, sentence
from sitegen.review import answers
from sitegen.review.values import Case

from .shared import FERRY, GOOSE, LATER, WRONG_YEAR, article, curator, only, take, waiting, write

ELSEWHERE = FERRY.replace("\n\nIts master said", "\n\nA passenger wept.\n\nIts master said")


def two_ferries(root: Path) -> tuple[Case, str]:
    """Take one story in from two dumps; return the case of the second, and the path of the first."""
    (kept,) = take(root, FERRY, "source: courier\n").added
    (gone,) = take(root, ELSEWHERE, name="second").added
    return next(one for one in waiting(root).cases if one.path == gone), kept


def refusal(error: SitegenError) -> str:
    return sentence(error.problems[0])


# --- accept, withhold -----------------------------------------------------------------------------


def test_an_accepted_date_is_the_curators_and_the_rest_stays_byte_for_byte(tmp_path: Path) -> None:
    (path,) = take(tmp_path, FERRY, WRONG_YEAR).added
    before = (tmp_path / path).read_text("utf-8")
    assert answers.accept(curator(tmp_path), only(tmp_path)) == f"{path} is settled."
    after = (tmp_path / path).read_text("utf-8")
    assert after == (
        before.replace("date_basis: stated", "date_basis: curator")
        .replace("status: review", "status: published")
        .replace("added: 2024-11-24\n", f"added: 2024-11-24\nreviewed: {LATER}\n")
    )
    assert waiting(tmp_path).cases == ()


def test_no_import_changes_what_was_answered_also_not_again(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    answers.accept(curator(tmp_path), only(tmp_path))
    answered = (tmp_path / path).read_bytes()
    assert curate.is_edited(answered.decode())
    for again in (False, True):
        taken = take(tmp_path, GOOSE.replace("no comment", "a comment"), "source: courier\n", again=again)
        assert (taken.added, (tmp_path / path).read_bytes()) == ((), answered)
    assert waiting(tmp_path).cases == ()


def test_what_is_withheld_says_so_in_its_file(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    answers.withhold(curator(tmp_path), only(tmp_path))
    values = article(tmp_path, path).values
    assert (values["status"], values["reviewed"]) == ("withheld", LATER)


def test_an_answer_to_a_file_that_changed_since_it_was_shown_is_not_written(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    case = only(tmp_path)
    changed = (tmp_path / path).read_text("utf-8").replace("goose", "swan")
    write(tmp_path, path, changed)
    with pytest.raises(BuildError) as caught:
        answers.accept(curator(tmp_path), case)
    assert "changed while it was shown" in refusal(caught.value)
    assert (tmp_path / path).read_text("utf-8") == changed


def test_no_answer_is_written_while_another_sitegen_is_at_work(tmp_path: Path) -> None:
    (path,) = take(tmp_path, GOOSE).added
    before = (tmp_path / path).read_bytes()
    with lock.hold(tmp_path / ".sitegen/lock", 0), pytest.raises(LockedError):
        answers.accept(curator(tmp_path), only(tmp_path))
    assert (tmp_path / path).read_bytes() == before


# --- merge ----------------------------------------------------------------------------------------


def test_merged_articles_keep_both_provenances_and_both_addresses(tmp_path: Path) -> None:
    case, kept = two_ferries(tmp_path)
    gone = article(tmp_path, case.path).values
    stands = (tmp_path / kept).read_text("utf-8").replace("  importer:", "  dropped: {navigation: 2}\n  importer:")
    write(tmp_path, kept, stands)
    done = answers.merge(curator(tmp_path), case, kept)
    assert done == f"{case.path} is merged into {kept} and removed."
    assert not (tmp_path / case.path).exists()
    text, values = (tmp_path / kept).read_text("utf-8"), article(tmp_path, kept).values
    assert "\n  start: 0\n" in text
    assert "\n  dropped: {navigation: 2}\n" in text
    assert values["provenance"]["seed"] == "seeds/town.txt"
    origin = ("seed", "sha256", "start", "end", "importer")
    assert values["provenance"]["also"] == [{key: gone["provenance"][key] for key in origin}]
    assert values["aliases"] == [f"/{case.path.removeprefix('content/').removesuffix('.md')}/"]


def test_the_ledger_tells_both_places_and_no_import_brings_the_merged_one_back(tmp_path: Path) -> None:
    case, kept = two_ferries(tmp_path)
    answers.merge(curator(tmp_path), case, kept)
    told = {one.id: one for one in ledger.read(tmp_path)}
    both = told[article(tmp_path, kept).values["id"]].origins
    assert [one.seed for one in both] == ["seeds/town.txt", "seeds/second.txt"]
    taken = take(tmp_path, ELSEWHERE, name="second", again=True)
    assert taken.left == ((kept, "is the same article"),)


@pytest.mark.parametrize("stop", ["ledger", "removal"])
def test_a_merge_that_was_stopped_loses_nothing_and_is_finished_by_the_same_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: str
) -> None:
    case, kept = two_ferries(tmp_path)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        target: tuple[object, str] = (Shelf, "merge") if stop == "ledger" else (files, "remove_tree")
        patched.setattr(*target, stopped)
        with pytest.raises(KeyboardInterrupt):
            answers.merge(curator(tmp_path), case, kept)
    assert (tmp_path / case.path).exists()
    once = (tmp_path / kept).read_bytes()
    answers.merge(curator(tmp_path), case, kept)
    assert not (tmp_path / case.path).exists()
    assert (tmp_path / kept).read_bytes() == once


def test_a_chain_of_merges_keeps_every_place(tmp_path: Path) -> None:
    case, kept = two_ferries(tmp_path)
    (third,) = take(tmp_path, GOOSE, name="third").added
    answers.merge(curator(tmp_path), case, third)
    last = next(one for one in waiting(tmp_path).cases if one.path == third)
    answers.merge(curator(tmp_path), last, kept)
    values = article(tmp_path, kept).values
    assert [one["seed"] for one in values["provenance"]["also"]] == ["seeds/third.txt", "seeds/second.txt"]
    assert len(values["aliases"]) == 2


def test_an_article_can_be_named_by_id_address_or_path(tmp_path: Path) -> None:
    for number, name in enumerate(("id", "address", "path")):
        root = tmp_path / str(number)
        case, kept = two_ferries(root)
        named = {"id": article(root, kept).values["id"], "address": "/news/2004/ferry-late-again/", "path": kept}
        answers.merge(curator(root), case, f" {named[name]} ")
        assert "also" in article(root, kept).values["provenance"]


@pytest.mark.parametrize(
    "into", ["k7m2q4xw", "content/../site.yaml", "content/../../x.md", "/nowhere/", "", "/etc", "content/news/link.md"]
)
def test_an_article_that_is_not_there_is_nobodys_twin(tmp_path: Path, into: str) -> None:
    case, kept = two_ferries(tmp_path)
    before = (tmp_path / kept).read_bytes()
    (tmp_path / "content/news/link.md").symlink_to(tmp_path / kept)
    with pytest.raises(UsageError) as caught:
        answers.merge(curator(tmp_path), case, into)
    assert "Name it by its id" in refusal(caught.value)
    assert (tmp_path / case.path).exists()
    assert (tmp_path / kept).read_bytes() == before


def test_an_article_is_not_merged_with_itself_nor_out_of_a_takedown(tmp_path: Path) -> None:
    case, kept = two_ferries(tmp_path)
    with pytest.raises(UsageError, match="with itself"):
        answers.merge(curator(tmp_path), case, case.path)
    write(tmp_path, "content/takedowns.yaml", f"- {{id: {case.id}, reason: a court}}\n")
    with pytest.raises(UsageError, match="takedowns"):
        answers.merge(curator(tmp_path), case, kept)
    assert (tmp_path / case.path).exists()


def test_who_still_names_the_id_that_is_gone_is_told(tmp_path: Path) -> None:
    case, kept = two_ferries(tmp_path)
    write(tmp_path, "content/collections/storm.md", f"---\ntitle: S\nitems: [{{id: {case.id}}}]\n---\n")
    done = answers.merge(curator(tmp_path), case, kept)
    assert f"content/collections/storm.md still names {case.id}" in done


def test_an_article_written_by_hand_takes_a_merged_one_over_too(tmp_path: Path) -> None:
    (gone,) = take(tmp_path, GOOSE).added
    kept = "content/news/1974/goose.md"
    write(tmp_path, kept, "---\ntitle: The goose\n---\n\nA note.\n")
    answers.merge(curator(tmp_path), only(tmp_path), kept)
    values = article(tmp_path, kept).values
    assert (values["title"], values["provenance"]["also"][0]["seed"]) == ("The goose", "seeds/town.txt")
    assert not (tmp_path / gone).exists()
