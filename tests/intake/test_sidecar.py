"""Claims about what a curator may state beside a dump."""

from pathlib import Path

import pytest

from sitegen import dates
from sitegen.config import Config
from sitegen.intake import sidecar
from sitegen.problems import BuildError

from .shared import said, seed

TAXONOMIES = ("topics", "people")
STATED = """source: harbour-courier
lang: en
rights: {holder: A Trust, publish: full}
date: {earliest: 1974-01-01, latest: 1974-12-31}
topics: [harbour-works]
articles:
  - title: "Boats  lost: forty"
    topics: [weather]
    date: 1974-02-14
    corrections:
      - {date: 1974-02-16, note: "Forty, not fifty."}
    images: [{src: a.png, file: true}]
"""


def refused(text: str) -> list[str]:
    with pytest.raises(BuildError) as caught:
        sidecar.parse(text, "seeds/x.yaml", TAXONOMIES)
    return said(caught.value.problems)


def test_defaults_hold_for_every_article_and_what_is_said_of_one_replaces_them() -> None:
    stated = sidecar.parse(STATED, "seeds/x.yaml", TAXONOMIES)
    other = stated.of("Another")
    assert other.values["topics"] == ["harbour-works"]
    assert other.date == dates.parse("1974")
    one = stated.of("Boats lost: forty")
    assert (one.values["topics"], one.values["source"]) == (["weather"], "harbour-courier")
    assert one.date == dates.parse("1974-02-14")
    assert stated.has_date_of("Boats lost: forty")
    assert not stated.has_date_of("Another")


def test_only_what_is_stated_is_kept_and_typed() -> None:
    one = sidecar.parse(STATED, "seeds/x.yaml", TAXONOMIES).of("Boats lost: forty").values
    assert one["rights"] == {"holder": "A Trust", "publish": "full"}
    assert one["images"] == [{"src": "a.png", "file": True}]
    assert one["corrections"] == [{"date": "1974-02-16", "note": "Forty, not fifty."}]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sorce: x\n", 'seeds/x.yaml:1: "sorce" is not a key of this file. Did you mean "source"?'),
        ("lang: en\ntopcis: [a]\n", 'seeds/x.yaml:2: "topcis" is not a key of this file. Did you mean "topics"?'),
        ("id: abc\n", 'seeds/x.yaml:1: "id" is not for a sidecar to state. Leave it out.'),
        ("topics: {a: b}\n", 'seeds/x.yaml:1: "topics" wants a list of names. Write `[one, two]`.'),
        (
            "articles:\n  - topics: [a]\n",
            'seeds/x.yaml:2: "title" is missing. Write `- title: "…"` with the headline as the dump has it.',
        ),
        (
            "date: {from: 1974}\n",
            (
                'seeds/x.yaml:1: "date" wants a date or its bounds. '
                "Write a date, or {earliest: 1974-01-01, latest: 1974-12-31}."
            ),
        ),
        ("status: publishd\n", 'seeds/x.yaml:1: "status" cannot be "publishd". Did you mean "published"?'),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_way_out(text: str, problem: str) -> None:
    assert refused(text) == [problem]


def test_a_wrong_date_is_told_with_its_line() -> None:
    (problem,) = refused("articles:\n  - title: a\n    date: 14.2.1974\n")
    assert problem.startswith('seeds/x.yaml:3: "14.2.1974" is not a date')


def test_the_own_sidecar_stands_before_its_folders(tmp_path: Path) -> None:
    path = seed(tmp_path, "wire/a.txt", "x", "lang: ar\n")
    (tmp_path / "seeds/_seed.yaml").write_text("lang: en\nsource: one\nsection: news\n", "utf-8")
    (tmp_path / "seeds/wire/_seed.yaml").write_text("source: two\n", "utf-8")
    beside = sidecar.beside(tmp_path, path)
    assert [one.relative_to(tmp_path / "seeds").as_posix() for one in beside] == [
        "_seed.yaml",
        "wire/_seed.yaml",
        "wire/a.yaml",
    ]
    stated = sidecar.read(tmp_path, beside, Config(taxonomies=TAXONOMIES))
    assert stated.of("x").values == {"lang": "ar", "source": "two", "section": "news"}


def test_a_sidecar_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"source: caf\xe9\n")
    with pytest.raises(BuildError) as caught:
        sidecar.read(tmp_path, [path], Config(taxonomies=TAXONOMIES))
    assert said(caught.value.problems) == ["x.yaml:1: This is not UTF-8. Save the file as UTF-8."]


def test_a_stated_title_without_its_article_names_the_nearest() -> None:
    stated = sidecar.parse(STATED, "seeds/x.yaml", TAXONOMIES)
    assert sidecar.unmatched(stated, "seeds/x.yaml", ["Boats lost: forty"]) == []
    assert said(sidecar.unmatched(stated, "seeds/x.yaml", ["Boats lost: fifty"])) == [
        'seeds/x.yaml:7: No article here is headed "Boats lost: forty". Did you mean "Boats lost: fifty"?'
    ]
    assert sidecar.unmatched(stated, "seeds/y.yaml", []) == []


@pytest.mark.parametrize(
    ("sections", "text", "reason"),
    [
        (("news",), "section: nwes\n", 's.yaml:1: "nwes" is not a section of this site. Did you mean "news"?'),
        (("news",), "lang: en\nsection: x\n", 's.yaml:2: "x" is not a section of this site. site.yaml has news.'),
        (
            ("news",),
            "articles:\n  - title: A\n    section: x\n",
            's.yaml:3: "x" is not a section of this site. site.yaml has news.',
        ),
        (
            (),
            "section: ../news\n",
            's.yaml:1: "../news" cannot be the name of a section. Choose a plain word that sitegen does not use.',
        ),
        (
            (),
            "section: search\n",
            's.yaml:1: "search" cannot be the name of a section. Choose a plain word that sitegen does not use.',
        ),
    ],
)
def test_a_section_that_cannot_be_is_told_with_its_line(
    tmp_path: Path, sections: tuple[str, ...], text: str, reason: str
) -> None:
    (tmp_path / "s.yaml").write_text(text, "utf-8")
    with pytest.raises(BuildError) as caught:
        sidecar.read(tmp_path, [tmp_path / "s.yaml"], Config(sections=sections))
    assert said(caught.value.problems) == [reason]
    assert sidecar.read(tmp_path, [], Config()) == sidecar.Sidecar()
