"""One content file becomes an Article: what it says is kept as written, what is wrong is told all at once."""

import pytest

from sitegen import dates, digest, frontmatter
from sitegen.config import Config
from sitegen.load.articles import article
from sitegen.model import Article, Correction, Picture, Provenance, Rights
from sitegen.problems import BuildError, sentence

PATH = "content/news/2024/ferry.md"


def read(front: str, body: str = "It came.", path: str = PATH, config: Config | None = None) -> Article:
    return article(frontmatter.read(f"---\n{front}\n---\n\n{body}\n", path), config or Config())


def wrong(front: str) -> list[str]:
    with pytest.raises(BuildError) as caught:
        read(front)
    return [sentence(one).removeprefix(f"{PATH}:") for one in caught.value.problems]


def test_an_article_holds_what_its_file_says() -> None:
    one = read(
        "id: ferry001\ntitle: The ferry\nkicker: Sea\ndeck: Late\nsummary: S\ndate: 2024-01-21\ndate_basis: derived\n"
        "date_evidence: said Sunday\nadded: 2024-02-01\nupdated: 2024-02-02\nlang: ar\nsource: courier\nagency: AFP\n"
        "byline: [Ann, Bo]\ndateline: Port\nprinted: {page: '4', edition: late}\ntopics: [ferries, Ferries]\n"
        "people: Ann\n"
        "images:\n- {src: a.png, caption: C, file: true, date: 196X}\nrights: {holder: H, publish: excerpt}\n"
        "corrections: [{date: 2024-03-01, note: N}]\nembargo: 2026-12-01T06:00:00Z\naliases: /old/\n"
        "provenance: {seed: s.txt, start: 1, end: 9, dropped: {widget: 2, caption: 1}, "
        "also: [{seed: t.txt}]}\nextra: {a: b}",
        "See [tide](tide.md).\n\nMore.",
    )
    assert (one.card.id, one.card.url, one.card.section, one.card.lang) == (
        "ferry001",
        "/news/2024/ferry/",
        "news",
        "ar",
    )
    assert (one.card.title, one.card.kicker, one.card.summary, one.card.added) == (
        "The ferry",
        "Sea",
        "S",
        "2024-02-01",
    )
    assert one.card.date == dates.parse("2024-01-21")
    assert (one.opening, one.links) == ("See tide.", ("tide.md",))
    assert one.body.digest == digest.of_bytes(b"See [tide](tide.md).\n\nMore.")
    assert one.terms == {"topics": ("ferries", "Ferries"), "people": ("Ann",)}
    assert one.printed == (("edition", "late"), ("page", "4"))
    assert one.images == (Picture("a.png", caption="C", file=True, date=dates.parse("196X")),)
    assert one.rights == Rights("H", "", "excerpt")
    assert one.corrections == (Correction("2024-03-01", "N"),)
    assert one.provenance == Provenance(
        "s.txt", start=1, end=9, dropped=(("caption", 1), ("widget", 2)), also=("t.txt",)
    )
    assert (one.byline, one.date_evidence, one.aliases, one.extra) == (
        ("Ann", "Bo"),
        ("said Sunday",),
        ("/old/",),
        {"a": "b"},
    )


def test_what_a_file_does_not_say_is_empty_or_the_sites() -> None:
    one = read("title: The ferry", config=Config(language="fr"))
    assert (one.card.lang, one.card.date, one.rights, one.provenance, one.status) == (
        "fr",
        None,
        None,
        None,
        "published",
    )
    assert one.terms == {}


def test_without_an_id_one_is_made_of_the_path_and_stays() -> None:
    assert read("title: A").card.id == read("title: B").card.id == digest.short_id(PATH)
    assert read("title: A", path="content/news/2024/other.md").card.id != digest.short_id(PATH)


def test_a_taxonomy_of_ones_own_is_read_and_a_left_out_one_is_a_mistake() -> None:
    config = Config(taxonomies=("ships",))
    assert read("title: A\nships: [Anna]", config=config).terms == {"ships": ("Anna",)}
    with pytest.raises(BuildError):
        read("title: A\ntopics: [x]", config=config)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("date: 2024", "1: This article has no title. Add `title: …`."),
        ("title: A\ndate: 2024-02-30", '3: "2024-02-30" is no day of the calendar: 2024-02 has 29 days.'),
        ("title: A\nadded: 2024", '3: "2024" is not a day. Write it as 2024-01-21.'),
        ("title: A\nupdated: 2024-02-30", '3: "2024-02-30" is not a day. Write it as 2024-01-21.'),
        ("title: A\ncorrections:\n- date: soon\n  note: N", '4: "soon" is not a day. Write it as 2024-01-21.'),
        (
            "title: A\nembargo: 2026-12-01T06:00",
            '3: "2026-12-01T06:00" is not a moment with its zone. Write it as 2026-12-01T06:00:00Z.',
        ),
        (
            "title: A\nembargo: 2026-12-01",
            '3: "2026-12-01" is not a moment with its zone. Write it as 2026-12-01T06:00:00Z.',
        ),
        ("title: A\ntopics: {a: b}", '3: "topics" wants a name. Write `topics: [one name, another]`.'),
        ("title: A\npeople: [Ann, [Bo]]", '3: "people[1]" wants a name. Write `people: [one name, another]`.'),
    ],
)
def test_a_mistake_is_told_at_its_line(front: str, said: str) -> None:
    assert wrong(front) == [said]


@pytest.mark.parametrize(
    "alias",
    [
        "old/",
        "https://example.org/",
        "//example.org/",
        "/../x/",
        "/a/../../x/",
        "/a\\b/",
        "/a//b/",
        "/a?b=c",
        "/a#b",
        "/%2e%2e/x",
    ],
)
def test_an_alias_is_an_address_below_the_sites_root(alias: str) -> None:
    assert wrong(f"title: A\naliases:\n- /good/\n- '{alias}'") == [
        f'5: "{alias}" is not an address of this site. Write it from the site\'s root: /old/address/.'
    ]


def test_all_mistakes_of_a_file_are_told_together() -> None:
    assert [one[0] for one in wrong("title: A\ndate: soon\nadded: then\nembargo: later\naliases: [x]")] == [
        "3",
        "4",
        "5",
        "6",
    ]
    assert [one[0] for one in wrong("title: A\ntopics: {a: b}\nbylines: C\nstatus: open")] == ["3", "4", "5"]
