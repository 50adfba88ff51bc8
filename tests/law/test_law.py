"""The law: whatever was edited, lost or spoilt before, an incremental build is a clean one, byte for byte."""

import datetime as dt
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sitegen import answers, build, check, files, frontmatter, manifest
from sitegen.progress import Silent

# how many sequences of edits are tried: few in each run of the tests, more by hand (LAW_EXAMPLES=500)
EXAMPLES = int(os.environ.get("LAW_EXAMPLES", "8"))
CLOCK = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
SMALL = {"list_newest": 2, "list_by_year": 3, "list_by_month": 2, "feed": 3, "related": 2}
NAMES = ["Ada Quay", "ada quay", "Bo", "رياح", "storms"]
DATES = ["1953-02-01", "1953-02", "1953-03-04", "1953", "196X", "1961~", "1961-12-31", "2011-05/..", "../1950", ""]
TITLES = ["Light", "The <b>Storm</b>", "رسالة", "Quay & harbour", "Light"]
BODIES = ["One.\n", "One.\n\nTwo.\n", "## Part\n\nSee [it](../1953/n1.md).\n", "", "[lost](nowhere.md)\n"]
numbers = st.integers(0, 7)


def clean_tree(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, and every folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
        if not path.is_symlink()
    }


class Law(RuleBasedStateMachine):
    """A small archive that is edited and built, edited and built."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "site"
        self.articles: dict[str, dict[str, Any]] = {}
        self.places: dict[str, str] = {}
        self.bodies: dict[str, str] = {}
        self.site: dict[str, Any] = {"title": "The Lamp", "base_url": "https://example.org/lamp", "limits": SMALL}
        self.down: set[str] = set()
        self.others: dict[str, str] = {"content/about.md": "---\ntitle: About\n---\n[x](sea/1953/n1.md)\n"}
        self.written: set[str] = set()
        for number, date in enumerate(DATES[:5]):
            self.add(number, date, ["Bo"], "en")

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    # --- edits ---

    @rule(
        number=numbers,
        date=st.sampled_from(DATES),
        topics=st.lists(st.sampled_from(NAMES), max_size=3),
        lang=st.sampled_from(["en", "ar"]),
    )
    def add(self, number: int, date: str, topics: list[str], lang: str) -> None:
        name = f"n{number}"
        self.articles[name] = {
            "id": name,
            "title": TITLES[number % 5],
            "date": date,
            "lang": lang,
            "topics": topics,
            "added": "2026-01-01",
        }
        self.places[name] = "sea/1953"
        self.bodies[name] = BODIES[number % 5]

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        self.articles.pop(f"n{number}", None)
        self.down.discard(f"n{number}")

    def change(self, number: int, **keys: Any) -> None:
        if f"n{number}" in self.articles:
            self.articles[f"n{number}"].update(keys)

    @rule(number=numbers, body=st.sampled_from(BODIES))
    def edit_a_body(self, number: int, body: str) -> None:
        self.bodies[f"n{number}"] = body

    @rule(number=numbers, title=st.sampled_from(TITLES), summary=st.sampled_from(["", "In short."]))
    def retitle(self, number: int, title: str, summary: str) -> None:
        self.change(number, title=title, summary=summary)

    @rule(
        number=numbers,
        topics=st.lists(st.sampled_from(NAMES), max_size=3),
        people=st.lists(st.sampled_from(NAMES), max_size=2),
    )
    def retag(self, number: int, topics: list[str], people: list[str]) -> None:
        self.change(number, topics=topics, people=people)

    @rule(number=numbers, date=st.sampled_from(DATES))
    def redate(self, number: int, date: str) -> None:
        self.change(number, date=date)

    @rule(number=numbers, place=st.sampled_from(["sea/1953", "news/undated", "news/2024"]))
    def move(self, number: int, place: str) -> None:
        self.places[f"n{number}"] = place

    @rule(number=numbers, publish=st.sampled_from(["full", "excerpt", "metadata", "withheld"]))
    def restrict(self, number: int, publish: str) -> None:
        self.change(number, rights={"publish": publish})

    @rule(number=numbers, status=st.sampled_from(["published", "review", "withdrawn"]))
    def set_status(self, number: int, status: str) -> None:
        self.change(number, status=status)

    @rule(number=numbers, other=numbers)
    def relate(self, number: int, other: int) -> None:
        self.change(number, same_story=f"n{other}", translation_of=f"n{other}", aliases=[f"/old/n{number}/"])

    @rule(number=numbers)
    def take_down_or_bring_back(self, number: int) -> None:
        if f"n{number}" in self.articles:
            self.down ^= {f"n{number}"}

    @rule(title=st.sampled_from(["The Lamp", "Другой"]), languages=st.sampled_from([["en"], ["en", "ar"]]))
    def edit_the_site(self, title: str, languages: list[str]) -> None:
        self.site.update(title=title, languages=languages)

    @rule(accent=st.sampled_from(["moss", "ink"]), theme=st.sampled_from(["standard", "own"]))
    def choose_a_theme(self, accent: str, theme: str) -> None:
        self.others["themes/own/theme.yaml"] = "name: own\nextends: standard\n"
        self.site.update(options={"accent": accent}, theme=theme)

    @rule(name=st.sampled_from(["page.html", "list.html", "home.html"]), text=st.sampled_from(["", "<i></i>"]))
    def edit_a_template(self, name: str, text: str) -> None:
        self.others["themes/own/theme.yaml"] = "name: own\nextends: standard\n"
        self.others[f"themes/own/templates/{name}"] = (
            f'{{% extends "standard/{name}" %}}{{% block foot %}}{text}{{% endblock %}}'
        )

    @rule(
        path=st.sampled_from(["static/a.txt", "static/sub/robots.txt", "static/robots.txt"]),
        text=st.sampled_from(["1", "2", ""]),
    )
    def edit_a_static_file(self, path: str, text: str) -> None:
        self.others[path] = text

    @rule(path=st.sampled_from(["static/a.txt", "static/robots.txt", "content/about.md", "content/collections/c.md"]))
    def remove_a_file(self, path: str) -> None:
        self.others.pop(path, None)

    @rule(name=st.sampled_from(["Ada Quay", "Ada Q."]))
    def edit_an_authority_file(self, name: str) -> None:
        self.others["content/authority/topics.yaml"] = f"ada: {{name: {name}, aliases: [Ada Quay]}}\n"

    @rule(number=numbers)
    def edit_a_collection(self, number: int) -> None:
        self.others["content/collections/c.md"] = (
            f"---\ntitle: C\nitems: [{{id: n{number}}}, {{id: n1}}]\n---\nEssay.\n"
        )

    # --- mishaps ---

    @rule(choice=st.integers(0, 10_000), how=st.sampled_from(["spoil", "lose", "stray"]))
    def harm_an_output(self, choice: int, how: str) -> None:
        found = sorted(
            path for path in (self.root / "public").rglob("*") if path.is_file() and path.name != "sitegen.json"
        )
        path = found[choice % len(found)]
        if how == "lose":
            path.unlink()
        elif how == "spoil":
            path.write_bytes(bytes(path.stat().st_size))
        else:
            files.write_text(path.parent / "stray.txt", "x")

    @rule(what=st.sampled_from([".sitegen", ".sitegen/trees", ".sitegen/cache"]))
    def forget(self, what: str) -> None:
        files.remove_tree(self.root / what)

    @rule()
    def damage_the_records(self) -> None:
        for path in (self.root / ".sitegen").rglob("*.manifest"):
            path.write_bytes(path.read_bytes()[:-1])

    # --- the law ---

    @invariant()
    def what_is_published_is_what_a_clean_build_publishes(self) -> None:
        if not hasattr(self, "folder"):
            return
        self.write()
        asked = self.request("public")
        build.build(asked, Silent())
        fresh = self.request("fresh")
        files.remove_tree(build.state_of(fresh))
        files.remove_tree(fresh.out)
        build.build(fresh, Silent())
        assert clean_tree(asked.out) == clean_tree(fresh.out)
        record = manifest.load(build.state_of(asked) / "live.manifest")
        assert check.tree(asked.out, record, digests=True) == ()
        assert answers.reasons(asked) == {}

    def request(self, out: str) -> build.Request:
        cache = self.root.parent / "cache"
        return build.Request(self.root, self.root / out, CLOCK, jobs=1, search=False, take_in=False, cache=cache)

    def write(self) -> None:
        """Bring the site's files to what they shall be."""
        wanted = {
            f"content/{self.places[name]}/{name}.md": frontmatter.write(kept(keys), self.bodies[name])
            for name, keys in self.articles.items()
        }
        wanted |= self.others
        wanted["site.yaml"] = frontmatter.write(self.site, "").partition("---\n")[2].partition("---\n")[0]
        wanted["content/takedowns.yaml"] = (
            "".join(f"- {{id: {one}, date: 2026-01-01}}\n" for one in sorted(self.down)) or "[]\n"
        )
        for path in self.written - set(wanted):
            (self.root / path).unlink()
        for path, text in wanted.items():
            there = self.root / path
            if not there.is_file() or there.read_text("utf-8") != text:
                files.write_text(there, text)
        self.written = set(wanted)


def kept(keys: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter without what is empty."""
    return {key: value for key, value in keys.items() if value}


TestLaw = Law.TestCase
TestLaw.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
