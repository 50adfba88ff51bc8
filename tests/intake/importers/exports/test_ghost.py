"""Claims about Ghost's export."""

import json
from typing import Any

import pytest

from sitegen.intake.importers import exports
from sitegen.intake.members import Member, Reading
from sitegen.problems import BuildError

POST = {
    "id": "p1", "title": "Lamp", "slug": "lamp", "html": "<p>It <b>went</b>.</p>", "status": "published",
    "published_at": "2024-05-01T23:30:00.000Z", "updated_at": "2024-05-03T10:00:00.000Z", "custom_excerpt": "Short.",
    "feature_image": "https://w.example/a.jpg", "feature_image_alt": "a lamp", "visibility": "members",
}  # fmt: skip
DATA = {
    "posts": [POST],
    "tags": [{"id": "t1", "name": "Oil"}, {"id": "t2", "name": "#hidden"}],
    "posts_tags": [{"post_id": "p1", "tag_id": "t1"}, {"post_id": "p1", "tag_id": "t2"}],
    "users": [{"id": 1, "name": "T. Orme"}],
    "posts_authors": [{"post_id": "p1", "author_id": 1, "sort_order": 0}],
}


def reading(data: dict[str, Any]) -> Reading:
    member = Member("ghost.json", json.dumps({"db": [{"meta": {"exported_on": 1}, "data": data}]}).encode())
    assert exports.knows(member)
    return exports.read(member)


def test_a_post_keeps_what_it_states() -> None:
    one = reading(DATA).articles[0]
    assert (one.title, one.body, one.byline) == ("Lamp", "It **went**.", ("T. Orme",))
    assert one.date is not None
    assert one.date.text == "2024-05-01"
    assert one.values["topics"] == ["Oil"]
    assert one.values["aliases"] == ["/lamp/"]
    assert one.values["updated"] == "2024-05-03"
    assert one.values["extra"] == {"picture": "https://w.example/a.jpg", "visibility": "members"}
    assert one.images[0].alt == "a lamp"


def test_a_draft_waits_and_has_no_old_address() -> None:
    values = reading({"posts": [{**POST, "status": "draft"}]}).articles[0].values
    assert values["status"] == "review"
    assert "aliases" not in values


def test_a_text_in_a_form_of_its_own_is_told() -> None:
    assert "own form (1)" in reading({"posts": [{**POST, "html": None}]}).findings[0].text


@pytest.mark.parametrize("data", [{}, {"posts": []}, {"posts": "x"}])
def test_an_export_without_posts_is_a_problem(data: dict[str, Any]) -> None:
    with pytest.raises(BuildError):
        reading(data)


def test_wrong_types_are_no_accident() -> None:
    assert reading({**DATA, "tags": 3, "posts_tags": [1], "users": [{"id": []}]}).articles


def test_old_addresses_are_by_the_day_where_the_settings_say_so() -> None:
    settings = [{"key": "title", "value": "T"}, {"key": "permalinks", "value": "/:year/:month/:day/:slug/"}]
    posts = [POST, {**POST, "id": "p2", "page": 1, "slug": "about"}]
    found = reading({**DATA, "posts": posts, "settings": settings}).articles
    assert [one.values["aliases"] for one in found] == [["/2024/05/01/lamp/"], ["/about/"]]
