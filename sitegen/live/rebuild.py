"""Keeps the published pages up with what is edited: a build at each change, the last good pages at each mistake."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event

from sitegen import build, config, files
from sitegen.live.bulletin import Bulletin, News
from sitegen.live.watch import Watch
from sitegen.model import Report
from sitegen.problems import BuildError, SitegenError, UsageError, sentence
from sitegen.progress import Progress
from sitegen.urls import base_path

INDEX = "search/shards.json"
WAIT = 10.0  # seconds for which another build may hold the site before that is called a problem


class Interrupted(Exception):  # noqa: N818 - no error: the preview ends
    """Unwinds a build that nobody waits for any more, between two of its steps."""


@dataclass(frozen=True, slots=True)
class Interruptible:
    """Progress that is passed on, and a build that stops at its next step once `stopped` is set."""

    progress: Progress
    stopped: Event

    def stage(self, name: str, total: int = 0) -> None:
        """Pass it on. Raises Interrupted."""
        self._go_on()
        self.progress.stage(name, total)

    def step(self, count: int = 1) -> None:
        """Pass it on. Raises Interrupted."""
        self._go_on()
        self.progress.step(count)

    def close(self) -> None:
        """Pass it on."""
        self.progress.close()

    def _go_on(self) -> None:
        if self.stopped.is_set():
            raise Interrupted


@dataclass(frozen=True, slots=True)
class Rebuild:
    """What it takes to build again: the request, who is told in browsers, and who is told on the terminal."""

    request: build.Request
    bulletin: Bulletin
    progress: Progress
    report: Callable[[Report | SitegenError], None]

    def first(self) -> None:
        """Build for the first time; a mistake in the site is told. Raises LockedError and FileError.

        Where there is no search index yet, the pages do not wait for it: `keep_up` makes it.
        """
        try:
            self._publish(self.request if self._is_indexed() else replace(self.request, search=False))
        except (BuildError, UsageError) as error:
            self._tell(error)

    def keep_up(self, watch: Watch) -> None:
        """Make the index if it is missing, then build at each change, until the watch or the progress ends it."""
        later = replace(self, request=replace(self.request, clean=False, wait=max(self.request.wait, WAIT)))
        try:
            if self.bulletin.news.revision and not self._is_indexed():
                later.again()
            for _changed in watch.changes():
                later.again()
        except Interrupted:
            return

    def again(self) -> None:
        """Build as `sitegen build` would; what stops it is told, and the last good pages stay."""
        try:
            self._publish(self.request)
        except SitegenError as error:
            self._tell(error)
        except OSError as error:
            self._tell(files.refused(error, str(error.filename or self.request.out)))

    def _is_indexed(self) -> bool:
        return not self.request.search or (self.request.out / INDEX).is_file()

    def _publish(self, request: build.Request) -> None:
        made = build.build(request, self.progress)
        settled, _ = config.load(request.root, request.environment, request.base_url)
        self.bulletin.post(News(made.generation, base_path(settled.base_url)))
        self.report(made)

    def _tell(self, error: SitegenError) -> None:
        self.bulletin.post(replace(self.bulletin.news, problems=tuple(sentence(one) for one in error.problems)))
        self.report(error)
