"""Claims about how little the text below a line has in common with the text above it."""

from sitegen.intake import cohesion

FERRY = [
    f"The ferry waited beside the quay until tide and master agreed about passengers, cargo, weather, number {at}."
    for at in range(20)
]
BAKER = [
    f"Bread loaves from seven ovens were weighed when market inspectors brought scales, ledgers, stamps, batch {at}."
    for at in range(20)
]


def test_another_subject_stands_further_apart_than_the_same() -> None:
    found = cohesion.measure(FERRY + BAKER, [True] * 40)
    nearest = max(range(40), key=lambda at: found[at].get("apart-near", 0.0))
    assert nearest == len(FERRY)


def test_nothing_is_said_where_too_few_words_stand_on_a_side() -> None:
    assert cohesion.measure(FERRY[:1] + BAKER[:1], [True, True])[0] == {}


def test_lines_that_are_left_out_have_no_say() -> None:
    texts = FERRY[:4] + BAKER[:4] + FERRY[4:8]
    assert cohesion.measure(texts, [True] * 12)[4]["apart-near"] > 0.9
    assert cohesion.measure(texts, [True] * 4 + [False] * 4 + [True] * 4)[4]["apart-near"] < 0.1


def test_windows_that_slide_say_what_counting_anew_says() -> None:
    lines = [["a", "b"], ["b"], ["c", "d", "a"], [], ["e"], ["a", "e", "f"], ["b", "c"]]
    weights = {"a": 2.0, "b": 0.5}
    assert cohesion.apart(lines, weights, size=3, least=1) == [anew(lines, weights, at) for at in range(len(lines))]


def anew(lines: list[list[str]], weights: dict[str, float], at: int, size: int = 3) -> float | None:
    above, below = taken(lines[:at][::-1], size), taken(lines[at:], size)
    if not above or not below:
        return None
    weighed = [sum(weights.get(word, 1.0) for word in side) for side in (above, below, above & below)]
    return 1 - weighed[2] / min(weighed[:2])


def taken(lines: list[list[str]], size: int) -> set[str]:
    found: list[str] = []
    for line in lines:
        if len(found) >= size:
            break
        found += line
    return set(found)
