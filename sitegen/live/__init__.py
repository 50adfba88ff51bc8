"""Live preview: build, serve, watch, build again."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from sitegen import build
from sitegen.live import server
from sitegen.live.bulletin import Bulletin
from sitegen.live.rebuild import Interruptible, Rebuild
from sitegen.live.watch import Watch
from sitegen.model import Report
from sitegen.problems import SitegenError
from sitegen.progress import Progress
from sitegen.publish import claim

ENDING = 0.5  # seconds that a build under way is given to end with us


def serve(
    request: build.Request,
    host: str,
    port: int,
    *,
    open_browser: bool,
    poll: bool,
    progress: Progress,
    say: Callable[[str], None],
    report: Callable[[Report | SitegenError], None],
) -> None:
    """Build a site, serve what is published in `request.out`, and build again at each change, until Ctrl-C.

    The pages are those that `build` would publish, base path included. `report` is told how each build ended, from the
    thread that builds. A mistake in the site keeps the last good pages; raises
    UsageError (port taken, output folder not ours), and LockedError or FileError if a first build cannot even begin.
    """
    with suppress(KeyboardInterrupt):
        preview = Preview(request, host, port, poll=poll, progress=progress, say=say, report=report)
        say(f"{preview.address} shows {request.out}. Ctrl-C ends.")
        # at Ctrl-C the server ends cleanly, then raises the signal again for whoever had it before
        preview.run(open_browser=open_browser)


class Preview:
    """A socket that is ours and pages that were built (or could not be); from `run` on, a server and a builder."""

    def __init__(
        self,
        request: build.Request,
        host: str,
        port: int,
        *,
        poll: bool,
        progress: Progress,
        say: Callable[[str], None],
        report: Callable[[Report | SitegenError], None],
    ) -> None:
        claim(request.out, request.root)
        self.socket = server.listen(host, port)
        self.host, self.port = host, int(self.socket.getsockname()[1])
        self.bulletin, self.stopped = Bulletin(), Event()
        self.watch = Watch(request.root, poll=poll, say=say)
        self.rebuild = Rebuild(request, self.bulletin, Interruptible(progress, self.stopped), report)
        self.server = server.Server(server.app(request.out, self.bulletin, host, self.port), self.bulletin)
        self.failure: Exception | None = None
        try:
            # here, before any thread is started: rendering can fork then
            self.rebuild.first()
        except BaseException:
            self.socket.close()
            raise

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"{server.address_of(self.host, self.port)}{self.bulletin.news.base}/"

    def run(self, *, open_browser: bool = False) -> None:
        """Serve and keep up until `stop` or a signal; raises what ended the builder, if anything did."""
        self.server.browser = self.address if open_browser else ""
        builder = Thread(target=self._keep_up, name="sitegen-builder", daemon=True)
        builder.start()
        try:
            self.server.run(sockets=[self.socket])
        finally:
            self.stop()
            builder.join(ENDING)
        if self.failure:
            raise self.failure

    def stop(self) -> None:
        """Let `run` end within a second; to be called from any thread."""
        self.stopped.set()
        self.watch.stop()
        self.server.should_exit = True

    def _keep_up(self) -> None:
        try:
            self.rebuild.keep_up(self.watch)
        except Exception as error:  # noqa: BLE001 - raised again in the thread that waits for us
            self.failure = error
        finally:
            self.server.should_exit = True
