"""Claims about how an encoding is found."""

import json

import pytest

from sitegen.intake import encodings
from sitegen.intake.lines import read

from .shared import shared

SAMPLES = {
    "cp1256": "ضاعت السفينة ليل الأحد في الضباب، ثم عادت صباح الاثنين.",
    "cp1251": "Корабль пропал в тумане и вернулся утром без команды.",
    "koi8_r": "Корабль пропал в тумане и вернулся утром без команды.",
    "shift_jis": "灯台に猫が住みついた。名前はまだ決まっていない。",
    "euc_jp": "灯台に猫が住みついた。名前はまだ決まっていない。",
    "iso2022_jp": "灯台に猫が住みついた。名前はまだ決まっていない。",
    "gb18030": "他们说这个地方的人都不会来了，我们也没有看到他们的船。",
    "cp1252": "L’été a été très long, et l’hiver où ça s’arrête est déjà là.",
    "cp1250": "Łódź wróciła późną nocą, ale żaden z rybaków się nie śpieszył.",
    "mac_roman": "L'été a été très long, et déjà là où ça s'arrête.",
    "utf-16-le": "The ship came home by itself.",
    "utf-16-be": "The ship came home by itself.",
}


@pytest.mark.parametrize("codec", SAMPLES)
def test_a_text_without_a_mark_is_read_by_its_letters_and_counts_as_a_guess(codec: str) -> None:
    found = encodings.find(f"{SAMPLES[codec]}\n".encode(codec))
    assert found == encodings.Encoding(codec, proved=False)


@pytest.mark.parametrize(("mark", "codec"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le")])
def test_a_mark_proves_the_encoding(mark: str, codec: str) -> None:
    found = encodings.find("Über".encode(mark))
    assert (found.codec, found.proved) == (codec, True)
    assert found.mark in {2, 3}


def test_utf8_proves_itself() -> None:
    assert encodings.find("ضباب, 霧, été".encode()) == encodings.Encoding("utf-8")


def test_legacy_files_are_read_exactly() -> None:
    folder = shared("encodings")
    exact = 0
    files = json.loads((folder / "index.json").read_bytes())
    for one in files:
        found = [line.text for line in read((folder / one["file"]).read_bytes()).lines]
        gold = (folder / one["gold"]).read_text("utf-8-sig").split("\n")
        exact += "\n".join(found).strip() == "\n".join(line.strip() for line in gold).strip()
    assert exact >= len(files) - 3, f"{exact} of {len(files)}"
