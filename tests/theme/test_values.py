"""What a page does not carry, no template can ask for: every chain of attributes is followed when a theme is loaded."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen import theme
from sitegen.model import Problem
from sitegen.problems import BuildError, sentence
from sitegen.theme.closures import Templates
from sitegen.theme.kinds import CARRIES, PLANNED_WORDS, own_keys
from sitegen.theme.values import refused_values

OWN = own_keys(
    {"en": dict.fromkeys([*PLANNED_WORDS, "why", "articles.one", "articles.other"], "x")}, ["accent"], ["site.css"]
)
SHOWN = {"own": "themes/own/templates"}


def problems_of(template: str, text: str, **others: str) -> list[Problem]:
    texts = {**dict.fromkeys(CARRIES, ""), template: text, **{f"{name}.html": body for name, body in others.items()}}
    templates: Templates = {"own": texts}
    return refused_values(templates, SHOWN, OWN)


def asked(text: str, template: str = "article.html", **others: str) -> list[str]:
    """What the one mistake is said to be, without place and frame."""
    found = [one.text for one in problems_of(template, text, **others)]
    return [
        one.removeprefix("The template asks for ").removesuffix(", which its page does not carry.") for one in found
    ]


def test_a_refusal_names_file_line_value_and_the_nearest() -> None:
    (found,) = problems_of("article.html", "\n<h1>{{ article.card.titel }}</h1>")
    assert sentence(found) == (
        'themes/own/templates/article.html:2: The template asks for "titel" of Card, which its page does not carry. '
        'Did you mean "title"?'
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ article.card.title }}{{ page.title }}{{ site.title | upper }}{{ content }}",
        "{{ article.card.date.text if article.card.date else '' }}",
        "{% for name in names %}{% for link in name.links %}{{ link.url }}{{ loop.index }}{% endfor %}{% endfor %}",
        "{{ (related | first).title }}{{ related[0].title }}{{ (related[1:] | last).lang }}",
        "{% for card in related | reverse %}{{ card.title }}{% else %}{{ page.title }}{% endfor %}",
        "{% set card = article.card %}{{ card.title }}",
        "{% with card = article.card %}{{ card.title }}{% endwith %}",
        "{% set words %}{{ page.title }}{% endset %}{{ words }}",
        "{% for key, value in article.printed %}{{ key.upper() }}{{ value }}{% endfor %}",
        "{% macro name(link) %}{{ link.url }}{% endmacro %}{{ name(section) }}",
        "{% for rule, n in article.provenance.dropped %}{{ rule }}{{ n }}{% endfor %}",
        "{% if earlier %}{{ earlier.title }}{% elif later %}{{ later.title }}{% endif %}",
        '{% for name, value in site.words.items() %}{{ value }}{% endfor %}{{ site.words.get("x") }}',
        '{{ site.words.why }}{{ site.words["why"] }}{{ site.options.accent }}{{ site.assets["site.css"] }}',
        '{{ 3 | plural(site.words, "articles", site.lang) }}',
        "{% call(x) outer() %}{{ x }}{% endcall %}{% macro outer() %}{{ caller(1) }}{% endmacro %}",
        "{% for key in article.extra %}{{ article.extra[key] }}{% endfor %}",
    ],
)
def test_what_a_page_carries_may_be_asked_for(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{{ articel }}", '"articel"'),
        ("{{ page.titel }}", '"titel" of Head'),
        ("{{ article.card.date.txt }}", '"txt" of Edtf'),
        ("{% for name in names %}{{ name.link }}{% endfor %}", '"link" of Names'),
        (
            "{% for name in names %}{% for link in name.links %}{{ link.href }}{% endfor %}{% endfor %}",
            '"href" of Link',
        ),
        ("{{ (related | first).titel }}", '"titel" of Card'),
        ("{{ (related | last).titel }}", '"titel" of Card'),
        ("{{ related[0].titel }}", '"titel" of Card'),
        ("{{ related[1:][0].titel }}", '"titel" of Card'),
        (
            "{% for card in related | sort(attribute='title') | reverse %}{{ card.titel }}{% endfor %}",
            '"titel" of Card',
        ),
        ("{% for card in related %}{% else %}{{ page.titel }}{% endfor %}", '"titel" of Head'),
        ("{% for card in related if card.titel %}{% endfor %}", '"titel" of Card'),
        ("{% for card in related %}{% endfor %}{{ card }}", '"card"'),
        ("{% set card = article.card %}{{ card.titel }}", '"titel" of Card'),
        ("{% with card = article.card %}{{ card.titel }}{% endwith %}", '"titel" of Card'),
        ("{% with card = article.card %}{% endwith %}{{ card.title }}", '"card"'),
        ("{% macro name(link) %}{{ link.href }}{% endmacro %}{{ name(section) }}", '"href" of Link'),
        ("{% macro name(link) %}{{ link.href }}{% endmacro %}{{ name(link=section) }}", '"href" of Link'),
        ("{% macro name() %}{{ nothing }}{% endmacro %}{{ name() }}", '"nothing"'),
        ("{% if page.titel %}{% endif %}", '"titel" of Head'),
        ("{% if 0 %}{% elif page.titel %}{% endif %}", '"titel" of Head'),
        ("{% if 0 %}{% else %}{{ page.titel }}{% endif %}", '"titel" of Head'),
        ("{{ page.title ~ page.titel }}", '"titel" of Head'),
        ("{{ page.titel or 1 }}", '"titel" of Head'),
        ("{{ page.title if page.titel else 1 }}", '"titel" of Head'),
        ("{{ [page.titel] }}", '"titel" of Head'),
        ("{{ {'a': page.titel}['a'] }}", '"titel" of Head'),
        ("{{ page.title | replace('a', page.titel) }}", '"titel" of Head'),
        ("{{ page.title is eq page.titel }}", '"titel" of Head'),
        ("{{ (earlier or later).titel }}", '"titel" of Card'),
        ("{% block main %}{{ page.titel }}{% endblock %}", '"titel" of Head'),
        ("{% filter upper %}{{ page.titel }}{% endfilter %}", '"titel" of Head'),
        (
            "{% call outer() %}{{ page.titel }}{% endcall %}{% macro outer() %}{{ caller() }}{% endmacro %}",
            '"titel" of Head',
        ),
        ("{% set titel %}{{ page.titel }}{% endset %}", '"titel" of Head'),
        ("{{ now() }}", '"now"'),
        ("{{ range(3) }}", '"range"'),
    ],
)
def test_what_a_page_does_not_carry_is_refused_wherever_it_is_asked_for(text: str, what: str) -> None:
    assert asked(text) == [what]


def test_each_kind_of_page_is_held_to_its_own_values() -> None:
    assert asked("{{ listing.total }}", "list.html") == []
    assert asked("{{ listing.total }}", "page.html") == ['"listing"']
    assert asked("{{ content }}", "redirect.html") == ['"content"']


def test_a_base_is_held_to_the_values_of_every_page_that_extends_it() -> None:
    base = "{{ listing.total }}"
    assert asked('{% extends "base.html" %}', "list.html", base=base) == []
    assert asked('{% extends "base.html" %}', "home.html", base=base) == ['"listing"']


def test_an_included_template_sees_the_values_of_its_page_and_loops() -> None:
    text = '{% for card in related %}{% include "row.html" %}{% endfor %}'
    assert asked(text, row="{{ card.title }}{{ page.title }}") == []
    assert asked(text, row="{{ card.titel }}") == ['"titel" of Card']
    assert asked('{% include "row.html" without context %}', row="{{ page.title }}") == ['"page"']


def test_an_imported_macro_sees_only_what_it_is_given() -> None:
    text = '{% import "parts.html" as parts %}{{ parts.name(section) }}'
    assert asked(text, parts="{% macro name(link) %}{{ link.url }}{% endmacro %}") == []
    assert asked(text, parts="{% macro name(link) %}{{ link.href }}{% endmacro %}") == ['"href" of Link']
    assert asked(text, parts="{% macro name(link) %}{{ page.title }}{% endmacro %}") == ['"page"']
    also = '{% from "parts.html" import name as other %}{{ other(section) }}'
    assert asked(also, parts="{% macro name(link) %}{{ link.href }}{% endmacro %}") == ['"href" of Link']


def test_an_imported_macro_may_call_its_neighbours_and_what_its_module_imports() -> None:
    parts = '{% from "deep.html" import inner %}{% macro b(x) %}{{ inner(x) }}{% endmacro %}'
    parts += "{% macro a(x) %}{{ b(x) }}{% endmacro %}"
    text = '{% import "parts.html" as parts %}{{ parts.a(section) }}'
    assert asked(text, parts=parts, deep="{% macro inner(x) %}{{ x.url }}{% endmacro %}") == []
    assert asked(text, parts=parts, deep="{% macro inner(x) %}{{ x.href }}{% endmacro %}") == ['"href" of Link']


def test_a_child_may_use_in_its_blocks_what_its_parent_imports() -> None:
    parent = '{% import "parts.html" as parts %}{% set motto = page.title %}{% block main %}{% endblock %}'
    child = '{% extends "parent.html" %}{% block main %}{{ parts.name(section) }}{{ motto }}{% endblock %}'
    assert asked(child, parent=parent, parts="{% macro name(link) %}{{ link.url }}{% endmacro %}") == []
    assert asked(child, parent=parent, parts="{% macro name(link) %}{{ link.href }}{% endmacro %}") == [
        '"href" of Link'
    ]


def test_a_macro_that_calls_itself_ends_the_search() -> None:
    assert asked("{% macro a(x) %}{{ a(x) }}{% endmacro %}{{ a(page) }}") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ site.words.wy }}", 'the word "wy"'),
        ('{{ site.words["wy"] }}', 'the word "wy"'),
        ("{% set words = site.words %}{{ words.wy }}", 'the word "wy"'),
        ("{% macro a(site) %}{{ site.words.wy }}{% endmacro %}{{ a(site) }}", 'the word "wy"'),
        ("{{ site.words.wy if page else site.words.why }}", 'the word "wy"'),
        ("{{ site.options.acent }}", 'the option "acent"'),
        ('{{ site.assets["site.cs"] | href }}', 'the asset "site.cs"'),
        ("{{ site.assets.none }}", 'the asset "none"'),
        ('{{ 1 | plural(site.words, "article", site.lang) }}', 'the word "article in its plural forms"'),
    ],
)
def test_a_word_option_or_asset_that_the_theme_does_not_have_is_refused(text: str, words: str) -> None:
    (found,) = problems_of("article.html", f"\n{text}")
    assert (str(found.place), found.text) == (
        "themes/own/templates/article.html:2",
        f"The template asks for {words}, which the theme does not have.",
    )


def test_a_word_with_plural_forms_is_shown_the_filter() -> None:
    (found,) = problems_of("article.html", "{{ site.words.articles }}")
    assert found.hint == 'It has plural forms: {{ n | plural(site.words, "articles", site.lang) }}.'


def test_a_word_that_one_language_lacks_is_no_word() -> None:
    own = own_keys({"de": {"a": "", "b": ""}, "is": {"a": ""}}, [], [])
    assert own["words"].known == {"a"}
    assert own_keys({}, [], [])["words"].known == frozenset()


def test_a_theme_without_a_template_or_a_planned_word_is_told_all_that_is_missing() -> None:
    found = refused_values({"own": {}}, SHOWN, own_keys({}, [], []))
    assert len(found) == len(CARRIES) + len(PLANNED_WORDS)


def test_a_mistake_in_a_shared_part_is_told_once() -> None:
    found = problems_of("list.html", '{% include "row.html" %}', row="{{ nothing }}", x="")
    assert len(found) == 1
    templates = {"own": {**dict.fromkeys(CARRIES, '{% include "row.html" %}'), "row.html": "{{ nothing }}"}}
    told: Mapping[str, None] = dict.fromkeys(one.text for one in refused_values(templates, SHOWN, OWN))
    assert len(told) == 1


def test_a_childs_missing_word_stops_the_load(tmp_path: Path) -> None:
    folder = tmp_path / "themes/own"
    (folder / "templates").mkdir(parents=True)
    (folder / "theme.yaml").write_text("name: own\nextends: standard\n")
    (folder / "templates/page.html").write_text("<p>{{ site.words.serach }}</p>\n")
    with pytest.raises(BuildError) as caught:
        theme.load(tmp_path, "own", {})
    assert [sentence(one) for one in caught.value.problems] == [
        (
            'themes/own/templates/page.html:1: The template asks for the word "serach", which the theme does not have. '
            'Did you mean "search"?'
        )
    ]
