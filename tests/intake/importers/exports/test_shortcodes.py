"""Claims about WordPress's shortcodes."""

import pytest

from sitegen.intake.importers.exports import shortcodes


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[gallery]", {"gallery": 1}),
        ("[sic] [Editor's note] [1]", {}),
        ('[map lat="1"]', {"map": 1}),
        ("[quote]x[/quote]", {"quote": 1}),
        ("[" * 10_000, {}),
    ],
)
def test_what_counts_as_a_command(text: str, counts: dict[str, int]) -> None:
    assert shortcodes.made_plain(text)[1] == counts


def test_embedded_addresses_become_links() -> None:
    assert 'href="https://v.example/1"' in shortcodes.made_plain("[embed]https://v.example/1[/embed]")[0]
