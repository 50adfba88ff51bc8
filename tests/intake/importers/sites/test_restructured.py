"""Claims about reStructuredText."""

from contextlib import suppress

import pytest

from sitegen.intake.importers.sites import restructured
from sitegen.intake.importers.sites.restructured import Restructured
from sitegen.problems import BuildError


def read(text: str) -> Restructured:
    return restructured.read(text, "a.rst")


def body(text: str) -> str:
    return read(text).text.body


def test_pelicans_fields_below_the_title_are_metadata() -> None:
    found = read(
        "Lamp *out*\n##########\n\n:date: 2024-05-01 10:20\n:Tags: oil,\n  sea\n\nText.\n\nOil\n===\n\nMore.\n"
    )
    assert found.values == {"title": "Lamp out", "date": "2024-05-01 10:20", "tags": "oil, sea"}
    assert found.text.body == "Text.\n\n## Oil\n\nMore."


def test_nikolas_comments_above_the_text_are_metadata() -> None:
    found = read(".. title: Lamp\n.. slug: lamp-out\n.. tags:\n\nText.\n\n.. TEASER_END\n\nMore.\n")
    assert found.values == {"title": "Lamp", "slug": "lamp-out", "tags": ""}
    assert found.text.body == "Text.\n\nMore."


def test_of_several_headings_none_is_the_title() -> None:
    found = read("One\n===\n\nText.\n\nTwo\n===\n\nMore.\n")
    assert (found.values, found.text.body) == ({}, "## One\n\nText.\n\n## Two\n\nMore.")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("A ``lamp`` and *oil*.", "A `lamp` and *oil*."),
        ("See `it <https://w.example/>`_.", "See [it](https://w.example/)."),
        ("- a\n- b", "- a\n- b"),
        (".. code-block:: python\n\n   print(1)", "```\nprint(1)\n```"),
        ("=  =\na  b\n=  =\n1  2\n=  =", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("Oil [1]_\n\n.. [1] Whale's.", "Oil \\[1\\]\n\n\\[1\\]\n\nWhale's."),
        (".. contents::\n\nText.\n\nOil\n===\n\nMore.", "Text.\n\n## Oil\n\nMore."),
        (".. |today| date::\n\nIt is |today|.", "It is date."),
    ],
)
def test_its_structure_survives(text: str, markdown: str) -> None:
    assert body(text) == markdown


def test_a_figure_is_known_by_its_words() -> None:
    found = read("Text.\n\n.. figure:: a.jpg\n   :alt: lamp\n\n   The lamp.\n").text
    assert [(one.alt, one.caption) for one in found.pictures] == [("lamp", "The lamp.")]


def test_commands_that_only_its_generator_knows_stand_there_as_they_were_and_are_counted() -> None:
    found = read("See :doc:`other`.\n\n.. youtube:: abc\n   :width: 3\n\nText.\n")
    assert found.text.body == "See :doc:\\`other\\`.\n\n.. youtube:: abc :width: 3\n\nText."
    assert found.kept == {"doc": 1, "youtube": 1}


@pytest.mark.parametrize(
    "text",
    [
        ".. include:: /etc/hostname",
        ".. raw:: html\n   :file: /etc/hostname",
        ".. raw:: html\n\n   <script>x</script>",
        ".. csv-table::\n   :file: /etc/hostname",
        ".. csv-table::\n   :url: https://w.example/",
    ],
)
def test_nothing_is_drawn_in_and_no_html_is_taken(text: str) -> None:
    found = read(f"Text.\n\n{text}\n\nMore.\n")
    assert sum(found.kept.values()) == 1
    assert found.text.body.startswith("Text.\n\n.. ")
    assert "<script" not in found.text.body.replace("\\<", "")


@pytest.mark.parametrize(
    "text",
    [
        "*" * 20_000,
        "`" * 20_000,
        "|a| " * 5_000,
        "\n".join(" " * at + "x" for at in range(500)),
        "\n".join(f".. |{at}| replace:: |{at + 1}||{at + 1}|" for at in range(40)) + "\n\n|0|",
        "+-+\n| |" * 2_000,
        ".. role:: x(raw)\n   :format: html\n\n:x:`<b>`",
        "\x00\x07",
        "[" * 20_000,
    ],
)
def test_hostile_pages_are_read_or_refused_and_nothing_else(text: str) -> None:
    with suppress(BuildError):
        assert "<b>" not in body(text).replace("\\<b>", "")
