"""Screenshots of the published archive: phone and desktop, light and dark, English, Arabic and Japanese.

    python bench/shots.py [PUBLIC] [FOLDER]        (default: public, .sitegen/shots)

Look at them: what you would not show a stranger is not finished.
"""

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}
PAGES = {
    "home": "/",
    "home-ar": "/ar/",
    "article": "/news/1974/breakwater-gives-way/",
    "article-ar": "/town/1990/عودة-الصيادين-إلى-المرفأ-القديم/",
    "article-ja": "/sea/1989/電話の通じない三日間/",
    "section": "/town/",
    "year": "/archive/1974/",
    "undated": "/archive/undated/",
    "topics": "/topics/",
    "term": "/topics/harbour-works/",
    "collection": "/collections/the-breakwater-winter/",
    "withdrawn": "/news/1977/boy-before-the-magistrates/",
    "search": "/search/?q=harbour",
    "search-ar": "/search/?q=المرفأ",
    "not-found": "/404.html",
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main(public: Path, folder: Path) -> None:
    """Take every page in every size and colour scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, url in PAGES.items():
            for size in SIZES:
                for scheme in ("light", "dark"):
                    shoot(
                        browser,
                        f"http://127.0.0.1:{server.server_port}{url}",
                        size,
                        scheme,
                        folder / f"{name}-{size}-{scheme}.png",
                    )
        browser.close()
    server.shutdown()


def shoot(browser: Browser, url: str, size: str, scheme: str, path: Path) -> None:
    """Take one page; a search is waited for until its first result stands."""
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(url)
    if "?q=" in url:
        page.wait_for_selector("#search-results li")
        page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)
    context.close()


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:]]
    main(*(given + [Path("public"), Path(".sitegen/shots")][len(given) :]))
