import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from sitegen.live import script, server
from sitegen.live.bulletin import Bulletin, News
from sitegen.problems import UsageError

SECRET = "not to be served"


class Serving:
    """A server on a free loopback port, spoken to with raw bytes."""

    def __init__(self, out: Path, browser: str = "") -> None:
        self.bulletin = Bulletin()
        self.socket = server.listen("127.0.0.1", 0)
        self.port = int(self.socket.getsockname()[1])
        self.server = server.Server(server.app(out, self.bulletin, "127.0.0.1", self.port), self.bulletin, browser)
        self.thread = Thread(target=lambda: self.server.run(sockets=[self.socket]), daemon=True)
        self.thread.start()

    def end(self) -> None:
        self.server.should_exit = True
        self.thread.join(10)
        assert not self.thread.is_alive()

    def connect(self, data: bytes) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), 10)
        connection.sendall(data)
        return connection

    def raw(self, data: bytes) -> tuple[int, dict[str, str], bytes]:
        """Send bytes and return status, headers (names in small letters) and body of what comes back."""
        with self.connect(data) as connection:
            answer = b""
            while part := connection.recv(65536):
                answer += part
        head, _, body = answer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        return (
            int(first.split()[1]),
            {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)},
            body,
        )

    def get(self, target: str, *more: str, method: str = "GET", host: str = "") -> tuple[int, dict[str, str], bytes]:
        lines = [
            f"{method} {target} HTTP/1.1",
            f"Host: {host or f'127.0.0.1:{self.port}'}",
            "Connection: close",
            *more,
            "",
            "",
        ]
        return self.raw("\r\n".join(lines).encode("utf-8"))

    def news(self, connection: socket.socket, wanted: bytes) -> bytes:
        end, heard = monotonic() + 10, b""
        while wanted not in heard and monotonic() < end:
            heard += connection.recv(65536)
        return heard


def published(folder: Path) -> Path:
    public = folder / "public"
    pages = {
        "index.html": "<body>home</body>",
        "404.html": "<body>no such page</body>",
        "sea/1953/ضوء/index.html": "<body>light</body>",
        "sea/index.html": "<body>sea</body>",
        "search/wasm.en.pagefind": "wasm",
        "search/x.pf_meta": "meta",
        "assets/site.css": "a{}",
        "assets/a.js": "1",
        "feed.xml": "<feed/>",
        "x.wasm": "w",
        ".well-known/sitegen.json": "{}",
        ".nojekyll": "",
        "sea/.hidden": SECRET,
        "sea/.well-known/x": SECRET,
    }
    for name, text in pages.items():
        (public / name).parent.mkdir(parents=True, exist_ok=True)
        (public / name).write_text(text)
    (folder / "site.yaml").write_text(SECRET)
    (folder / "public-not/index.html").parent.mkdir()
    (folder / "public-not/index.html").write_text(SECRET)
    (public / "link.html").symlink_to(folder / "site.yaml")
    (public / "folder").symlink_to(folder / "public-not")
    (public / "inside.html").symlink_to(public / "index.html")
    return public


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    one = Serving(published(tmp_path_factory.mktemp("site")))
    yield one
    one.end()


@pytest.fixture
def serving(running: Serving) -> Serving:
    """A server that other tests use too: its folder is only read."""
    running.bulletin.post(News())
    return running


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return published(tmp_path)


@pytest.fixture
def own(out: Path) -> Iterator[Serving]:
    """A server of the test's own."""
    one = Serving(out)
    yield one
    one.end()


def test_a_folder_answers_with_its_page_and_the_script(serving: Serving) -> None:
    serving.bulletin.post(News("abc"))
    status, headers, body = serving.get("/")
    assert status == 200
    assert body.startswith(b"<body>home<script ")
    assert b'data-revision="abc"' in body
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self' 'wasm-unsafe-eval'" in headers["content-security-policy"]


def test_the_script_is_never_written(own: Serving, out: Path) -> None:
    own.get("/")
    assert (out / "index.html").read_text() == "<body>home</body>"


def test_head_gives_the_headers_alone(serving: Serving) -> None:
    status, headers, body = serving.get("/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) > 0


def test_a_folder_without_its_slash_leads_to_it_with_the_query(serving: Serving) -> None:
    status, headers, _ = serving.get("/sea?year=1953")
    assert (status, headers["location"]) == (307, "/sea/?year=1953")
    assert serving.get("/sea")[1]["location"] == "/sea/"


def test_addresses_of_all_scripts_are_found(serving: Serving) -> None:
    assert serving.get("/sea/1953/%D8%B6%D9%88%D8%A1/")[2].startswith(b"<body>light")


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/a.js", "text/javascript; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/search/wasm.en.pagefind", "application/octet-stream"),
        ("/search/x.pf_meta", "application/octet-stream"),
        ("/x.wasm", "application/wasm"),
        ("/.well-known/sitegen.json", "application/json; charset=utf-8"),
    ],
)
def test_each_file_has_its_media_type(serving: Serving, target: str, kind: str) -> None:
    status, headers, _ = serving.get(target)
    assert (status, headers["content-type"]) == (200, kind)


def test_what_is_not_there_answers_404_with_the_sites_own_page(serving: Serving) -> None:
    status, headers, body = serving.get("/nowhere/")
    assert status == 404
    assert body.startswith(b"<body>no such page<script ")
    assert headers["content-type"].startswith("text/html")


HOSTILE = [
    "/../site.yaml",
    "/sea/../../site.yaml",
    "/./site.yaml",
    "/%2e%2e/site.yaml",
    "/%2E%2E/site.yaml",
    "/.%2e/site.yaml",
    "/..%2fsite.yaml",
    "/..%2Fsite.yaml",
    "/sea%2f..%2f..%2fsite.yaml",
    "/..%5csite.yaml",
    "/..\\site.yaml",
    "/%252e%252e/site.yaml",
    "/..;/site.yaml",
    "/%c0%ae%c0%ae/site.yaml",
    "/../public-not/",
    "/%2e%2e/public-not/index.html",
    "/link.html",
    "/inside.html",
    "/folder/",
    "/folder",
    "/folder/index.html",
    "/.nojekyll",
    "/sea/.hidden",
    "/sea/%2ehidden",
    "/sea/.well-known/x",
    "/.sitegen/",
    "/.sitegen/../site.yaml",
    "/site.yaml%00.html",
    "/%00",
    "//site.yaml",
    "//127.0.0.1/site.yaml",
    "/sea//1953/",
    "/index.html/",
    "/index.html/x",
    "/con%0d%0aX: 1",
    "http://127.0.0.1/../site.yaml",
    "file:///etc/passwd",
    "*",
    "/" + "a" * 4096,
    "/" + "../" * 200 + "etc/passwd",
]


@pytest.mark.parametrize("target", HOSTILE)
def test_no_path_leaves_the_folder(serving: Serving, target: str) -> None:
    status, headers, body = serving.get(target)
    assert status in {400, 404}, target
    assert SECRET.encode() not in body
    assert "location" not in headers
    assert serving.get("/")[0] == 200


def test_headers_beyond_the_limit_are_refused(serving: Serving) -> None:
    assert serving.get("/", f"X: {'a' * 100_000}")[0] in {400, 431}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost",
        "localhost:1",
        "127.0.0.1:{port}.evil.example",
        "x@127.0.0.1:{port}",
        "127.0.0.1:{port}/",
        "",
        "[::1",
        "10.0.0.1:{port}",
    ],
)
def test_another_host_is_turned_away(serving: Serving, host: str) -> None:
    status, _, body = serving.raw(
        f"GET / HTTP/1.1\r\nHost: {host.format(port=serving.port)}\r\nConnection: close\r\n\r\n".encode()
    )
    assert status in {400, 421}
    assert b"home" not in body


def test_no_host_or_two_are_turned_away(serving: Serving) -> None:
    own = f"Host: 127.0.0.1:{serving.port}\r\n"
    assert serving.raw(b"GET / HTTP/1.0\r\n\r\n")[0] in {400, 421}
    assert serving.raw(f"GET / HTTP/1.1\r\n{own}{own}Connection: close\r\n\r\n".encode())[0] in {400, 421}


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:{port}"])
def test_this_machines_names_are_answered(serving: Serving, host: str) -> None:
    assert serving.get("/", host=host.format(port=serving.port))[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_only_reading_is_allowed(serving: Serving, method: str) -> None:
    assert serving.get("/", method=method)[0] in {400, 405}
    assert serving.get(script.EVENTS, method=method)[0] in {400, 405}


def test_a_whole_folder_of_everywhere_allows_addresses_but_no_foreign_names() -> None:
    assert server.is_allowed("192.168.1.7:8000", "0.0.0.0", 8000)
    assert server.is_allowed("[fe80::1]:8000", "::", 8000)
    assert not server.is_allowed("evil.example:8000", "0.0.0.0", 8000)
    assert not server.is_allowed("192.168.1.7:8000", "127.0.0.1", 8000)
    assert server.is_allowed("desk.local:8000", "desk.local", 8000)
    assert server.is_allowed("localhost", "127.0.0.1", 80)


# --- events ---------------------------------------------------------------------------------------


def events(serving: Serving, *more: str) -> tuple[int, dict[str, str], bytes]:
    return serving.get(script.EVENTS, *more)


@pytest.mark.parametrize(
    "header",
    [
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1",
        "Origin: https://127.0.0.1:{port}",
        "Origin: http://127.0.0.1:{port}.evil",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
    ],
)
def test_events_are_not_told_to_foreign_pages(serving: Serving, header: str) -> None:
    serving.bulletin.post(News("", "", (SECRET,)))
    status, headers, body = events(serving, header.format(port=serving.port))
    assert status == 403
    assert SECRET.encode() not in body
    assert "access-control-allow-origin" not in headers


def test_news_reach_a_page_that_listens(serving: Serving) -> None:
    serving.bulletin.post(News("one"))
    own = f"127.0.0.1:{serving.port}"
    with serving.connect(
        f"GET {script.EVENTS} HTTP/1.1\r\nHost: {own}\r\nOrigin: http://{own}\r\n\r\n".encode()
    ) as connection:
        heard = serving.news(connection, b'"one"')
        assert b"text/event-stream" in heard
        assert b"200 OK" in heard
        serving.bulletin.post(News("two", "", ("<img src=x onerror=alert(1)>",)))
        heard = serving.news(connection, b"onerror")
        assert json.loads(heard[heard.index(b"{") : heard.rindex(b"}") + 1])["revision"] == "two"


def test_the_server_ends_although_pages_listen_and_others_dawdle(own: Serving) -> None:
    asked = f"GET {script.EVENTS} HTTP/1.1\r\nHost: 127.0.0.1:{own.port}\r\n\r\n".encode()
    listening = [own.connect(asked) for _ in range(8)]
    dawdling = [own.connect(b"GET / HT") for _ in range(40)]
    assert all(own.news(one, b"data: ") for one in listening)
    assert own.get("/")[0] == 200
    own.end()
    for one in (*listening, *dawdling):
        one.close()


def test_the_script_is_served_as_one(serving: Serving) -> None:
    status, headers, body = serving.get(script.SCRIPT)
    assert (status, headers["content-type"], body) == (200, "text/javascript; charset=utf-8", script.SOURCE.encode())


# --- base path, and nothing there yet -------------------------------------------------------------


def test_a_site_below_a_path_is_served_below_it(serving: Serving) -> None:
    serving.bulletin.post(News("a", "/some/repo"))
    assert serving.get("/")[1]["location"] == "/some/repo/"
    assert serving.get("/some/repo/sea/")[2].startswith(b"<body>sea")
    assert serving.get("/some/repo/sea")[1]["location"] == "/some/repo/sea/"
    assert serving.get("/sea/")[0] == 404
    assert serving.get("/some/repository/")[0] == 404
    assert serving.get("/some/repo/../site.yaml")[0] == 404


def test_a_folder_that_is_not_there_yet_answers_with_a_page_that_waits(tmp_path: Path) -> None:
    one = Serving(tmp_path / "public")
    status, _, body = one.get("/")
    one.end()
    assert status == 404
    assert b"Nothing here yet" in body
    assert script.SCRIPT.encode() in body


def test_a_folder_that_was_swapped_is_served_from_then_on(own: Serving, out: Path) -> None:
    (out.parent / "twin").mkdir()
    (out.parent / "twin/index.html").write_text("<body>newer</body>")
    out.rename(out.parent / "old")
    (out.parent / "twin").rename(out)
    assert own.get("/")[2].startswith(b"<body>newer")


# --- ports ----------------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_named_with_a_free_one() -> None:
    with server.listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as caught:
            server.listen("127.0.0.1", port)
    (found,) = caught.value.problems
    assert found.rule == "port-taken"
    assert found.text == f"Port {port} is taken."
    free = int(found.hint.rpartition(" ")[2].rstrip("."))
    with server.listen("127.0.0.1", free) as other:
        assert other.getsockname()[1] == free != port


@pytest.mark.parametrize(("host", "port"), [("203.0.113.7", 8000), ("a..b", 8000), ("127.0.0.1", 70_000)])
def test_a_host_or_port_that_cannot_be_ours_is_said(host: str, port: int) -> None:
    with pytest.raises(UsageError) as caught:
        server.listen(host, port)
    assert [found.rule for found in caught.value.problems] == ["host-wrong"]


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("::1", "http://[::1]:80"), ("0.0.0.0", "http://localhost:80")],
)
def test_the_address_is_one_that_can_be_typed(host: str, shown: str) -> None:
    assert server.address_of(host, 80) == shown


def test_the_browser_is_opened_once_the_server_answers(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    one = Serving(out, "http://here/")
    end = monotonic() + 10
    while not opened and monotonic() < end:
        sleep(0.01)
    one.end()
    assert opened == ["http://here/"]
