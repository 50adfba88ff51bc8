import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from sitegen.live import bulletin
from sitegen.live.bulletin import Bulletin, News


async def told(stream: AsyncIterator[bytes]) -> Any:
    line = await asyncio.wait_for(anext(stream), 10)
    assert line.startswith(b"data: ")
    assert line.endswith(b"\n\n")
    assert line.count(b"\n") == 2
    return json.loads(line[6:])


def test_a_reader_is_told_the_news_at_once_and_each_change_of_them() -> None:
    async def read() -> None:
        board = Bulletin()
        board.post(News("a", "/repo"))
        stream = board.stream()
        assert await told(stream) == {"revision": "a", "base": "/repo", "problems": []}
        await asyncio.to_thread(board.post, News("a", "/repo", ("site.yaml:1: Wrong.\nAnd\r more.",)))
        assert (await told(stream))["problems"] == ["site.yaml:1: Wrong.\nAnd\r more."]
        await stream.aclose()  # type: ignore[attr-defined]

    asyncio.run(read())


def test_every_stream_ends_when_the_bulletin_is_closed() -> None:
    async def read() -> list[list[bytes]]:
        board = Bulletin()

        async def all_of() -> list[bytes]:
            return [line async for line in board.stream()]

        readers = [asyncio.create_task(all_of()) for _ in range(3)]
        await asyncio.sleep(0)
        board.close()
        return await asyncio.wait_for(asyncio.gather(*readers), 10)

    assert [len(lines) for lines in asyncio.run(read())] == [1, 1, 1]


def test_a_reader_who_left_is_forgotten() -> None:
    async def read() -> int:
        board = Bulletin()
        stream = board.stream()
        await told(stream)
        await stream.aclose()  # type: ignore[attr-defined]
        return len(board._readers)

    assert asyncio.run(read()) == 0


def test_silence_is_broken_by_a_line_that_is_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulletin, "BEAT", 0.01)

    async def read() -> bytes:
        stream = Bulletin().stream()
        await told(stream)
        return await asyncio.wait_for(anext(stream), 10)

    assert asyncio.run(read()).startswith(b":")


def test_news_may_be_posted_before_and_after_the_loop_lives() -> None:
    board = Bulletin()
    board.post(News("a"))

    async def read() -> None:
        stream = board.stream()
        await told(stream)
        await stream.aclose()  # type: ignore[attr-defined]

    asyncio.run(read())
    board.post(News("b"))
    assert board.news.revision == "b"
