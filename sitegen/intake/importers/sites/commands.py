"""Commands of generators in texts: links are resolved, code becomes code, all else stays to be seen, without HTML."""

import re
from collections import Counter
from collections.abc import Mapping

from sitegen import markdown
from sitegen.intake import markup
from sitegen.intake.importers.sites import addresses, pages, permalinks
from sitegen.intake.importers.sites.addresses import Where

# Hugo's and Zola's shortcodes, Liquid's and Jinja's tags and outputs; a command does not reach beyond a paragraph
_INSIDE = r"(?:(?!\n\n)[^{}]){0,2000}?"
_COMMAND = re.compile(
    rf"\{{\{{[<%](?P<hugo>{_INSIDE})[>%]\}}\}}|\{{%(?P<liquid>{_INSIDE})%\}}|\{{\{{(?P<output>{_INSIDE})\}}\}}"
)
_FENCE = re.compile(
    # a fence that nobody closed reaches to the end
    r"^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:(?:.*?\n)?? {0,3}\1[`~]* *$|.*\Z)|^(?: {4}|\t)[^\n]*$",
    re.MULTILINE | re.DOTALL,
)
_HIGHLIGHT = re.compile(
    r"^[ \t]*(?:\{%-? *highlight +(\w[\w+#-]*)[^%]*%\}|\{\{[<%] *highlight +\"?(\w[\w+#-]*)[^>%]*[>%]\}\})\n?"
    r"((?:(?!\{%-? *highlight|\{\{[<%] *highlight).)*?)\n?"
    r"[ \t]*(?:\{%-? *endhighlight *-?%\}|\{\{[<%] */ *highlight *[>%]\}\})",
    re.MULTILINE | re.DOTALL,
)
_LINK = (
    r"(?:\{\{[<%] *(?:rel)?ref +\"?(?P<ref>[^\"{}\s]+)\"?[^{}]*[>%]\}\}"
    r"|\{%-? *(?:link|post_url) +(?P<link>[^\s%{}]+) *-?%\})(?P<part>#[\w-]*)? *"
)
_LINKED = re.compile(rf"\]\( *{_LINK}\)")
_LINKED_IN_HTML = re.compile(rf'="{_LINK}"')
# a link to a file: as MkDocs and others write it, Zola (@/), Pelican ({filename})
_FILE = re.compile(
    r"(?P<begin>\]\( *|^ {0,3}\[[^\]\n]{1,200}\]: *)(?P<mark>@/|\{filename\}|\|filename\|)?"
    r"(?P<file>(?![\w+.-]+:)[^()\s<>{}#\[\]]{1,500}\.(?:md|markdown|rst))(?P<part>#[\w-]*)?(?=[ )\n]|\Z)",
    re.MULTILINE,
)
_NAME = re.compile(r"[-/ ]*([\w.-]+)")
_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|<!--")
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*$|\{:[^}\n]*\}(?=\s|$)", re.MULTILINE)
_MORE = re.compile(r"^[ \t]*<!-- *more *-->[ \t]*$|^[ \t]*<!-- *TEASER_END *-->[ \t]*$", re.MULTILINE)


def made_plain(body: str, where: Where, *, is_html: bool = False) -> tuple[str, Mapping[str, int]]:
    """Return a body as Markdown without HTML, and how often each command was kept in it as text."""
    text = _MORE.sub("", body).strip("\n")
    text = _HIGHLIGHT.sub(lambda found: f"```{found[1] or found[2]}\n{found[3]}\n```", text)
    text = _LINKED.sub(lambda found: f"]({_target(found, where)})", text)
    text = _LINKED_IN_HTML.sub(lambda found: f'="{_target(found, where)}"', text)
    text = _FILE.sub(lambda found: _page(found, where), text)
    if where.kind == "jekyll":
        text = _ATTRIBUTES.sub("", text)
    kept: Counter[str] = Counter()
    if is_html:
        for command in _COMMAND.finditer(text):
            _count(command, kept)
        return markup.markdown_of(text), kept
    parts, at = [], 0
    for code in _FENCE.finditer(text):
        parts += [_escaped(text[at : code.start()], kept), code[0]]
        at = code.end()
    text = "".join([*parts, _escaped(text[at:], kept)])
    return (_without_html(text) if _has_html(text) else text.strip("\n")), kept


def _target(command: re.Match[str], where: Where) -> str:
    """Return the old address of the page that a command names by its file."""
    name, _, within = (command["ref"] or command["link"]).strip("\"'").partition("#")
    part = command["part"] or (f"#{within}" if within else "")
    if not name:
        return part
    if not name.endswith((".md", ".markdown", ".html")):
        name = f"{name.rstrip('/')}.md" if command["ref"] else f"_posts/{name}.md"
    if known := pages.address(where, name, by_name=True):
        return known + part
    found = addresses.place(name, where.kind, where.settings)
    return (permalinks.address_of(found) or f"/{name}") + part


def _page(link: re.Match[str], where: Where) -> str:
    """Return a link to a file as one to the page that was made of it, as it was where that is not known."""
    file = f"/{link['file'].lstrip('/')}" if link["mark"] == "@/" else link["file"]
    known = pages.address(where, file)
    return link["begin"] + known + (link["part"] or "") if known else link[0]


def _escaped(text: str, kept: Counter[str]) -> str:
    def one(command: re.Match[str]) -> str:
        _count(command, kept)
        return markdown.escape_paragraph("," + " ".join(command[0].split()))[1:]

    return _COMMAND.sub(one, text)


def _count(command: re.Match[str], kept: Counter[str]) -> None:
    inside = command["hugo"] or command["liquid"] or command["output"] or ""
    name = _NAME.match(inside.strip())
    if command["hugo"] is not None and inside.strip().startswith("/"):
        return  # the end of one that was counted
    if not (name and name[1].startswith("end") and command["liquid"]):
        kept[name[1] if name else "{{ }}"] += 1


def _has_html(text: str) -> bool:
    return bool(_TAG.search(_FENCE.sub("", text)))


def _without_html(text: str) -> str:
    """Return Markdown with HTML in it as Markdown alone."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - beside the archive's own rules, which know no HTML

    rendered = str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    return markup.markdown_of(rendered)
