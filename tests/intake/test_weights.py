"""Claims about the weights: no word of theirs is one that nothing measures."""

from sitegen.intake import weights


def test_weights_are_finite_and_named() -> None:
    for table in (weights.CLEANING, weights.SEAMS):
        assert table
        assert all(name and abs(value) < 10 for name, value in table.items())
