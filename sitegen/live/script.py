"""What is put into a page while it is served: the script that reloads it, and shows why it cannot."""

import html

EVENTS = "/.sitegen/events"
SCRIPT = "/.sitegen/live.js"
_END = b"</body>"

# A page that has not been published yet: the script in it waits for one that is.
WAITING = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing here yet</title>
<body>
<h1>Nothing here yet</h1>
<p>No page has been published at this address. This one reloads as soon as the site changes.</p>
</body>
</html>
"""

# Words of problems reach the page as text alone (textContent), styles by the CSSOM: the published policy is enough.
# A browser opens six connections to a host at most, so a tab that nobody sees closes its own.
SOURCE = """\
// Reloads this page when the site was built anew; shows what is wrong while it could not be. Only in `sitegen serve`.
(() => {
  const mine = document.currentScript.dataset.revision;
  let events = null;
  let overlay = null;

  function listen() {
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource("EVENTS");
      events.onmessage = (event) => take(JSON.parse(event.data));
    }
  }

  function take(news) {
    if (news.revision && news.revision !== mine) {
      location.reload();
    } else {
      show(news.problems);
    }
  }

  function show(problems) {
    overlay?.remove();
    overlay = null;
    if (!problems.length) return;
    overlay = document.createElement("sitegen-problems");
    const room = overlay.attachShadow({ mode: "open" });
    const look = new CSSStyleSheet();
    look.replaceSync(`
      section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
        padding: 1rem 1.5rem; background: #fff8f6; color: #2a1512; border-top: 3px solid #9c2a1b;
        font: 15px/1.5 ui-monospace, monospace; text-align: start; }
      h2 { margin: 0 0 .5rem; font: 600 16px/1.4 system-ui, sans-serif; }
      ol { margin: 0; padding-inline-start: 1.6rem; }
      li { margin: .3rem 0; overflow-wrap: anywhere; }
      @media (prefers-color-scheme: dark) { section { background: #2a1512; color: #ffe9e4; } }
      @media print { section { display: none; } }
    `);
    room.adoptedStyleSheets = [look];
    const section = room.appendChild(document.createElement("section"));
    section.dir = "ltr";
    section.setAttribute("role", "alert");
    section.appendChild(document.createElement("h2")).textContent =
      "The site could not be built; this is the last good page.";
    const list = section.appendChild(document.createElement("ol"));
    for (const words of problems) {
      list.appendChild(document.createElement("li")).textContent = words;
    }
    document.body.appendChild(overlay);
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      events = null;
      listen();
    }
  });
  listen();
})();
""".replace("EVENTS", EVENTS)


def with_script(page: bytes, revision: str) -> bytes:
    """Return a page with the script at its end; `revision` is that of the pages when it was read."""
    tag = f'<script defer src="{SCRIPT}" data-revision="{html.escape(revision)}"></script>\n'.encode()
    at = page.rfind(_END)
    return page + tag if at < 0 else page[:at] + tag + page[at:]
