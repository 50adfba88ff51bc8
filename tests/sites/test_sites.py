"""Golden sites: small archives, and what the pages that make their claim say, whatever the theme looks like.

Each folder is a claim. `expected/<output>.txt` holds what that output says (see `said`); `nowhere.txt` holds words that
may be in no output at all, `absent.txt` outputs that may not be there.
"""

import datetime as dt
import shutil
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitegen import build
from sitegen.progress import Silent

HERE = Path(__file__).parent
CLAIMS = sorted(path.name for path in HERE.iterdir() if (path / "content").is_dir())
CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
OURS = shutil.ignore_patterns("expected", "nowhere.txt", "absent.txt")
VOID = frozenset({"meta", "link", "img", "br", "input", "hr", "source", "wbr"})


class Page(HTMLParser):
    """Reads out of a page what does not depend on its looks: headings, days, links, pictures, text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.lines: list[str] = []

    def inside(self, tag: str, kind: str = "") -> bool:
        return any(
            name == tag and (not kind or kind in (known.get("class") or "").split()) for name, known, _ in self.open
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "html":
            self.lines.append(f"html {known['lang']} {known['dir']}")
        if tag == "img" and self.inside("main"):
            self.lines.append(f"img {known['src']}: {known['alt']}")
        if tag not in VOID:
            self.open.append((tag, known, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not self.inside("span", "count"):
            for _, _, words in self.open:
                words.append(data)

    def handle_endtag(self, tag: str) -> None:
        name, known, words = self.open.pop()
        assert name == tag, f"<{name}> is closed by </{tag}>"
        text = " ".join("".join(words).split())
        if not self.inside("main"):
            return
        if tag in {"h1", "h2", "h3"} and not self.lines[-1].startswith(f"a {text}: "):
            self.lines.append(f"{tag} {text}")
        elif tag == "p" and self.inside("div", "text"):
            self.lines.append(f"p {text}")
        elif tag == "time":
            self.lines.append(f"time {known['datetime']}: {text}")
        elif tag == "a" and known.get("tabindex") != "-1":
            self.lines.append(f"a {text}: {known['href']}")


def said(path: Path) -> list[str]:
    """What an output says: a page's headings, days, links and text; a feed's entries; any other file's lines."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        page = Page()
        page.feed(text)
        return page.lines
    if path.suffix == ".xml":
        return [
            f"{one.tag.partition('}')[2]} {one.text or one.get('href')}"
            for one in ET.fromstring(text).iter()
            if (one.text or one.get("href") or "").strip()
        ]
    return text.splitlines()


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_golden_site_says_what_it_claims(claim: str, tmp_path: Path) -> None:
    root, out = tmp_path / "site", tmp_path / "site/public"
    shutil.copytree(HERE / claim, root, ignore=OURS)
    build.build(build.Request(root, out, CLOCK, jobs=1, search=False, take_in=False), Silent())
    expected = sorted((HERE / claim / "expected").rglob("*.txt"))
    assert expected, "a claim without what is expected"
    for path in expected:
        output = str(path.relative_to(HERE / claim / "expected")).removesuffix(".txt")
        assert (output, said(out / output)) == (output, path.read_text("utf-8").splitlines())
    for words in lines(HERE / claim / "nowhere.txt"):
        assert not [path for path in out.rglob("*") if path.is_file() and words.encode() in path.read_bytes()], words
    for output in lines(HERE / claim / "absent.txt"):
        assert not (out / output).exists(), output


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []
