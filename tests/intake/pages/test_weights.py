"""Claims about the weights."""

import pytest

from sitegen.intake.pages import weights
from sitegen.intake.pages.looks import Looks


def test_agreement_speaks_for_text() -> None:
    assert weights.SECONDED.first["second"] > 0
    assert "second" not in weights.ALONE.first


@pytest.mark.parametrize("looks", [weights.ALONE, weights.SECONDED])
def test_a_box_of_comments_and_a_list_of_links_speak_against_it(looks: Looks) -> None:
    assert looks.first["in:comment"] < 0
    assert looks.second["of-links"] < 0
