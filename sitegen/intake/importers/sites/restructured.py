"""reStructuredText as Pelican and Nikola keep it: metadata and text, with nothing run, fetched or drawn in."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.intake import markup
from sitegen.intake.importers.sites import front
from sitegen.intake.markup import Marked
from sitegen.model import Place
from sitegen.problems import BuildError, problem

SUFFIXES = (".rst", ".rest")
_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 5,
    # what is told stands among the text until it is taken out of it here
    "report_level": 2,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "input_encoding": "unicode",
    "output_encoding": "unicode",
    "initial_header_level": 2,
    "math_output": "LaTeX",
    "syntax_highlight": "none",
    "embed_stylesheet": False,
    "stylesheet_path": "",
    "line_length_limit": 100_000,
}
# it would stand for the day on which somebody reads it
_TODAY = re.compile(r"^(\.\.[ \t]+\|[^|\n]+\|[ \t]+)date::.*$", re.MULTILINE)
# what is told of text that then stands nowhere else
_LOST = re.compile(r"Unknown directive type|directive disabled|access deactivated|Error in \"|Unexpected section title")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:+.-]+?)::")
_ROLE = re.compile(r":([\w:+.-]+):`")


@dataclass(frozen=True, slots=True)
class Restructured:
    """A page as plain values by keys in small letters, its text, and how often each command was kept."""

    values: Mapping[str, str]
    text: Marked
    kept: Mapping[str, int] = field(default_factory=dict)


def read(text: str, name: str) -> Restructured:
    """Read a page. Raises BuildError where it cannot be read."""
    from docutils.core import publish_doctree, publish_from_doctree  # noqa: PLC0415 - heavy, and most piles hold none

    told, rest = _comments(text)
    settings = {**_SETTINGS, "warning_stream": io.StringIO()}
    try:
        tree = publish_doctree(_TODAY.sub(r"\1replace:: date", rest), settings_overrides=settings)
        kept = Counter(_freed(tree))
        _plainer(tree)
        title, fields = _lifted(tree)
        html = publish_from_doctree(tree, writer="html5", settings_overrides=settings)
    except RecursionError as error:
        raise _unreadable(name, "it is nested too deep") from error
    except Exception as error:  # hostile files make the library fail in many ways
        raise _unreadable(name, type(error).__name__) from error
    values = {**({"title": title} if title else {}), **fields, **told}
    return Restructured(values, markup.read(html), kept)


def _unreadable(name: str, why: str) -> BuildError:
    said = f"This reStructuredText cannot be read: {why}."
    return BuildError([problem("document-unreadable", said, Place(name), "Save its text as Markdown.")])


def _comments(text: str) -> tuple[dict[str, str], str]:
    """Return Nikola's metadata, lines like `.. slug: lamp` above all else, and what stands below."""
    told: dict[str, str] = {}
    lines = text.lstrip("\ufeff \t\n").split("\n")
    for at, line in enumerate(lines):
        if match := front.NIKOLA.fullmatch(line.rstrip()):
            told[_small(match[1])] = match[2].strip()
        elif line.strip():
            return told, "\n".join(lines[at:])
    return told, ""


def _small(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _freed(tree: Any) -> Iterator[str]:  # noqa: ANN401 - docutils' own
    """Take what the library tells out of a text, keep as text the commands that it did not know; yield their names."""
    from docutils import nodes  # noqa: PLC0415 - as above

    for one in list(tree.findall(nodes.problematic)):
        words = one.astext()
        one.parent.replace(one, nodes.Text(words))
        if role := _ROLE.match(words):
            yield role[1]
    for one in list(tree.findall(nodes.system_message)):
        source = next(iter(one.findall(nodes.literal_block)), None)
        if source is not None and _LOST.search(one.astext()):
            words = source.astext()
            one.parent.replace(one, nodes.paragraph("", "", nodes.Text(" ".join(words.split()))))
            directive = _DIRECTIVE.match(words.strip())
            yield directive[1] if directive else "directive"
        else:
            one.parent.remove(one)


def _plainer(tree: Any) -> None:  # noqa: ANN401
    """Leave out what only leads about within the page, and mark code as HTML does."""
    from docutils import nodes  # noqa: PLC0415 - as above

    for topic in list(tree.findall(nodes.topic)):
        if "contents" in topic["classes"]:
            topic.parent.remove(topic)
    for title in tree.findall(nodes.title):
        title.attributes.pop("refid", None)
    for note in (*tree.findall(nodes.footnote), *tree.findall(nodes.citation)):
        note["backrefs"] = []
    for mark in (*tree.findall(nodes.footnote_reference), *tree.findall(nodes.citation_reference)):
        mark.parent.replace(mark, nodes.Text(f"[{mark.astext()}]"))
    for code in tree.findall(nodes.literal):
        code["classes"] = ["code"]


def _lifted(tree: Any) -> tuple[str, dict[str, str]]:  # noqa: ANN401
    """Take the title and the fields below it out of a page; a title is the one heading under which all of it stands."""
    from docutils import nodes  # noqa: PLC0415 - as above

    title, inside = "", tree
    spoken = [one for one in tree.children if not isinstance(one, nodes.comment | nodes.Invisible)]
    if len(spoken) == 1 and isinstance(spoken[0], nodes.section):
        inside = spoken[0]
        title = inside.children[0].astext()
        inside.remove(inside.children[0])
        tree.children = list(inside.children)
        inside = tree
    fields = next((one for one in inside.children if not isinstance(one, nodes.comment)), None)
    if not isinstance(fields, nodes.field_list):
        return title, {}
    inside.remove(fields)
    pairs = ((one.children[0].astext(), one.children[1].astext()) for one in fields.children)
    return title, {_small(key): " ".join(value.split()) for key, value in pairs}
