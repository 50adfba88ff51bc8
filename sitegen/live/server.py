"""Serves the published generation to the browsers of this machine, and nothing else to nobody else."""

import errno
import socket
import webbrowser
from ipaddress import ip_address
from mimetypes import MimeTypes
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sitegen.live import script
from sitegen.live.bulletin import Bulletin
from sitegen.plan.feeds import POLICY
from sitegen.problems import UsageError, problem
from sitegen.urls import output_path

LOOPBACK = ("localhost", "127.0.0.1", "::1")
NEXT_PORTS = 50  # how many ports after a taken one are tried before any free one is named
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
# the system's own tables differ from machine to machine and are not asked
_TYPES = MimeTypes(filenames=())
for _ending, _kind in {
    ".avif": "image/avif",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".pagefind": "application/octet-stream",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}.items():
    _TYPES.add_type(_kind, _ending)
_TEXT = ("text/", "application/json", "application/xml", "application/manifest+json", "image/svg+xml")
_MAX_HEADERS = 16 * 1024
_LAST_PORT = 65_535


# --- where ----------------------------------------------------------------------------------------


def listen(host: str, port: int) -> socket.socket:
    """Take a port. Raises UsageError, naming a free port if this one is taken."""
    try:
        # by hand: the system takes 70000 for 4464
        if not 0 <= port <= _LAST_PORT:
            raise OSError(errno.EINVAL, "there is no such port")  # noqa: TRY301 - said like the system's own refusals
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            hint = f"Another program listens there. Take a free one: --port {free_port(host, port)}."
            raise UsageError([problem("port-taken", f"Port {port} is taken.", hint=hint)]) from error
        reason = error.strerror if isinstance(error, OSError) else str(error)
        text = f"{host}, port {port}, cannot be listened at: {reason}."
        hint = "Leave --host out, or give a name or address of this machine and a port from 1024 to 65535."
        raise UsageError([problem("host-wrong", text, hint=hint)]) from error


def free_port(host: str, port: int) -> int:
    """Return the next free port after a taken one, or any that is free."""
    for wanted in (*range(port + 1, min(port + NEXT_PORTS, _LAST_PORT)), 0):
        try:
            family, _, _, _, address = socket.getaddrinfo(host, wanted, type=socket.SOCK_STREAM)[0]
            with socket.create_server(address[:2], family=family) as found:
                return int(found.getsockname()[1])
        except OSError:
            continue
    return 0


def address_of(host: str, port: int) -> str:
    """Return the address that a person types: a listener on all addresses is best reached by `localhost`."""
    shown = "localhost" if _is_everywhere(host) else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


def _is_everywhere(host: str) -> bool:
    return host in {"", "0.0.0.0", "::"}  # noqa: S104 - asked, not bound


# --- who may ask ----------------------------------------------------------------------------------


def is_allowed(authority: str, host: str, port: int) -> bool:
    """Whether a request that names `authority` (its `Host`) is for us, who listen at `host` and `port`.

    Loopback's names, and the host that was asked for; where that is "everywhere", any bare address too: a foreign page
    can make its own *name* lead here, but not an address.
    """
    try:
        parts = urlsplit(f"http://{authority}")
        name, given = parts.hostname or "", parts.port or 80
    except ValueError:
        return False
    if given != port or authority.lower() not in {name, f"{name}:{given}", f"[{name}]", f"[{name}]:{given}"}:
        return False
    return name in {*LOOPBACK, host.lower()} or (_is_everywhere(host) and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Turns away, before anything is looked for, whoever asks for another host or wants more than to read."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self.app, self.host, self.port = app, host, port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with 400, 405, 421 or 431."""
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        app: ASGIApp = self.app
        if len(hosts) != 1 or not is_allowed(hosts[0], self.host, self.port):
            app = _refusal(421, "This preview does not answer for that host.")
        elif sum(len(name) + len(value) for name, value in scope["headers"]) > _MAX_HEADERS:
            app = _refusal(431, "These are too many headers.")
        elif scope["method"] not in {"GET", "HEAD"}:
            app = _refusal(405, "A preview is only read.", {"Allow": "GET, HEAD"})
        elif not scope["raw_path"].startswith(b"/") or scope["raw_path"].startswith(b"//"):
            app = _refusal(400, "This is not an address of the site.")
        await app(scope, receive, send)


def _refusal(status: int, words: str, more: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{words}\n", status, {**HEADERS, **(more or {})})


def _is_own(request: Request) -> bool:
    """Whether the page that asks is one of ours: browsers say so by one of two headers, and only they are asked."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "same-origin")
    return site == "same-origin" and (origin is None or origin == f"http://{request.headers['host']}")


# --- what is answered -----------------------------------------------------------------------------


def app(out: Path, bulletin: Bulletin, host: str, port: int) -> ASGIApp:
    """Return the application that serves a published folder; `host` and `port` are those it listens at."""

    async def events(request: Request) -> Response:
        if not _is_own(request):
            return _refusal(403, "Only the preview's own pages are told.")
        return StreamingResponse(bulletin.stream(), media_type="text/event-stream", headers=HEADERS)

    async def live(_request: Request) -> Response:
        return Response(script.SOURCE, media_type="text/javascript", headers=HEADERS)

    async def page(request: Request) -> Response:
        raw = request.scope["raw_path"].decode("latin-1")
        return await run_in_threadpool(answer, out, raw, request.url.query, bulletin)

    routes = [Route(script.EVENTS, events), Route(script.SCRIPT, live), Route("/{path:path}", page)]
    return Guard(Starlette(routes=routes), host, port)


def answer(out: Path, raw: str, query: str, bulletin: Bulletin) -> Response:
    """Return what stands at a raw (still encoded) path: a file, a redirect to the folder's address, or the 404 page."""
    # before the file is read: a page that was made in between is then reloaded once too often, not once too seldom
    news = bulletin.news
    inside = below(raw, news.base)
    if inside is None and raw == "/":
        return RedirectResponse(f"{news.base}/", 307, HEADERS)
    found = find(out, inside) if inside is not None else None
    if found is None and inside is not None and not raw.endswith("/") and find(out, f"{inside}/") is not None:
        return RedirectResponse(f"{raw}/?{query}".rstrip("?"), 307, HEADERS)
    data = read(found) if found else None
    if found is None or data is None:
        missing = find(out, "/404.html")
        page = (read(missing) if missing else None) or script.WAITING
        return Response(script.with_script(page, news.revision), 404, HEADERS, "text/html")
    kind = kind_of(found.name)
    if kind == "text/html":
        data = script.with_script(data, news.revision)
    return Response(data, 200, {**HEADERS, "Content-Type": _declared(kind)})


def below(raw: str, base: str) -> str | None:
    """Return a raw path without the base path in front of it, None if it lies outside."""
    return raw[len(base) :] if raw.startswith(f"{base}/") else None


def find(out: Path, raw: str) -> Path | None:
    """Return the regular file of the output folder that a raw path names, None if there is none that may be served.

    No link is followed below the folder, and no hidden name is served but `.well-known`.
    """
    lowered = raw.lower()
    if "%2f" in lowered or "%5c" in lowered:
        return None
    try:
        name = output_path(raw)
        parts = name.split("/")
        if any(part.startswith(".") and (at, part) != (0, ".well-known") for at, part in enumerate(parts)):
            return None
        base = out.resolve()
        path = base.joinpath(*parts)
        return path if path.is_file() and path.resolve() == path else None
    except (OSError, ValueError, RuntimeError):
        return None


def read(path: Path) -> bytes | None:
    """Return a file's bytes, whole, so that a swap in between cannot cut it; None if it is gone."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def kind_of(name: str) -> str:
    """Return the media type of a file by its name."""
    return _TYPES.guess_type(name)[0] or "application/octet-stream"


def _declared(kind: str) -> str:
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind


# --- the server -----------------------------------------------------------------------------------


class Server(uvicorn.Server):
    """Serves one application at one socket until `should_exit`; ends within a second, whoever is still connected."""

    def __init__(self, serving: ASGIApp, bulletin: Bulletin, browser: str = "") -> None:
        settings = uvicorn.Config(
            serving,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=1,
            h11_max_incomplete_event_size=_MAX_HEADERS,
        )
        super().__init__(settings)
        self.bulletin, self.browser = bulletin, browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then open the browser if one is to be opened (at an address)."""
        await super().startup(sockets)
        if self.browser:
            await run_in_threadpool(webbrowser.open, self.browser)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End: the open streams first, for the rest waits for them."""
        self.bulletin.close()
        await super().shutdown(sockets)
