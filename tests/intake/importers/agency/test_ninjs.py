"""Claims about ninjs: its three versions say the same in three ways."""

import json
from typing import Any

import pytest

from sitegen.intake.importers import agency
from sitegen.intake.members import Member
from sitegen.model import RawArticle
from sitegen.problems import BuildError
from tests.intake.shared import shared

ONE = {
    "uri": "https://w.example/1",
    "type": "text",
    "versioncreated": "2024-05-02T10:00:00Z",
    "firstcreated": "2024-05-01T23:30:00-05:00",
    "language": "en",
    "byline": "By T. Orme and Dilys Lowe",
    "located": "Cape Ellory",
    "headline": "Lamp goes out",
    "body_text": "wrong",
    "body_xhtml": "<div><p>The <em>lamp</em>.</p><h2>Oil</h2><p>It was oil.</p></div>",
    "description_summary": "A lamp.",
    "subject": [{"name": "Harbour"}],
    "person": [{"name": "P. Lowe"}],
    "place": [{"name": "Wick"}],
    "organisation": [{"name": "Infirmary"}],
    "usageterms": "Not after June.",
    "copyrightholder": "Northern Press",
    "embargoed": "2024-05-03T06:00:00Z",
    "pubstatus": "usable",
    "urgency": 3,
    "associations": {"photo": {"type": "picture", "headline": "Lamp", "description_text": "The lamp.", "byline": "K."}},
}
THREE = {
    "uri": "https://w.example/1",
    "type": "text",
    "versionCreated": "2024-05-02T10:00:00Z",
    "firstCreated": "2024-05-01T23:30:00-05:00",
    "language": "en",
    "by": "By T. Orme and Dilys Lowe",
    "located": "Cape Ellory",
    "headlines": [{"role": "sub", "value": "Oil blamed"}, {"role": "main", "value": "Lamp goes out"}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "wrong"},
        {"role": "x", "contentType": "text/html", "value": ONE["body_xhtml"]},
    ],
    "descriptions": [{"role": "summary", "value": "A lamp."}],
    "subjects": [{"name": "Harbour"}],
    "people": [{"name": "P. Lowe"}],
    "places": [{"name": "Wick"}],
    "organisations": [{"name": "Infirmary"}],
    "usageTerms": "Not after June.",
    "copyrightHolder": "Northern Press",
    "embargoedUntil": "2024-05-03T06:00:00Z",
    "pubStatus": "usable",
    "urgency": 3,
    "associations": [
        {
            "type": "picture",
            "headlines": [{"value": "Lamp"}],
            "descriptions": [{"contentType": "text/plain", "role": "text", "value": "The lamp."}],
            "by": "K.",
        }
    ],
}


def story(value: dict[str, Any]) -> RawArticle:
    member = Member("one.json", json.dumps(value).encode())
    assert agency.knows(member)
    return agency.read(member).articles[0]


@pytest.mark.parametrize("value", [ONE, THREE])
def test_each_version_says_the_same(value: dict[str, Any]) -> None:
    one = story(value)
    assert (one.title, one.byline, one.dateline) == ("Lamp goes out", ("T. Orme", "Dilys Lowe"), "Cape Ellory")
    assert one.body == "The *lamp*.\n\n## Oil\n\nIt was oil."
    assert one.date is not None
    assert (one.date.text, one.date_basis) == ("2024-05-01", "stated")
    assert one.values["updated"] == "2024-05-02"
    assert one.values["embargo"] == "2024-05-03T06:00:00+00:00"
    assert one.values["rights"] == {"holder": "Northern Press", "terms": "Not after June."}
    assert [one.values[key] for key in ("topics", "people", "places", "organisations")] == [
        ["Harbour"],
        ["P. Lowe"],
        ["Wick"],
        ["Infirmary"],
    ]
    assert one.values["summary"] == "A lamp."
    assert one.values["extra"]["urgency"] == "3"
    assert [(image.caption, image.photographer) for image in one.images] == [("The lamp.", "K.")]


def test_what_was_withdrawn_stays_withdrawn() -> None:
    assert story({**ONE, "pubstatus": "canceled"}).values["status"] == "withdrawn"


def test_a_picture_is_no_story_and_says_so() -> None:
    member = Member("p.json", json.dumps({**ONE, "type": "picture", "associations": {}}).encode())
    found = agency.read(member)
    assert found.articles == ()
    assert [one.rule for one in found.findings] == ["document-no-article"]


def test_stories_in_a_package_are_found() -> None:
    package = {"uri": "u", "type": "composite", "pubstatus": "usable", "associations": {"main": ONE}}
    assert story(package).title == "Lamp goes out"


def test_hostile_nesting_is_a_problem() -> None:
    with pytest.raises(BuildError):
        agency.read(Member("x.json", b'{"uri": "x", "pubstatus": ' + b'{"a":' * 50_000))


@pytest.mark.parametrize("value", [{"bodies": 3}, {"headlines": ["x"]}, {"associations": 7}, {"subject": "s"}])
def test_wrong_types_are_no_accident(value: dict[str, Any]) -> None:
    assert agency.read(Member("x.json", json.dumps({**ONE, **value}).encode())).articles


def test_the_standards_own_examples() -> None:
    folder = shared("standards", "ninjs", "examples")
    texts = [path for path in folder.rglob("*.json") if path.stem.startswith(("tt_text", "dpa_text", "ninjsExSimple"))]
    assert texts
    for path in texts:
        one = agency.read(Member(path.name, path.read_bytes())).articles[0]
        assert one.title
        assert "\n\n" in one.body
        assert one.date


def test_a_flash_of_a_headline_and_a_description_is_a_summary_and_says_so() -> None:
    flash = {key: value for key, value in ONE.items() if not key.startswith("body")}
    found = agency.read(Member("one.json", json.dumps(flash).encode()))
    (one,) = found.articles
    assert (one.body, one.values["extra"]["text"]) == ("A lamp.", "summary")
    assert "summary" not in one.values
    assert [problem.rule for problem in found.findings] == ["feed-summary-only"]


@pytest.mark.parametrize(
    ("line", "byline", "agency_named"),
    [
        ("Northern Press", (), "Northern Press"),
        ("T. Orme, Northern Press", ("T. Orme",), "Northern Press"),
        ("T. Orme, Dilys Lowe", ("T. Orme", "Dilys Lowe"), ""),
    ],
)
def test_an_agency_that_signs_is_no_person(line: str, byline: tuple[str, ...], agency_named: str) -> None:
    (one,) = agency.read(Member("one.json", json.dumps({**ONE, "byline": line}).encode())).articles
    assert (one.byline, one.agency) == (byline, agency_named)
