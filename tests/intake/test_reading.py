"""Claims about what is understood of a seed before anything is decided."""

from pathlib import Path

import pytest

from sitegen.intake import reading, seeds
from sitegen.intake.reading import Understood
from sitegen.problems import BuildError

from .shared import CONFIG, ONE, TWO, said, seed


def understood(root: Path, path: Path) -> Understood:
    return reading.understood(reading.opened(root, seeds.named(root, path), CONFIG))


def test_an_article_is_found_with_its_place_its_number_and_its_own_digest(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", "The Week in Pictures\n\n* * *\n\n" + TWO)
    found = understood(tmp_path, path)
    assert found.titles == ("The Week in Pictures", "Council buys a goose")
    (find,) = found.finds
    assert (find.number, str(find.place), find.seed) == (2, "seeds/town.txt:5", "seeds/town.txt")
    other = seed(tmp_path, "other.txt", TWO.replace("\n", "\r\n"))
    assert [one.digest for one in understood(tmp_path, other).finds] == [find.digest]


def test_a_seed_and_its_sidecars_are_stamped_together(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE)
    stamps = [reading.opened(tmp_path, seeds.named(tmp_path, path), CONFIG).stamp]
    for name in ("town.yaml", "_seed.yaml"):
        (tmp_path / "seeds" / name).write_text("source: harbour-courier\n", "utf-8")
        stamps.append(reading.opened(tmp_path, seeds.named(tmp_path, path), CONFIG).stamp)
    assert len({stamp["sidecar"] for stamp in stamps}) == 3
    assert len({stamp["sha256"] for stamp in stamps}) == 1


def test_a_seed_whose_sidecar_has_mistakes_is_put_aside_with_all_of_them(tmp_path: Path) -> None:
    path = seed(tmp_path, "town.txt", ONE, "sectoin: sea\ndate: 1974-13\n")
    with pytest.raises(BuildError) as caught:
        understood(tmp_path, path)
    assert sorted(said(caught.value.problems)) == [
        "seeds/town.txt: This dump was put aside: its sidecar has mistakes. Mend the sidecar and import again.",
        'seeds/town.yaml:1: "sectoin" is not a key of this file. Did you mean "section"?',
        'seeds/town.yaml:2: "1974-13" has no month 13. Write year, month and day in this order: 2024-01-21.',
    ]


def test_of_a_folders_sidecar_nothing_is_missed_where_only_a_part_was_read(tmp_path: Path) -> None:
    path = seed(tmp_path, "wire/town.txt", ONE)
    (tmp_path / "seeds/wire/_seed.yaml").write_text("articles:\n  - {title: Another one}\n", "utf-8")
    stated = reading.opened(tmp_path, seeds.named(tmp_path, path), CONFIG).stated
    titles = {"seeds/wire/_seed.yaml": ["Ferry late again"]}
    assert reading.unmatched(stated, titles, folders=False) == []
    assert said(reading.unmatched(stated, titles, folders=True)) == [
        (
            'seeds/wire/_seed.yaml:2: No article here is headed "Another one". '
            "Write the headline exactly as the dump has it."
        )
    ]
