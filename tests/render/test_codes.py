"""The shorter ways say what Jinja's own would, on every page of the demonstration and of whatever is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from sitegen.model import Edtf, Link
from sitegen.render import templates
from sitegen.render.codes import VALUES, shown
from sitegen.render.pages import _press

from .made import pressed

ROOT = Path(__file__).parents[2]


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none(), st.booleans(), st.floats()))
def test_what_is_shown_is_what_is_escaped(value: object) -> None:
    assert shown(value) == escape(value)
    assert str(shown(value)) == str(escape(value))


class Words(str):
    """A text of its own kind, as Jinja's filters may give."""

    __slots__ = ()


def test_a_text_of_its_own_kind_is_escaped_like_any_other() -> None:
    assert shown(Words("<b>")) == "&lt;b&gt;"


def test_every_page_is_what_jinjas_own_code_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, ours = pressed(ROOT)
    monkeypatch.setattr(templates._Environment, "code_generator_class", CodeGenerator)
    _press.cache_clear()
    _, plain = pressed(ROOT)
    _press.cache_clear()
    assert len(pages) > 200
    for page in pages.values():
        assert ours.text(page, ROOT) == plain.text(page, ROOT)


def test_the_members_of_our_values_are_reached_and_of_everything_else_asked_for() -> None:
    made = templates.environment((), (), "")
    assert {Link, Edtf} <= VALUES
    template = made.from_string("{{ a.title }} {{ b.words.x }} {{ b['words'].x }} {{ a.url.upper() }}")
    said = template.render(a=Link("/a/", "<A>"), b={"words": {"x": "'"}})
    assert said == "&lt;A&gt; &#39; &#39; /A/"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% macro a(x, y=2) %}{{ x }}{{ y }}{% endmacro %}{{ a(1) }} {{ a(1, y=3) }} {{ a(x='<') }}", "12 13 &lt;2"),
        ("{% macro a(x) %}[{{ caller(x) }}]{% endmacro %}{% call(y) a('<') %}{{ y }}{% endcall %}", "[&lt;]"),
        (
            "{% block a %}{% for x in [1, 2] %}{% block b scoped %}{{ x }};{% endblock %}{% endfor %}{% endblock %}",
            "1;2;",
        ),
        ("{% for x in 'aab' %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}", "ab"),
        ("{% set x %}<b>{% endset %}{{ x }}{{ self.a() }}{% block a %}<i>{% endblock %}", "<b><i><i>"),
    ],
)
def test_macros_blocks_and_calls_say_what_they_said(text: str, words: str) -> None:
    assert templates.environment((), (), "").from_string(text).render() == words


@pytest.mark.parametrize("text", ["{{ gone.title }}", "{{ a.gone }}", "{{ b.gone }}", "{{ b.gone.title }}"])
def test_what_is_not_there_is_an_error_as_before(text: str) -> None:
    template = templates.environment((), (), "").from_string(text)
    with pytest.raises(Exception, match="gone"):
        template.render(a=Link("/a/", "A"), b={})
