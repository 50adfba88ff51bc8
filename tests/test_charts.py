"""What a chart promises: honest lengths, gaps where nothing is held, links, and nothing a strict policy refuses."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import charts
from sitegen.model import Bar

YEARS = (Bar("1949", 2, "/archive/1949/"), Bar("1951", 8, "/archive/1951/"), Bar("1974", 4, "/archive/1974/"))
MONTHS = (
    Bar("1973-12", 1, "/archive/1973/12/"),
    Bar("1974", 3, "/archive/1974/"),
    Bar("1974-02", 6, "/archive/1974/02/"),
    Bar("1974-03", 2, "/archive/1974/03/"),
)


def drawn(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def rects(svg: str, kind: str = "bar") -> list[dict[str, str]]:
    return [rect.attrib for rect in drawn(svg).iter("rect") if rect.get("class") == kind]


def share(text: str) -> float:
    return float(text.removesuffix("%"))


def test_no_bars_are_no_chart() -> None:
    assert charts.coverage((), "") == ""


def test_each_bar_links_below_the_base_path() -> None:
    links = [link.get("href") for link in drawn(charts.coverage(YEARS, "/repo")).iter("a")]
    assert links == ["/repo/archive/1949/", "/repo/archive/1951/", "/repo/archive/1974/"]


def test_heights_are_in_proportion_to_counts() -> None:
    heights = [float(rect["height"]) for rect in rects(charts.coverage(YEARS, ""))]
    assert heights[1] == pytest.approx(4 * heights[0])
    assert heights[1] == charts.FOOT - charts.TOP


def test_years_without_articles_are_gaps_in_their_place() -> None:
    first, second, last = (share(rect["x"]) for rect in rects(charts.coverage(YEARS, ""), "hit"))
    assert second - first == pytest.approx(2 * 100 / 26, abs=0.02)
    assert last == pytest.approx(100 - 100 / 26, abs=0.02)


def test_a_year_with_no_articles_has_no_bar() -> None:
    assert len(rects(charts.coverage((*YEARS, Bar("1960", 0, "/archive/1960/")), ""))) == len(YEARS)


def test_time_runs_from_right_to_left_where_the_page_does() -> None:
    places = [share(rect["x"]) for rect in rects(charts.coverage(YEARS, "", rtl=True))]
    assert places == sorted(places, reverse=True)


def test_months_are_drawn_by_month_and_again_by_year() -> None:
    groups = {group.get("class"): group for group in drawn(charts.coverage(MONTHS, "")).iter("g")}
    assert len(groups["by-month"].findall("a")) == 4
    assert [link.get("href") for link in groups["by-year"].findall("a")] == ["/archive/1973/", "/archive/1974/"]


def test_years_add_up_their_months() -> None:
    assert charts.by_year(MONTHS) == (Bar("1973", 1, "/archive/1973/"), Bar("1974", 11, "/archive/1974/"))


def test_what_has_a_year_only_lies_flat_across_its_months() -> None:
    svg = charts.coverage(MONTHS, "")
    months = drawn(svg).find("g[@class='by-month']")
    assert months is not None
    flat = next(link for link in months.findall("a") if link.get("href") == "/archive/1974/")
    bar = flat.find("rect[@class='bar']")
    assert bar is not None
    assert share(bar.get("width", "")) == pytest.approx(50, abs=0.1)
    assert float(bar.get("height", "")) < 110 * 2 / 6


def test_few_articles_in_many_months_are_drawn_by_year() -> None:
    svg = charts.coverage((Bar("1949-10", 2, "/archive/1949/10/"), Bar("2024-11", 3, "/archive/2024/11/")), "")
    assert [link.get("href") for link in drawn(svg).iter("a")] == ["/archive/1949/", "/archive/2024/"]


def test_the_tallest_bar_is_marked_once_and_named() -> None:
    svg = charts.coverage(YEARS, "")
    assert svg.count('class="peak"') == 1
    assert re.search(r'class="peak".*?<text class="crest"[^>]*>1951<', svg)


def test_nothing_that_a_strict_policy_refuses_is_in_it() -> None:
    svg = charts.coverage(MONTHS, "")
    assert "style" not in svg
    assert "script" not in svg


def test_the_chart_is_out_of_the_tab_order_and_hidden_from_readers_of_screens() -> None:
    svg = drawn(charts.coverage(YEARS, ""))
    assert svg.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in svg.iter("a")} == {"-1"}


def test_labels_and_addresses_are_escaped() -> None:
    svg = charts.coverage((Bar("1974", 1, '/a"<b>/'),), "")
    assert drawn(svg).find("a") is not None


def test_a_label_that_is_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        charts.coverage((Bar("soon", 1, ""),), "")


def test_two_centuries_have_no_more_labels_than_fit() -> None:
    bars = tuple(Bar(str(year), 1, "") for year in range(1824, 2025))
    labels = [text for text in drawn(charts.coverage(bars, "")).iter("text") if "year" in (text.get("class") or "")]
    assert 6 <= len(labels) <= charts.MOST_LABELS
    assert sum("minor" in (label.get("class") or "") for label in labels) == len(labels) // 2


@given(st.dictionaries(st.integers(1, 2999), st.integers(0, 10_000), min_size=1, max_size=40), st.booleans())
def test_every_bar_and_word_is_inside_the_picture(counts: dict[int, int], rtl: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    bars = tuple(Bar(f"{year:04}", count, f"/archive/{year}/") for year, count in sorted(counts.items()))
    svg = charts.coverage(bars, "", rtl=rtl)
    for rect in rects(svg):
        assert share(rect["x"]) >= 0
        assert share(rect["x"]) + share(rect["width"]) <= 100.02
        assert float(rect["y"]) >= charts.TOP
        assert float(rect["height"]) >= charts.LEAST
    for text in drawn(svg).iter("text"):
        assert 0 <= share(text.get("x", "")) <= 100
