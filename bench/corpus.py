"""Made-up archives of any size: realistic lengths, names and dates, the same for everybody who runs this."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_SYLLABLES = [
    "an",
    "sel",
    "mar",
    "row",
    "pen",
    "dol",
    "kar",
    "vel",
    "tarn",
    "hol",
    "lin",
    "gre",
    "crom",
    "ter",
    "lis",
    "bre",
    "mor",
    "wen",
    "sal",
    "tis",
    "del",
    "for",
    "ray",
    "min",
    "os",
    "ker",
    "lo",
    "va",
    "ne",
]
_SMALL = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "was",
    "on",
    "for",
    "with",
    "as",
    "at",
    "by",
    "from",
    "had",
    "were",
    "which",
    "but",
    "not",
    "after",
    "before",
    "under",
    "over",
    "said",
    "who",
]
_MARKS = ("", "", "", "", "", "", ",", ",", ";")


@dataclass(frozen=True, slots=True)
class Story:
    """A made-up article."""

    number: int
    title: str
    day: date
    section: str
    summary: str
    paragraphs: tuple[str, ...]
    topics: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return f"story-{self.number:06}"

    @property
    def body(self) -> str:
        """Its text in Markdown, without a line end."""
        return "\n\n".join(self.paragraphs)

    @property
    def terms(self) -> dict[str, tuple[str, ...]]:
        """Its names, by taxonomy."""
        return {"topics": self.topics, "people": self.people, "places": self.places}


def stories(count: int, seed: int = 1949) -> Iterator[Story]:
    """Yield `count` stories of about 6 KB with eight names each, spread over the years 1949 to 2024."""
    chance = random.Random(seed)
    words = [_word(chance) for _ in range(8000)]
    topics, people, places = (_names(chance, size) for size in (40, max(60, count // 25), max(40, count // 60)))
    first, days = date(1949, 10, 3), 27_400
    for number in range(count):
        yield Story(
            number=number,
            title=_sentence(chance, words, 5, 11).rstrip(".").capitalize(),
            day=first + timedelta(days=chance.randrange(days)),
            section=chance.choice(("news", "sea", "town", "letters")),
            summary=_sentence(chance, words, 14, 24),
            paragraphs=tuple(_paragraph(chance, words) for _ in range(chance.randint(9, 24))),
            topics=tuple(chance.sample(topics, 3)),
            people=tuple(chance.sample(people, 3)),
            places=tuple(chance.sample(places, 2)),
        )


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((1, 2, 2, 2, 3, 3, 4))))


def _names(chance: random.Random, size: int) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < size:  # each once, or an article could carry one name twice
        names[f"{_word(chance).capitalize()} {_word(chance).capitalize()}"] = None
    return list(names)


def _sentence(chance: random.Random, words: list[str], least: int, most: int) -> str:
    length = chance.randint(least, most)
    # the square of an even number between 0 and 1 makes some words frequent and many rare, as in a language
    picked = (
        words[int(chance.random() ** 2 * len(words))] if chance.random() < 0.55 else chance.choice(_SMALL)
        for _ in range(length)
    )
    text = " ".join(word + chance.choice(_MARKS) for word in picked).strip(",; ")
    return f"{text[:1].upper()}{text[1:]}."


def _paragraph(chance: random.Random, words: list[str]) -> str:
    text = " ".join(_sentence(chance, words, 8, 22) for _ in range(chance.randint(2, 5)))
    if chance.random() < 0.06:  # what CommonMark treats: seven paragraphs of a hundred
        text = text.replace(" the ", " *the* ", 1)
    if chance.random() < 0.2:
        text = f'"{text}"'
    return text
