"""A template's closure is all that it pulls in: nothing else can change its pages."""

import pytest

from sitegen.problems import sentence
from sitegen.theme.closures import closures, resolve

SHOWN = {"own": "themes/own/templates", "standard": "sitegen:standard/templates"}
STANDARD = {
    "base.html": '{% import "parts.html" as parts %}<main>{% block main %}{% endblock %}</main>',
    "list.html": '{% extends "base.html" %}{% block main %}{% include "sub/row.html" %}{% endblock %}',
    "page.html": '{% extends "base.html" %}',
    "alone.html": "<p>nothing pulled in</p>",
    "parts.html": "{% macro date(value) %}{{ value }}{% endmacro %}",
    "sub/row.html": '{% from "parts.html" import date %}<li>{{ date(1) }}</li>',
}


def digests(**changed: str) -> dict[str, str]:
    texts = {**STANDARD, **{name.replace("__", "/") + ".html": text for name, text in changed.items()}}
    found, problems = closures({"standard": texts}, SHOWN)
    assert problems == []
    return found


def told(own: dict[str, str]) -> list[str]:
    _, problems = closures({"own": own, "standard": STANDARD}, SHOWN)
    return [sentence(one) for one in problems]


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        ("alone", {"alone.html"}),
        ("sub__row", {"sub/row.html", "list.html"}),
        ("parts", {"parts.html", "sub/row.html", "base.html", "list.html", "page.html"}),
    ],
)
def test_an_edit_touches_the_templates_that_pull_it_in_and_no_other(changed: str, touched: set[str]) -> None:
    before, text = digests(), STANDARD[changed.replace("__", "/") + ".html"]
    after = digests(**{changed: f"{text}<!-- -->"})
    assert {name for name in after if after[name] != before[name]} == touched


def test_a_name_means_the_first_of_the_chain_and_with_a_theme_before_it_that_themes() -> None:
    chain = {"own": {"list.html": ""}, "standard": STANDARD}
    assert resolve("list.html", chain) == ("own", "list.html")
    assert resolve("standard/list.html", chain) == ("standard", "list.html")
    assert resolve("page.html", chain) == ("standard", "page.html")
    assert resolve("sub/row.html", chain) == ("standard", "sub/row.html")
    assert resolve("own/page.html", chain) is None


def test_a_child_that_overrides_a_part_changes_every_template_that_pulls_it_in() -> None:
    before = digests()
    after, _ = closures({"own": {"sub/row.html": "<li></li>"}, "standard": STANDARD}, SHOWN)
    assert {name for name in after if after[name] != before[name]} == {"sub/row.html", "list.html"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% include name %}", "computed"),
        ('{% include ["a.html", "b.html"] %}', "computed"),
        ('{% extends "x" ~ ".html" %}', "computed"),
        ("{% import name as parts %}", "computed"),
        ("{% from name import date %}", "computed"),
        ("{% include 3 %}", "computed"),
    ],
)
def test_a_computed_name_is_refused_with_its_line(text: str, words: str) -> None:
    (said,) = told({"own.html": f"\n{text}"})
    assert said.startswith("themes/own/templates/own.html:2: ")
    assert words in said
    assert said.endswith("Write the name out in quotes.")


def test_a_template_that_is_not_there_is_refused_with_the_nearest() -> None:
    assert told({"own.html": '{% include "part.html" %}'}) == [
        'themes/own/templates/own.html:1: There is no template "part.html". Did you mean "parts.html"?'
    ]


def test_a_syntax_error_has_its_line_and_hides_no_other() -> None:
    said = told({"a.html": "\n\n{% if %}", "b.html": "{{ x"})
    assert [one.split(": ")[0] for one in said] == ["themes/own/templates/a.html:3", "themes/own/templates/b.html:1"]


def test_a_template_that_extends_itself_is_shown_the_way_to_the_one_it_means() -> None:
    assert told({"list.html": '\n{% extends "list.html" %}'}) == [
        (
            "themes/own/templates/list.html:2: The template extends itself. "
            'Write {% extends "standard/list.html" %} for the one of that theme.'
        )
    ]
    said = told({"a.html": '{% extends "b.html" %}', "b.html": '{% extends "a.html" %}'})
    assert len(said) == 2
    assert told({"list.html": '{% extends "standard/list.html" %}'}) == []


def test_templates_that_import_each_other_have_a_digest_each() -> None:
    found = digests(a='{% import "b.html" as b %}', b='{% import "a.html" as a %}1')
    assert found["a.html"] == found["b.html"]
