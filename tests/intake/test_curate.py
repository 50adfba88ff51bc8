"""Claims about how the text and its curator make a content file together."""

import pytest

from sitegen import dates, frontmatter, markdown
from sitegen.config import Config, IntakeConfig
from sitegen.intake import curate, sidecar
from sitegen.intake.curate import Curated, Find
from sitegen.intake.house import House
from sitegen.intake.mentions import Finder
from sitegen.model import Authority, Block, Place, RawArticle

from .shared import dump_of


def find(words: str) -> Find:
    dump = dump_of(words)
    late = next((said for _, kind, said in dump.notes if kind == "date-contradiction"), "")
    return Find(dump.articles[0], "seeds/x.txt", "0" * 64, "text/1", Place("seeds/x.txt", 1), dump.cuts, late)


def curated(words: str, stated: str = "", names: dict[str, frozenset[str]] | None = None) -> Curated:
    side = sidecar.parse(stated, "seeds/x.yaml", ("topics",)) if stated else sidecar.Sidecar()
    return curate.curate(find(words), side, House(Config(sections=("news", "sea")), names or {}))


BARE = "T of it\n\nIt was so, and nobody in the harbour office was any the wiser for it.\n"
DATED = "T of it\n\n14 February 1974\n\nIt was so, and nobody in the harbour office was any the wiser for it.\n"
WIRE = "T of it\n\nPORT ANSEL, Feb. 14 (Meridian) - It was so, and nobody was any the wiser for it.\n"
BOUND = "T of it\n\nIt was so, since nothing was done about it after the fire in May 1972.\n"


@pytest.mark.parametrize(
    ("words", "stated", "date", "basis", "evidence"),
    [
        (DATED, "", "1974-02-14", "stated", ["14 February 1974"]),
        (DATED, "date: 1974", "1974-02-14", "stated", ["14 February 1974"]),
        (
            BARE,
            "date: {earliest: 1951-01-01, latest: 1983-12-31}",
            "1951/1983",
            "curator",
            ["seeds/x.yaml: 1951-01-01/1983-12-31"],
        ),
        (BARE, "date: 1974", "1974", "curator", ["seeds/x.yaml: 1974"]),
        (WIRE, "date: 1974", "1974-02-14", "derived", ["Feb. 14", "seeds/x.yaml: 1974"]),
        (WIRE, "date: 1974/1975", "1974/1975", "curator", ["seeds/x.yaml: 1974/1975"]),
        (BOUND, "", "1972-05/..", "derived", ["after the fire in May 1972"]),
        (BOUND, "date: 1972", "1972-05-01/1972-12-31", "derived", ["after the fire in May 1972", "seeds/x.yaml: 1972"]),
        (BOUND, "date: 1974", "1974", "curator", ["seeds/x.yaml: 1974"]),
        (
            DATED,
            'articles: [{title: "T of it", date: 1974-02-14}]',
            "1974-02-14",
            "curator",
            ["seeds/x.yaml: 1974-02-14"],
        ),
    ],
)
def test_a_date_is_the_texts_within_what_the_curator_knows(
    words: str, stated: str, date: str, basis: str, evidence: list[str]
) -> None:
    values = curated(words, stated).values
    assert (values["date"], values["date_basis"], values["date_evidence"]) == (date, basis, evidence)
    assert values["status"] == "published"


def test_nothing_known_is_no_date() -> None:
    assert not {"date", "date_basis", "date_evidence"} & set(curated(BARE).values)
    assert curated(BARE).year == ""


def test_what_text_and_curator_contradict_waits_for_review() -> None:
    made = curated(DATED, "date: 1961")
    assert made.values["status"] == "review"
    assert [(one.rule, one.text) for one in made.findings] == [
        ("date-contradiction", '"T of it" is dated by "14 February 1974", which seeds/x.yaml: 1961 contradicts.')
    ]
    late = curated(DATED.replace("It was so", "It was closed in June 1975"))
    assert (late.values["status"], late.findings[0].rule) == ("review", "date-contradiction")


def test_the_curators_word_stands_before_the_texts() -> None:
    values = curated(
        WIRE, "agency: Meridian Press\nstatus: withheld\nbyline: [Ada Finch]\nsection: sea\nadded: 2024-11-03"
    )
    assert (values.values["agency"], values.values["status"], values.values["byline"]) == (
        "Meridian Press",
        "withheld",
        ["Ada Finch"],
    )
    assert (values.section, values.added) == ("sea", "2024-11-03")
    assert "section" not in values.values


def test_a_paper_that_signs_with_its_own_name_is_no_agency() -> None:
    names = {"meridian": frozenset({"Meridian"})}
    assert "agency" not in curated(WIRE, "source: meridian", names).values
    assert curated(WIRE, "source: other", names).values["agency"] == "Meridian"


def test_a_supplied_title_stands_in_brackets() -> None:
    words = "It was so, and nobody in the harbour office was any the wiser for it."
    article = RawArticle("", (Block("paragraph", words, 0, len(words)),), 0, len(words))
    assert curate.supplied_title(article) == "[It was so, and nobody in the harbour…]"
    long = RawArticle(
        "", (Block("paragraph", "Private companies dismissed the harbourmaster on Friday.", 0, 55),), 0, 55
    )
    assert curate.supplied_title(long) == "[Private companies dismissed the…]"
    assert len(curate.supplied_title(RawArticle("", (Block("paragraph", "灯" * 90, 0, 270),), 0, 270))) <= 44


@pytest.mark.parametrize(
    "text",
    [
        "- It was so.",
        "2024. It was so.",
        "# 3",
        "*so*",
        "_so_",
        "<b>so</b>",
        "    so",
        "> so",
        "1) so",
        "a & b &amp; c",
        "---",
        "[so](x)",
    ],
)
def test_text_to_markdown_to_text_is_the_identity(text: str) -> None:
    article = RawArticle("T", (Block("subhead", "A *head* #", 0, 1), Block("paragraph", text, 1, 2)), 0, 2)
    assert list(markdown.blocks(curate.body_of(article))) == [("heading", "A *head* #"), ("paragraph", text)]


def test_the_file_tells_an_edit_by_its_own_digest_and_nothing_else() -> None:
    text = curate.file_text(curated(DATED, "topics: [a]"), find(DATED), "k7m2q4xw", "2024-11-03", "2024-11-24")
    assert not curate.is_edited(text)
    assert curate.is_edited(text.replace("wiser", "wise"))
    assert curate.is_edited(text.replace("topics: [a]", "topics: [b]"))
    assert curate.is_edited(text.replace("digest: ", "digest: 1"))
    assert curate.is_edited("---\ntitle: x\n---\n\nBy hand.\n")


def test_the_file_is_read_back_as_it_was_meant() -> None:
    text = curate.file_text(curated(DATED), find(DATED), "k7m2q4xw", "2024-11-03", "2024-11-24")
    read = frontmatter.read(text, "x.md")
    assert (read.values["id"], read.values["title"], read.values["date"]) == ("k7m2q4xw", "T of it", "1974-02-14")
    assert read.values["provenance"]["imported"] == "2024-11-24"
    assert read.body == "It was so, and nobody in the harbour office was any the wiser for it."
    assert dates.parse(read.values["date"]).precision == "day"


def test_names_of_the_authorities_are_asserted_where_nobody_stated_any() -> None:
    finder = Finder(
        {"people": [Authority("ada-finch", "Ada Finch", {}, ())], "topics": [Authority("geese", "Geese", {}, ())]}
    )
    text = "Ada Finch saw geese, and nobody else in the harbour office saw what Ada Finch saw."
    words = f"T of it\n\n14 February 1974\n\n{text}\n"
    known = House(Config(), finder=finder)
    found = curate.curate(find(words), sidecar.Sidecar(), known)
    assert {key: found.values.get(key) for key in ("people", "topics")} == {"people": ["ada-finch"], "topics": None}
    assert [(one.id, one.count) for one in found.mentions] == [("ada-finch", 2), ("geese", 1)]
    side = sidecar.parse("people: [Somebody]", "seeds/x.yaml", ("people",))
    assert curate.curate(find(words), side, known).values["people"] == ["Somebody"]
    never = House(Config(intake=IntakeConfig(assert_names=0)), finder=finder)
    assert "people" not in curate.curate(find(words), sidecar.Sidecar(), never).values


def test_a_file_restated_still_counts_as_unedited() -> None:
    text = curate.file_text(curated(DATED), find(DATED), "k7m2q4xw", "2024-11-24", "2024-11-24")
    assert not curate.is_edited(text)
    changed = curate.restated(text, "a.md", {"same_story": "abcdefgh"})
    assert frontmatter.read(changed, "a.md").values["same_story"] == "abcdefgh"
    assert not curate.is_edited(changed)
    assert curate.is_edited(text.replace("was so", "was not so"))
