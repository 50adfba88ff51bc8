"""Claims about what a page states."""

from sitegen.intake.importers.sites.page import Stated


def test_a_page_may_state_nothing() -> None:
    assert Stated().values == {}
