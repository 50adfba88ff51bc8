"""What browsers are told: which pages stand, and what stands in the way of newer ones."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass

BEAT = 15.0  # seconds of silence after which a line shows that we are still here


@dataclass(frozen=True, slots=True)
class News:
    """The state of the preview: the revision (generation) and base path of the site, the problems of the last build.

    `problems` are sentences for people, none after a good build.
    """

    revision: str = ""
    base: str = ""
    problems: tuple[str, ...] = ()


class Bulletin:
    """The latest news, posted by the thread that builds and read by any number of open pages."""

    def __init__(self) -> None:
        self.news = News()
        self._is_closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._readers: set[asyncio.Event] = set()

    def post(self, news: News) -> None:
        """Replace the news and tell every reader; to be called from any thread."""
        self.news = news
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ring)

    def close(self) -> None:
        """Let every stream end; to be called in the loop that they run in."""
        self._is_closed = True
        self._ring()

    def _ring(self) -> None:
        for reader in self._readers:
            reader.set()

    async def stream(self) -> AsyncIterator[bytes]:
        """Yield the news as server-sent events: now, and each time that they change."""
        self._loop = asyncio.get_running_loop()
        rung = asyncio.Event()
        self._readers.add(rung)
        try:
            told = None
            while not self._is_closed:
                rung.clear()
                if (news := self.news) is not told:
                    told = news
                    yield b"data: " + json.dumps(asdict(news)).encode() + b"\n\n"
                try:
                    await asyncio.wait_for(rung.wait(), BEAT)
                except TimeoutError:
                    yield b": still here\n\n"
        finally:
            self._readers.discard(rung)
