"""The inside of a paragraph: words, emphasis, links and line ends to Markdown that says exactly these words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sitegen import markdown, urls

LINE, PARAGRAPH = "\n", "\n\n"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\r\n\f\x85\u2028\u2029]+")
_UNSAFE_IN_TARGET = re.compile(r"[\s<>()\\\"`]")
_SIGNS = (("**", "strong"), ("*", "em"))
_TICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look, with the target of the link they stand in; `LINE` and `PARAGRAPH` as words end these."""

    words: str = ""
    strong: bool = False
    em: bool = False
    code: bool = False
    target: str = ""

    def saying(self, words: str) -> "Span":
        """Return a span of this look with other words, white space joined."""
        return replace(self, words=_SPACE.sub(" ", words))


def without_controls(text: str) -> str:
    """Return a text without the control characters that no text holds."""
    return _CONTROLS.sub("", text)


def looking(look: Span, name: str, href: str) -> Span:
    """Return how words look in an element of HTML that stands in words of another look."""
    if name in {"strong", "b"}:
        return replace(look, strong=True)
    if name in {"em", "i", "cite", "dfn"}:
        return replace(look, em=True)
    if name in {"code", "kbd", "samp", "tt"}:
        return replace(look, code=True)
    return replace(look, target=target_of(href)) if name == "a" and href and not look.target else look


def target_of(href: str) -> str:
    """Return a link's target as Markdown writes it, "" where there is none or its scheme is not allowed."""
    plain = without_controls(href).strip()
    if not plain or not urls.is_safe(plain):
        return ""
    return _UNSAFE_IN_TARGET.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), plain)


def line(run: Sequence[Span]) -> str:
    """Return a run as one line of Markdown, as headings and cells need it."""
    return " ".join(paragraphs([Span(" ") if one.words in {LINE, PARAGRAPH} else one for one in run]))


def paragraphs(run: Sequence[Span]) -> list[str]:
    """Return a run as paragraphs of Markdown; two line ends in a row part paragraphs too."""
    found = []
    for lines in _parted(run):
        said = LINE.join("".join(span.words for span in spans) for spans in lines)
        # what a sign beside a letter means is hard to foresee: what does not say the words loses its look
        for plainer in (list, _loose, _unemphasised, _bare):
            written = "\\\n".join(_written(plainer(spans)) for spans in lines)
            if markdown.plain_text(written) == said:
                break
        found.append(written)
    return found


def _loose(spans: Sequence[Span]) -> list[Span]:
    """Take emphasis from what begins or ends with a sign right at a letter: there it would not be seen as emphasis."""
    letters = [" ", *("".join(span.words for span in spans)), " "]
    found, at = [], 1
    for span in spans:
        end = at + len(span.words)
        tight = (letters[at - 1].isalnum() and not letters[at].isalnum()) or (
            letters[end].isalnum() and not letters[end - 1].isalnum()
        )
        found.append(replace(span, strong=False, em=False) if tight else span)
        at = end
    return found


def _unemphasised(spans: Sequence[Span]) -> list[Span]:
    return [replace(span, strong=False, em=False) for span in spans]


def _bare(spans: Sequence[Span]) -> list[Span]:
    return [Span(span.words) for span in spans]


def _parted(run: Sequence[Span]) -> Iterator[list[list[Span]]]:
    """Yield the lines of each paragraph, none of them empty."""
    lines: list[list[Span]] = [[]]
    for span in [*run, Span(PARAGRAPH)]:
        if span.words not in {LINE, PARAGRAPH}:
            lines[-1].append(span)
            continue
        lines[-1] = _trimmed(lines[-1])
        if span.words == PARAGRAPH or not lines[-1]:
            if any(lines):
                yield [one for one in lines if one]
            lines = []
        lines.append([])


def _trimmed(spans: Sequence[Span]) -> list[Span]:
    """Return a line's spans with white space joined and taken out of links and emphasis, equal neighbours joined."""
    found: list[Span] = []
    for span in _spaced(spans):
        if found and replace(found[-1], words="") == replace(span, words=""):
            span = replace(span, words=found.pop().words + span.words)  # noqa: PLW2901 - one span of two
        found.append(span)
    return found


def _spaced(spans: Sequence[Span]) -> Iterator[Span]:
    waiting, begun = False, False
    for span in spans:
        words = span.words.strip()
        waiting = waiting or span.words[:1].isspace()
        if not words:
            continue
        if waiting and begun:
            yield Span(" ")
        yield replace(span, words=words)
        waiting, begun = span.words[-1:].isspace(), True


def _written(spans: Sequence[Span]) -> str:
    written = ""
    for target, group in groupby(_bridged(spans), key=lambda span: span.target):
        inner = _emphasised(list(group), first=not written)
        if target and written.endswith("!"):
            written = f"{written[:-1]}\\!"
        written += f"[{inner}]({target})" if target else inner
    return written


def _bridged(spans: Sequence[Span]) -> list[Span]:
    """Give a space between two words what is alike in the look of both."""
    found = list(spans)
    for at in range(1, len(found) - 1):
        before, after = found[at - 1], found[at + 1]
        if found[at].words == " ":
            target = before.target if before.target == after.target else ""
            found[at] = Span(" ", before.strong and after.strong, before.em and after.em, target=target)
    return found


def _emphasised(spans: Sequence[Span], *, first: bool) -> str:
    """Write emphasis; of two kinds that begin together the longer holds the shorter."""
    written, at = "", 0
    while at < len(spans):
        sign, end = max(((sign, _run(spans, at, key)) for sign, key in _SIGNS), key=lambda one: one[1])
        if end == at:
            written += _plain(spans[at], first=first and not written)
            at += 1
            continue
        rest = [
            replace(span, strong=span.strong and sign != "**", em=span.em and sign != "*") for span in spans[at:end]
        ]
        inner = _emphasised(rest, first=False)
        written, at = f"{written}{sign}{inner}{sign}", end
    return written


def _run(spans: Sequence[Span], at: int, key: str) -> int:
    """Return where the run of spans of one kind ends that begins at a place."""
    while at < len(spans) and getattr(spans[at], key):
        at += 1
    return at


def _plain(span: Span, *, first: bool) -> str:
    if span.code:
        ticks = "`" * (max((len(run) for run in _TICKS.findall(span.words)), default=0) + 1)
        space = " " if "`" in span.words else ""
        return f"{ticks}{space}{span.words}{space}{ticks}"
    core = span.words.strip(" ")
    if not core:
        return span.words
    before, _, after = span.words.partition(core)
    # what begins a block at the start of a line means nothing within it
    return before + (markdown.escape_paragraph(core) if first else markdown.escape_paragraph(f",{core}")[1:]) + after
