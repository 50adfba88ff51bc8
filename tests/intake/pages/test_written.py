"""Claims about the chosen text in Markdown."""

from sitegen.intake.pages import written
from tests.intake.pages.made import PROSE, chosen


def test_what_was_chosen_is_written_and_nothing_else() -> None:
    assert written.write(chosen(), "").body == "\n\n".join(PROSE)
