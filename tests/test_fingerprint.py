"""Equal values, equal fingerprint; any value that differs is named."""

from dataclasses import replace
from importlib import metadata

import pytest

from sitegen import digest, fingerprint
from sitegen.fingerprint import fingerprints, renderer
from sitegen.model import ArticlePage
from tests.plan.made import article, planned, site, standard


def test_each_value_that_a_page_carries_is_a_part_beside_template_and_renderer() -> None:
    page = planned(site([article("a", "1961")]))["/news/a/"]
    parts = fingerprints(standard(), "made by")(page).parts
    held = {name for name in type(page.context).__slots__ if getattr(page.context, name)}
    assert set(parts) == {*held, "template", "renderer"}
    assert parts["template"] == digest.mark(standard().closures["article.html"])
    assert parts["renderer"] == digest.mark("made by")


def test_equal_values_have_equal_fingerprints_whatever_process_or_object_they_are() -> None:
    one, other = planned(site([article("a", "1961")])), planned(site([article("a", "1961")]))
    take, again = fingerprints(standard(), "1"), fingerprints(standard(), "1")
    assert [take(page) for page in one.values()] == [again(page) for page in other.values()]


def test_a_value_that_differs_changes_its_own_part_alone() -> None:
    before = planned(site([article("a", "1961")]))["/news/a/"]
    assert isinstance(before.context, ArticlePage)
    after = replace(before, context=replace(before.context, excerpt="other"))
    take = fingerprints(standard(), "1")
    was, now = take(before).parts, take(after).parts
    assert {name for name in now if now[name] != was.get(name)} == {"excerpt"}


def test_a_writer_is_its_own_template() -> None:
    page = planned(site([article("a", "1961")]))["/feed.xml"]
    assert fingerprints(standard(), "1")(page).parts["template"] == digest.mark("atom")


@pytest.mark.parametrize("package", fingerprint._PARTS)
def test_another_version_of_a_package_that_makes_pages_is_another_renderer(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = renderer()
    real = metadata.version
    monkeypatch.setattr(fingerprint, "version", lambda name: "99" if name == package else real(name))
    assert renderer() != before
