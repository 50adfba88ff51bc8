"""The bars of saved pages on a sample of the private data; all of them by `bench/extraction.py`."""

import extraction
import pytest

from tests.intake.shared import shared

# a third of the pages is few: it may fall a little short of what all reach
EVERY, SLACK = 3, 0.01
BARS = {"aeb": 0.970, "naeb": 0.938, "fundus-pages": 0.962, "trafilatura-eval": 0.925}


@pytest.mark.parametrize("name", BARS)
def test_a_sample_of_each_set_reaches_its_bar(name: str) -> None:
    shared(name)
    found = extraction.scores([extraction.result(one) for one in extraction.samples(name, EVERY)])
    assert found.get("body F1", found.get("segments F", 0.0)) >= BARS[name] - SLACK
