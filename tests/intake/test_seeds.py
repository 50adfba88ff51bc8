"""Claims about which files are seeds, and which are put aside for what reason."""

from pathlib import Path

import pytest

from sitegen.intake import seeds
from sitegen.intake.seeds import Seed
from sitegen.problems import BuildError

from .shared import ONE, said, seed

LIMIT = 100_000


def refusal(path: Path, limit: int = LIMIT) -> list[str]:
    with pytest.raises(BuildError) as caught:
        seeds.read(Seed(path, f"seeds/{path.name}"), limit)
    return said(caught.value.problems)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (b"", "seeds/x.txt: This file is empty. Paste the articles into it, or remove it."),
        (b"\n \r\n\t\n", "seeds/x.txt: This file is empty. Paste the articles into it, or remove it."),
        (
            b"PK\x03\x04\x00\x00words",
            "seeds/x.txt: This file holds no text, but binary data. Save the text it holds as plain text (.txt).",
        ),
        (
            b"\n\nOnly one line, which is a pity.\n",
            (
                "seeds/x.txt:3: This file has one line only; an article has a headline and a text. "
                "Put the headline on a line of its own, and each paragraph on another."
            ),
        ),
    ],
)
def test_a_file_without_articles_is_put_aside(tmp_path: Path, words: bytes, reason: str) -> None:
    assert refusal(seed(tmp_path, "x.txt", words)) == [reason]


def test_a_file_or_a_line_beyond_the_limit_is_put_aside(tmp_path: Path) -> None:
    path = seed(tmp_path, "x.txt", ONE)
    assert refusal(path, 100) == [
        (
            f"seeds/x.txt: This file is {len(ONE):,} bytes long; 100 is the limit. "
            "Cut it in two, or raise limits.seed_bytes in site.yaml."
        )
    ]
    path = seed(tmp_path, "x.txt", "Title\n\n" + "long " * 50_000)
    assert refusal(path, 10**6) == [
        (
            "seeds/x.txt:3: This line is 249,999 characters long; 200,000 is the limit. "
            "Put each paragraph on a line of its own."
        )
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "seeds/none.txt") == [
        "seeds/none.txt: This file cannot be read: no such file or directory. See whether it is there and whose it is."
    ]


def test_another_encoding_is_read_as_best_can_be_and_said_so(tmp_path: Path) -> None:
    path = seed(
        tmp_path, "x.txt", "Le café\n\nLe café a été fermé à la fin de l’été, après la fête.\n".encode("cp1252")
    )
    read = seeds.read(Seed(path, "seeds/x.txt"), LIMIT)
    assert read.lines.lines[2].text == "Le café a été fermé à la fin de l’été, après la fête."
    assert said(read.findings) == [
        (
            "seeds/x.txt: This file is not UTF-8; it was read as cp1252, which fits its letters best. "
            "If letters are wrong, save it as UTF-8 and import it again."
        )
    ]


@pytest.mark.parametrize(("times", "lines"), [(1, "1 line holds"), (2, "2 lines hold")])
def test_bytes_that_are_no_letters_are_told_with_the_first_line_of_them(tmp_path: Path, times: int, lines: str) -> None:
    words = "Le café\n\n" + "Le café \x81\x8d a été fermé à la fin de la fête.\n" * times
    path = seed(tmp_path, "x.txt", words.encode("latin-1"))
    assert said(seeds.read(Seed(path, "seeds/x.txt"), LIMIT).findings)[1] == (
        f"seeds/x.txt:3: {lines} bytes that are no letters in cp1252; a � stands for each. "
        "Compare them with the source."
    )


def test_seeds_come_in_the_order_of_their_names_and_sidecars_are_none(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a.txt"):
        seed(tmp_path, name, ONE, "source: x\n")
    (tmp_path / "seeds/a/_seed.yaml").write_text("", "utf-8")
    found, problems = seeds.find(tmp_path, None)
    assert [one.name for one in found] == ["seeds/a.txt", "seeds/a/c.txt", "seeds/b.txt"]
    assert problems == ()


def test_files_that_nobody_reads_are_told(tmp_path: Path) -> None:
    seed(tmp_path, "page.pdf", b"%PDF")
    (tmp_path / "seeds/lost.yaml").write_text("", "utf-8")
    assert said(seeds.find(tmp_path, None)[1]) == [
        (
            "seeds/lost.yaml: There is no dump beside this sidecar. "
            "Give it the name of its dump, or name it _seed.yaml if it speaks of all in its folder."
        ),
        "seeds/page.pdf: No importer knows this kind of file. Save it as plain text (.txt).",
    ]


def test_a_site_without_seeds_has_none(tmp_path: Path) -> None:
    assert seeds.find(tmp_path, None) == ((), ())


def test_a_link_is_named_by_its_path_below_the_site(tmp_path: Path) -> None:
    (tmp_path / "seeds/box").mkdir(parents=True)
    (tmp_path / "seeds/box/link.txt").symlink_to("/etc/hostname")
    _, problems = seeds.find(tmp_path, None)
    assert [one.place.path for one in problems if one.place] == ["seeds/box/link.txt"]
