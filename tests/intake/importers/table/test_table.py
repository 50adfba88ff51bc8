"""Claims about tables as a whole."""

import json

import pytest

from sitegen.intake.importers import table
from sitegen.intake.members import Member, Reading
from sitegen.problems import BuildError

CSV = """Headline,Published,Text,Author,Tags,Colour
Lamp goes out,2024-05-01,"It went out.

""Oil"", he said.",By T. Orme; D. Lowe,"oil; harbour",red
Goose,6 May 2024,A goose was bought.,,,
"""


def reading(text: str | bytes, name: str = "a.csv", **about: str) -> Reading:
    member = Member(name, text if isinstance(text, bytes) else text.encode(), about)
    assert table.knows(member)
    return table.read(member)


def test_a_row_is_an_article_with_what_its_columns_state() -> None:
    one, two = reading(CSV).articles
    assert (one.title, one.body, one.byline) == (
        "Lamp goes out",
        'It went out.\n\n"Oil", he said.',
        ("T. Orme", "D. Lowe"),
    )
    assert one.date is not None
    assert (one.date.text, one.date_basis) == ("2024-05-01", "stated")
    assert one.values == {"topics": ["oil", "harbour"], "extra": {"colour": "red"}}
    assert two.date is not None
    assert two.date.text == "2024-05-06"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_knows_its_bytes(codec: str) -> None:
    data = CSV.encode(codec)
    one, two = reading(data).articles
    inner = "utf-16-le" if codec == "utf-16" else "utf-8"
    assert data[one.start : one.end].decode(inner).startswith("Lamp goes out,")
    assert data[two.start : two.end].decode(inner) == "Goose,6 May 2024,A goose was bought.,,,\n"


def test_rows_without_a_title_or_a_text_are_told() -> None:
    found = reading("title,text\nA,Text\n,Text\nB,\n")
    assert len(found.articles) == 1
    assert [(one.rule, one.text[-9:]) for one in found.findings] == [("row-incomplete", "row 3, 4.")]


def test_a_mapping_overrules_what_is_guessed() -> None:
    mapping = json.dumps({"Titel A": "kicker", "B": "title", "C": "text", "D": "extra.colour"})
    one = reading("Titel A,B,C,D\nk,t,Text,red\n", mapping=mapping).articles[0]
    assert (one.title, one.kicker, one.body, one.values) == ("t", "k", "Text", {"extra": {"colour": "red"}})


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ({"Titl": "title"}, 'no column "Titl"'),
        ({"title": "titel"}, '"titel" is not a front-matter key'),
        ({"text": ""}, "known to hold the text"),
    ],
)
def test_a_wrong_mapping_is_a_problem(mapping: dict[str, str], said: str) -> None:
    with pytest.raises(BuildError) as caught:
        reading("title,text\nA,B\n", mapping=json.dumps(mapping))
    assert said in caught.value.problems[0].text


def test_html_in_a_cell_becomes_markdown() -> None:
    assert reading("title,body\nA,<p>One <b>two</b></p><script>x</script>\n").articles[0].body == "One **two**"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'[{"title": "A", "text": "Text", "tags": ["x", "y"]}]'),
        ("a.json", b'{"articles": [{"title": "A", "text": "Text", "tags": "x, y"}]}'),
        ("a.jsonl", b'{"title": "A", "text": "Text", "tags": ["x", "y"]}\n'),
        ("a.tsv", b"title\ttext\ttags\nA\tText\tx;y\n"),
        ("a.csv", b"title;text;tags\nA;Text;x, y\n"),
    ],
)
def test_all_forms_say_the_same(name: str, data: bytes) -> None:
    one = reading(data, name).articles[0]
    assert (one.title, one.body, one.values["topics"]) == ("A", "Text", ["x", "y"])


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xlsx", "a.json"])
def test_other_documents_are_not_known(name: str) -> None:
    assert not table.knows(Member(name, b'{"a":\n 1}'))
