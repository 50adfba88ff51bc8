"""Shards into files: what is made, what is kept, what goes."""

import gzip
import json
from pathlib import Path

import pytest

from sitegen import dates, digest
from sitegen.model import Body, File, Shard, Stub
from sitegen.problems import BuildError, sentence
from sitegen.search import index, indexing, pagefind, version


def _shard(root: Path, name: str, *texts: str, lang: str = "en") -> Shard:
    stubs = []
    for number, text in enumerate(texts):
        path = f"content/news/{name}{number}.md"
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"---\ntitle: x\n---\n\n{text}\n", encoding="utf-8")
        body = Body(path, digest.of_bytes(text.encode()))
        filters = (("year", "1961"), ("lang", lang))
        own = f"{name}{number}"
        stubs.append(Stub(own, f"/news/{own}/", lang, f"Title {name}", "", body, dates.parse("1961"), filters))
    mark = digest.of_value([version(), stubs])
    return Shard(f"{lang}-{name}-{mark[:12]}", lang, name, "1961-01-01", "1961-01-01", tuple(stubs), mark)


def _index(root: Path, shards: list[Shard], done: list[str] | None = None) -> tuple[File, ...]:
    heard = [] if done is None else done
    return index(shards, root, root / "cache", 1500, 2, lambda shard: heard.append(shard.span))


def _words(files: tuple[File, ...]) -> str:
    return "".join(gzip.decompress(Path(one.path).read_bytes()).decode() for one in files if "/fragment/" in one.url)


def test_only_what_the_page_needs_is_published_and_shared_files_once(tmp_path: Path) -> None:
    files = _index(tmp_path, [_shard(tmp_path, "a", "One.", "Two."), _shard(tmp_path, "b", "Three.")])
    urls = [one.url for one in files]
    assert len(set(urls)) == len(urls)
    shared = sorted(url for url in urls if url.count("/") == 2)
    assert shared == ["/search/pagefind.js", "/search/shards.json", "/search/wasm.en.pagefind"]
    assert {url.rsplit(".", 1)[1] for url in urls if url not in shared} == {
        "pf_meta",
        "pf_index",
        "pf_filter",
        "pf_fragment",
    }
    assert all(digest.of_bytes(Path(one.path).read_bytes()) == one.digest for one in files)


def test_a_known_shard_is_not_made_again(tmp_path: Path) -> None:
    one, two = _shard(tmp_path, "a", "One."), _shard(tmp_path, "b", "Two.")
    first = _index(tmp_path, [one, two])
    done: list[str] = []
    assert _index(tmp_path, [one, two], done) == first
    assert done == []
    _index(tmp_path, [one, _shard(tmp_path, "b", "Three.")], done)
    assert done == ["b"]


def test_words_that_left_the_archive_are_in_no_file(tmp_path: Path) -> None:
    secret = _shard(tmp_path, "a", "Confidential matters.", "Plain.")
    assert "Confidential" in _words(_index(tmp_path, [secret]))
    files = _index(tmp_path, [_shard(tmp_path, "a", "Plain.")])
    assert "Plain" in _words(files)
    assert "Confidential" not in _words(files)
    assert not (tmp_path / "cache" / secret.name).exists()
    held = list((tmp_path / "cache").rglob("*.pf_fragment"))
    assert "Confidential" not in "".join(gzip.decompress(one.read_bytes()).decode() for one in held)


def test_a_cache_without_the_shared_files_is_made_whole_again(tmp_path: Path) -> None:
    one = _shard(tmp_path, "a", "One.")
    first = _index(tmp_path, [one])
    next((tmp_path / "cache").glob("runtime-*/wasm.en.pagefind")).unlink()
    assert [file.url for file in _index(tmp_path, [one])] == [file.url for file in first]


def test_all_bodies_that_changed_are_named_and_nothing_is_left_half_made(tmp_path: Path) -> None:
    shard = _shard(tmp_path, "a", "One.", "Two.", "Three.")
    for number in (0, 2):
        (tmp_path / "content" / "news" / f"a{number}.md").write_text("---\ntitle: x\n---\n\nElse.\n")
    with pytest.raises(BuildError) as caught:
        _index(tmp_path, [shard])
    assert [str(one.place) for one in caught.value.problems] == ["content/news/a0.md", "content/news/a2.md"]
    assert [one.name for one in (tmp_path / "cache").glob("*")] == []


def test_a_failed_run_leaves_the_shards_that_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = _shard(tmp_path, "a", "One.")
    first = _index(tmp_path, [one])
    monkeypatch.setattr(pagefind, "executable", lambda: "/bin/false")
    with pytest.raises(BuildError) as caught:
        _index(tmp_path, [one, _shard(tmp_path, "b", "Two.")])
    assert "Pagefind ended with code 1" in sentence(caught.value.problems[0])
    assert all(Path(file.path).is_file() for file in first)
    assert not (tmp_path / "cache" / indexing.MAKING).exists()


def test_an_archive_without_articles_has_a_table_and_no_index(tmp_path: Path) -> None:
    (only,) = _index(tmp_path, [])
    assert only.url == "/search/shards.json"
    assert json.loads(Path(only.path).read_text())["shards"] == []


def test_languages_have_their_own_wasm(tmp_path: Path) -> None:
    files = _index(
        tmp_path,
        [
            _shard(tmp_path, "a", "One."),
            _shard(tmp_path, "b", "رصيف", lang="ar"),
            _shard(tmp_path, "c", "港", lang="ja"),
        ],
    )
    assert sorted(one.url for one in files if "wasm" in one.url) == [
        f"/search/wasm.{name}.pagefind" for name in ("ar", "en", "unknown")
    ]


def test_no_more_runs_at_a_time_than_memory_allows(tmp_path: Path) -> None:
    shards = [_shard(tmp_path, "a", "One.")]
    room = pagefind.megabytes(1)
    assert [indexing._at_once(shards, int(room * times) + 1, 8) for times in (0, 1, 3, 99)] == [1, 1, 3, 8]
