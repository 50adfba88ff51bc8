"""What a macro made of the same values is said again, and of no others."""

from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import Template
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from sitegen.model import Card
from sitegen.render import kept
from sitegen.render.templates import environment

ROW = "{% macro row(card, n) %}{{ card.title }}{{ n }};{% endmacro %}"


def template(text: str) -> Template:
    return environment((), (), "").from_string(text)


def card(title: str) -> Card:
    return Card("a", "/a/", title, "en", "news")


def test_a_macro_made_twice_of_the_same_card_says_the_same() -> None:
    built = template(ROW + "{% for n in ns %}{{ row(card, n) }}{% endfor %}")
    assert built.render(card=card("A"), ns=[1, 1, 2]) == "A1;A1;A2;"
    assert built.render(card=card("B"), ns=[1]) == "B1;"


def test_a_macro_that_is_given_true_is_not_the_one_that_is_given_1() -> None:
    text = "{% macro a(x) %}{{ x }};{% endmacro %}{{ a(1) }}{{ a(true) }}{{ a('1') }}{{ a(0) }}{{ a(false) }}"
    assert template(text).render() == "1;True;1;0;False;"


def test_a_macro_that_was_given_markup_escapes_the_same_words_from_elsewhere() -> None:
    built = template("{% macro a(x) %}{{ x }};{% endmacro %}{{ a(safe) }}{{ a(raw) }}")
    assert built.render(safe=Markup("<b>"), raw="<b>") == "<b>;&lt;b&gt;;"


def macro(function: Callable[..., str], *names: str) -> Macro:
    return Macro(environment((), (), ""), function, "a", [*names], *(False, False, False), default_autoescape=True)


def test_a_macro_is_asked_once_for_shared_values_and_each_time_for_a_pages_own() -> None:
    asked: list[Any] = []

    def counted(*args: Any) -> str:
        asked.append(args)
        return str(len(asked))

    known, one, own = kept.Kept(macro(counted, "x", "y", "z")), card("A"), ("a tuple",)
    assert [known(one, "x", 3), known(one, "x", 3), known(one, "y", 3)] == ["1", "1", "2"]
    assert [known(own), known(own), known(one, y=1), known(one, y=1)] == ["3", "4", "5", "6"]
    assert asked[0] == (one, "x", 3)
    assert asked[2] == (own, missing, missing)
    assert asked[4] == (one, 1, missing)


def test_a_macro_is_not_called_with_more_than_it_takes() -> None:
    with pytest.raises(TypeError, match="takes not more than 1"):
        kept.Kept(macro(str, "x"))("a", "b")


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 2)
    known = kept.Kept(macro(lambda text: text + "!", "text"))
    assert [known(text) for text in "abcab"] == ["a!", "b!", "c!", "a!", "b!"]
    assert len(known._known) <= 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% macro m() %}{{ varargs | length }}{% endmacro %}{{ m() }}{{ m(1) }}", "01"),
        ("{% macro m(a=1) %}{{ a }}{{ varargs | length }}{% endmacro %}{{ m() }};{{ m(2, 3) }}", "10;21"),
        ("{% macro m() %}{{ kwargs | length }}{% endmacro %}{{ m() }}{{ m(a=1) }}", "01"),
    ],
)
def test_a_macro_that_takes_whatever_is_given_may_be_given_nothing(text: str, said: str) -> None:
    assert template(text).render() == said
