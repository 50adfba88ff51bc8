"""The law: whatever was edited, lost, spoilt or killed before, a build publishes what a clean one does, byte for byte.

In each run of the tests a few sequences of edits are tried, always the same. `make law` tries LAW_EDITS edits (5,000),
others each time; there every tenth build is compared with a clean one, in a folder and process of its own. Builds take
turns between this process, which has built other sites at the same place before, and new ones.
"""

import copy
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sitegen import answers, build, check, files, manifest
from sitegen.progress import Silent

from . import made, pretended
from .apart import Apart, findings, request

EDITS = int(os.environ.get("LAW_EDITS", "0"))
STEPS = 50 if EDITS else 12
COMPARED = 10 if EDITS else 3
MEMORY = Path("/dev/shm")  # a disk in memory, on Linux; elsewhere the usual place will do
CLOCKS = ("2026-01-01T00:00:00+00:00", "2026-06-01T00:00:00+00:00", "2027-01-01T00:00:00+09:00")

SECOND = 1_000_000_000

numbers = st.integers(0, 15)
names = st.lists(st.sampled_from(made.NAMES), max_size=3)
places = st.sampled_from(range(10_000))


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, every folder, and nothing else: a link or a strange mode is a wrong."""
    found = {}
    for path in folder.rglob("*"):
        assert path.stat(follow_symlinks=False).st_mode in {0o100644, 0o40755}, path
        found[str(path.relative_to(folder))] = path.read_bytes() if path.is_file() else None
    return found


def spoil(path: Path, data: bytes) -> None:
    """Write into a file in place, at another time than before: two writes within a tick of the clock look alike."""
    time = path.stat().st_mtime_ns + 1_000_000
    path.write_bytes(data)
    os.utime(path, ns=(time, time))


class Law(RuleBasedStateMachine):
    """A small archive that is edited and built, edited and built."""

    edits: ClassVar[int] = 0
    compared: ClassVar[int] = 0
    killed: ClassVar[int] = 0
    folder: ClassVar[Path]
    apart: ClassVar[Apart]

    @initialize()
    def begin(self) -> None:
        self.root, self.twin = self.folder / "site", self.folder / "clean"
        for folder in (self.root, self.folder / "cache"):
            files.remove_tree(folder)
        shutil.copytree(self.folder / "clean-cache", self.folder / "cache")
        self.archive = made.Archive(site={key: options[0] for key, options in made.SETTINGS.items()})
        self.archive.others = {path: options[0] for path, options in made.OTHERS.items() if options[0] is not None}
        for name in made.TEMPLATES[:3]:
            self.edit_a_template(name, "")
        for number in range(11):
            topics = [made.NAMES[number % 2], made.NAMES[2 + number % 4]]
            self.archive.add(number, date=made.DATES[number % 9], topics=topics, people=["Bo"] * (number % 3 == 0))
        self.clock = CLOCKS[0]
        self.written: dict[str, bytes] = {}
        self.past: list[made.Archive] = []
        self.killing: dict[str, Any] = {}
        self.turn = 0

    # --- edits ---

    @rule(number=numbers, date=st.sampled_from(made.DATES), topics=names, lang=st.sampled_from(["", "ar", "de"]))
    def add(self, number: int, date: str, topics: list[str], lang: str) -> None:
        self.archive.add(number, date=date, topics=topics, lang=lang)

    @rule(number=numbers)
    def delete(self, number: int) -> None:
        self.archive.delete(number)

    @rule(number=numbers, body=st.sampled_from(made.BODIES))
    def edit_a_body(self, number: int, body: str) -> None:
        self.archive.bodies[number] = body

    @rule(number=numbers, title=st.sampled_from(made.TITLES), summary=st.sampled_from(["", "In short."]))
    def retitle(self, number: int, title: str, summary: str) -> None:
        self.archive.change(number, title=title, summary=summary)

    @rule(number=numbers, topics=names, people=names, source=st.sampled_from(["", "paper", "The Paper", "Gazette"]))
    def retag(self, number: int, topics: list[str], people: list[str], source: str) -> None:
        self.archive.change(number, topics=topics, people=people, source=source)

    @rule(number=numbers, date=st.sampled_from(made.DATES), added=st.sampled_from(["2026-01-01", "2026-02-02", ""]))
    def redate(self, number: int, date: str, added: str) -> None:
        self.archive.change(number, date=date, added=added)

    @rule(number=numbers, folder=st.sampled_from(made.FOLDERS), name=st.sampled_from(["n", "other-"]))
    def rename(self, number: int, folder: str, name: str) -> None:
        self.archive.paths[number] = f"content/{folder}/{name}{number}.md"

    @rule(number=numbers, publish=st.sampled_from([None, "full", "excerpt", "metadata", "withheld"]))
    def restrict(self, number: int, publish: str | None) -> None:
        self.archive.change(number, rights={"publish": publish} if publish else None)

    @rule(number=numbers, status=st.sampled_from(["published", "review", "withdrawn", "withheld"]))
    def set_status(self, number: int, status: str) -> None:
        self.archive.change(number, status=status)

    @rule(number=numbers, moment=st.sampled_from(["", "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z"]))
    def embargo(self, number: int, moment: str) -> None:
        self.archive.change(number, embargo=moment)

    @rule(number=numbers, other=numbers, versions=st.booleans())
    def relate(self, number: int, other: int, versions: bool) -> None:  # noqa: FBT001 - drawn by Hypothesis
        theirs = [f"n{other}"] if versions and other != number else []
        keys = {"same_story": f"n{other}", "translation_of": f"n{other}", "versions": theirs, "collections": ["c"]}
        self.archive.change(number, **keys, aliases=[f"/old/n{number}/"])

    @rule(number=numbers, name=st.sampled_from(["", "a.png", "b.png"]))
    def show_a_picture(self, number: int, name: str) -> None:
        self.archive.change(number, images=[{"src": name, "alt": "A", "caption": "The quay."}] if name else [])

    @rule(number=numbers)
    def take_down_or_bring_back(self, number: int) -> None:
        if number in self.archive.articles:
            self.archive.down ^= {number}

    @rule(key=st.sampled_from(sorted(made.SETTINGS)), choice=places)
    def edit_the_site(self, key: str, choice: int) -> None:
        options = made.SETTINGS[key]
        self.archive.site[key] = options[choice % len(options)]

    @rule(path=st.sampled_from(sorted({*made.OTHERS, *made.PICTURES})), choice=places)
    def edit_another_file(self, path: str, choice: int) -> None:
        options = {**made.OTHERS, **made.PICTURES}[path]
        self.archive.put(path, options[choice % len(options)])

    @rule(name=st.sampled_from(made.TEMPLATES), words=st.sampled_from(["", "<b></b>", None]))
    def edit_a_template(self, name: str, words: str | None) -> None:
        text = None if words is None else made.FOOT.format(name=name, words=words)
        self.archive.put(f"themes/own/templates/{name}", text)

    @rule(back=st.integers(1, 8))
    def go_back(self, back: int) -> None:
        """All files become what they were some edits ago, as after a `git checkout`."""
        self.archive = self.past[max(-back, -len(self.past))] if self.past else self.archive

    @rule(clock=st.sampled_from(CLOCKS))
    def wait(self, clock: str) -> None:
        self.clock = clock

    # --- mishaps ---

    @rule(choice=places, how=st.sampled_from(["spoil", "lose", "stray"]), where=st.sampled_from(["public", "twin"]))
    def harm_an_output(self, choice: int, how: str, where: str) -> None:
        asked = self.request()
        folder = asked.out if where == "public" else build.state_of(asked) / "twin"
        found = sorted(path for path in folder.rglob("*") if path.is_file() and path != asked.out / files.MARK)
        path = found[choice % len(found)] if found else folder / "none"
        if how == "stray":
            files.write_text(path.parent / "stray.txt", "x")
        elif how == "lose":
            path.unlink(missing_ok=True)
        elif path.is_file():
            spoil(path, bytes(path.stat().st_size))

    @rule(
        what=st.sampled_from([".sitegen", ".sitegen/trees", ".sitegen/search", ".sitegen/articles", "public", "cache"])
    )
    def forget(self, what: str) -> None:
        files.remove_tree(self.folder / what if what == "cache" else self.root / what)

    @rule(choice=places, how=st.sampled_from(["flip", "cut", "empty", "lose"]))
    def damage_what_is_kept(self, choice: int, how: str) -> None:
        kept = [*(self.root / ".sitegen").rglob("*"), *(self.folder / "cache").rglob("*")]
        found = sorted(path for path in kept if path.is_file() and "twin" not in path.parts and path.name != "lock")
        path = found[choice % len(found)] if found else self.root / ".sitegen/none"
        if how == "lose" or not path.is_file():
            path.unlink(missing_ok=True)
            return
        data = path.read_bytes()
        middle = choice % max(len(data), 1)
        flipped = data[:middle] + bytes(255 - one for one in data[middle : middle + 1]) + data[middle + 1 :]
        spoil(path, {"flip": flipped, "cut": data[:middle], "empty": b""}[how])

    @rule(nth=st.integers(1, 400), number=numbers)
    def kill(self, nth: int, number: int) -> None:
        """The next build is killed before its nth file call, and the one after that must mend what it left."""
        self.edit_a_body(number, f"Killed {nth}.\n")
        self.killing = {"kill": nth}

    @rule(nth=st.integers(1, 400), number=numbers)
    def kill_where_folders_cannot_change_places(self, nth: int, number: int) -> None:
        self.kill(nth, number)
        self.killing["refuse"] = ["exchange"]

    # --- the law ---

    def request(self) -> build.Request:
        return request(self.root, self.folder / "cache", self.clock)

    def write(self) -> None:
        """Bring the site's files to what they shall be.

        It is done in place, as some editors do, and on a disk whose clock knows whole seconds only: neither inode nor
        time tells of an edit.
        """
        wanted = self.archive.files()
        for path in self.written.keys() - wanted.keys():
            (self.root / path).unlink()
        for path, data in wanted.items():
            if self.written.get(path) != data:
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(data)
                time = (self.root / path).stat().st_mtime_ns // SECOND * SECOND
                os.utime(self.root / path, ns=(time, time))
        self.written = wanted
        self.past = [*self.past[-8:], copy.deepcopy(self.archive)]

    @invariant()
    def what_is_published_is_what_a_clean_build_publishes(self) -> None:
        if not hasattr(self, "archive"):
            return
        type(self).edits += 1
        self.turn += 1
        self.write()
        torn = self.dies() if self.killing else None
        compares = self.turn % COMPARED == 0
        asked = self.request()
        expected = answers.reasons(asked) if compares else {}
        if self.turn % 5:
            report = build.build(asked, Silent())
            found = findings(report)
            if compares:
                gone = [url for url, why in expected.items() if why == [f"{url}: {manifest.OUTRIGHT['gone']}"]]
                assert report.made == len(expected) - len(gone), expected
        else:
            found = self.apart.build(self.root, self.folder / "cache", self.clock) or []
        record = manifest.load(build.state_of(asked) / "live.manifest")
        assert set(record.outputs) == set(files.survey(asked.out).files)
        assert check.tree(asked.out, record, digests=True) == ()
        if torn is not None or compares:
            published = tree(asked.out)
            assert torn is None or torn in ({}, self.before, published), "a kill left a mixture"
        if compares:
            self.compare(published, found)
            assert answers.reasons(asked) == {}

    def dies(self) -> dict[str, bytes | None] | None:
        """Let a build be killed; return what it left published, None where it ended first."""
        self.before = tree(self.root / "public")
        died = self.apart.build(self.root, self.folder / "cache", self.clock, **self.killing) is None
        type(self).killed += died
        there = (self.root / "public").exists()
        # between the two steps of a rename pair there is nothing; else there must be one generation
        assert there or not died or self.killing.get("refuse") or not self.before
        self.killing = {}
        return tree(self.root / "public") if died else None

    def compare(self, published: dict[str, bytes | None], found: list[str]) -> None:
        """Build the same files in a new folder by a new process."""
        type(self).compared += 1
        files.remove_tree(self.twin)
        for path, data in self.written.items():
            (self.twin / path).parent.mkdir(parents=True, exist_ok=True)
            (self.twin / path).write_bytes(data)
        told = self.apart.build(self.twin, self.folder / "clean-cache", self.clock)
        clean = tree(self.twin / "public")
        differ = sorted(path for path in {*published, *clean} if published.get(path) != clean.get(path))
        assert differ == [], {path: (published.get(path), clean.get(path)) for path in differ[:2]}
        assert published == clean
        assert found == told


class TestLaw(Law.TestCase):  # type: ignore[valid-type,misc] # made by Hypothesis
    """Many sequences of edits."""

    settings = settings(
        max_examples=EDITS // 45 + 1 if EDITS else 5,
        stateful_step_count=STEPS,
        derandomize=not EDITS,
        database=None,
        print_blob=True,
        report_multiple_bugs=False,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )

    @classmethod
    def setUpClass(cls) -> None:
        cls.patch = pytest.MonkeyPatch()
        pretended.instead(cls.patch)
        cls.held = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        Law.folder = Path(cls.held.name)
        Law.apart = Apart()
        (Law.folder / "clean-cache").mkdir()

    @classmethod
    def tearDownClass(cls) -> None:
        Law.apart.end()
        cls.held.cleanup()
        cls.patch.undo()
