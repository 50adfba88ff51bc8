"""Claims about the names of boxes."""

from sitegen.intake.pages import signs


def test_names_of_boxes_are_read_in_camel_case_and_with_dashes() -> None:
    assert "body" in signs.of_names("articleBody")
    assert "related" in signs.of_names("c-related-stories wide")
    assert "ad" not in signs.of_names("header-shadow")


def test_a_style_that_hides_is_seen() -> None:
    assert signs.of_style("color:red; display: none")
    assert not signs.of_style("display: block")
