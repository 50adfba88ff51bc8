"""Claims about the values of review."""

from sitegen.review.values import ANSWERS, FEW, WEIGHTS, Case, Doubt


def test_the_worst_doubt_counts_first_then_the_next() -> None:
    def case(*kinds: str) -> Case:
        return Case("a.md", "", tuple(Doubt(kind, "") for kind in kinds))

    few, many = case("date-contradiction"), case("rights-unknown", "source-missing", "date-missing", "finding")
    assert few.urgency > many.urgency
    assert case("rights-unknown", "date-missing").urgency > case("date-missing").urgency


def test_every_doubt_has_a_weight_of_its_own_and_every_answer_a_key() -> None:
    assert len(set(WEIGHTS.values())) == len(WEIGHTS)
    assert set(FEW) < set(ANSWERS)
    assert Case("a.md", "", ()).answers == "".join(ANSWERS)
