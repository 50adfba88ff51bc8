"""A case in words: what a terminal shows of it, line by line."""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.review.values import ANSWERS, Case, Evidence

# joiners that Persian and Indic words need; nothing else that cannot be seen may reach a terminal
_JOINERS = frozenset("\u200c\u200d")
# kind of doubt -> what it is called where cases are counted
KINDS: Mapping[str, str] = {
    "date-contradiction": "dates contradict each other",
    "title-supplied": "no headline",
    "alike": "may be the same as another",
    "score-low": "not sure where it begins",
    "waits": "waits for review by its status",
    "date-missing": "undated",
    "finding": "something was told by import",
    "source-missing": "no source",
    "rights-unknown": "rights unknown",
}
_AS_IT_IS = "to leave it as it is"


def told(case: Case) -> Iterator[str]:
    """Yield what is uncertain, the evidence, and what accepting would write."""
    yield f"{case.path}: {safe(case.title) or 'no title'}"
    if case.place:
        yield f"  from {safe(str(case.place))}"
    for doubt in case.doubts:
        yield f"  - {safe(doubt.text)}"
        for one in doubt.evidence:
            yield f"      {safe(of_evidence(one))}"
    if "a" in case.answers:
        yield f"  proposed: {safe(proposal(case)) or _AS_IT_IS}"


def of_evidence(one: Evidence) -> str:
    """Return words with what they speak of, and their place."""
    where = ", ".join(str(part) for part in (one.of, one.place) if part)
    return f"“{one.words}”" + (f" ({where})" if where else "")


def proposal(case: Case) -> str:
    """Return what accepting would write, as front matter has it, on one line."""
    return "; ".join(proposals(case))


def proposals(case: Case) -> tuple[str, ...]:
    """Return what accepting would write, key by key."""
    return tuple(f"{key}: {_value(value)}" for key, value in case.proposed.items())


def _value(value: Any) -> str:  # noqa: ANN401 - a value of the front matter
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {one}" for key, one in value.items()) + "}"
    return str(value)


def choice(case: Case) -> str:
    """Return the keys that can be pressed, each with what it does."""
    return "  ".join(f"{key} {ANSWERS[key]}" for key in case.answers)


def safe(words: str) -> str:
    """Return words of anybody's on one line, without what could move a terminal's cursor or turn its text around."""
    return "".join(sign if sign.isprintable() or sign in _JOINERS else "\ufffd" for sign in " ".join(words.split()))
