"""The bars on 55 real articles in the seed's layout, and on dumps of real pages: the whole input accounted for."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sitegen.intake import record
from sitegen.intake.importers import text
from sitegen.intake.lines import read as read_lines

from .shared import dump_of, shared


@pytest.fixture(scope="module")
def gold() -> list[tuple[Path, dict[str, Any]]]:
    folder = shared("seed-style")
    return [(folder / one["file"], one) for one in json.loads((folder / "gold.json").read_bytes())]


def test_the_reader_reaches_its_bars_on_the_seeds_layout(gold: list[tuple[Path, dict[str, Any]]]) -> None:
    want: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for path, said in gold:
        dump = dump_of(path.read_bytes())
        want["count"] += 1
        got["count"] += len(dump.articles) == len(said["articles"])
        found = {one.title: one for one in dump.articles}
        for one in said["articles"]:
            want["title"] += 1
            mine = found.get(one["title"].strip())
            got["title"] += mine is not None
            for kind, name in (("p", "paragraph"), ("subhead", "subhead")):
                blocks = Counter(block["text"].strip() for block in one["blocks"] if block["type"] == kind)
                have = Counter(block.text for block in (mine.blocks if mine else ()) if block.kind == name)
                want[name] += blocks.total()
                got[name] += (blocks & have).total()
    share = {name: got[name] / want[name] for name in want}
    assert share["title"] >= 0.98, share
    assert share["paragraph"] >= 0.97, share
    assert share["subhead"] >= 0.98, share
    assert share["count"] >= 0.98, share


def test_no_caption_title_or_button_is_left_in_a_body(gold: list[tuple[Path, dict[str, Any]]]) -> None:
    for path, said in gold:
        foreign = {one["title"] for one in said["articles"]} | {one["caption"] for one in said["articles"]}
        foreign |= set(said["variant"]["widget"])
        real = {block["text"] for one in said["articles"] for block in one["blocks"]}
        for one in dump_of(path.read_bytes()).articles:
            assert not {block.text for block in one.blocks} & (foreign - real), path.name


@pytest.mark.parametrize("folder", ["seed-style", "dumps", "seed", "encodings"])
def test_every_byte_of_every_file_is_accounted_for(folder: str) -> None:
    for path in sorted(shared(folder).glob("*.txt")):
        lines = read_lines(path.read_bytes())
        at = 0
        for span in record.spans(lines, text.dump(lines)):
            assert span.start == at, path.name
            assert span.end > span.start, path.name
            assert bool(span.kept) != bool(span.dropped), path.name
            assert span.dropped != "unread", f"{path.name}: {span}"
            at = span.end
        assert at == path.stat().st_size, path.name
