"""Drawings: known by how they begin, measured by what their root says."""

import pytest

from sitegen.images import drawing


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ('<svg width="300" height="200"/>', (300, 200)),
        ("<svg width='300px' height = '199.6px'>", (300, 200)),
        ('<svg viewBox="0 0 600 300"/>', (600, 300)),
        ('<svg viewBox="-10,-10 , 3 1.5"/>', (200, 100)),
        ('<svg width="100%" height="4cm" viewBox="0 0 640 480">', (640, 480)),
        ('<svg data-width="7" xmlns="http://www.w3.org/2000/svg">', (0, 0)),
        ('<svg width="0" height="0">', (0, 0)),
        ('<svg viewBox="0 0 1e9 5">', (0, 0)),
        (f'<svg viewBox="0 0 1000000 0.{"0" * 310}1">', (0, 0)),
        (f'<svg viewBox="0 0 1000000 0.{"0" * 20}1">', (0, 0)),
        ('\ufeff<?xml version="1.0"?>\n<!-- by <svg width="1" height="1"> -->\n<svg width="8" height="9">', (8, 9)),
        ('<!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg height="9" width="8">', (8, 9)),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_has_the_ratio_of_its_view(text: str, size: tuple[int, int]) -> None:
    assert drawing.size(text.encode()) == size


@pytest.mark.parametrize("text", ["", "<html><svg/></html>", "svg", "<svgs>", "\x89PNG<svg>", "<!-- <svg> "])
def test_what_does_not_begin_as_a_drawing_is_none(text: str) -> None:
    assert drawing.size(text.encode()) is None


def test_a_beginning_without_an_end_takes_no_time() -> None:
    assert drawing.size(b"<!--" * 100_000) is None
    assert drawing.size(b" \n" * 100_000) is None


def test_a_length_beyond_all_measure_is_the_greatest_there_is() -> None:
    found = drawing.size(f'<svg width="{"9" * 400}" height="10">'.encode())
    assert found is not None
    assert found[0] == drawing.size(b'<svg width="99999999999" height="10">')[0]  # type: ignore[index]
