"""A stand-in for the Pagefind command: an index whose bytes depend on the stubs alone, in no time.

What is under test is which shards are made anew and what is published of them, not Pagefind.
"""

from pathlib import Path

import pytest

from sitegen import digest
from sitegen.search import indexing, pagefind


def run(source: Path, target: Path, articles: int, what: str) -> pagefind.Bundle:
    """Make something of every stub, named by it, as Pagefind does."""
    stubs = {str(path.relative_to(source)): path.read_bytes() for path in sorted(source.rglob("*.html"))}
    assert len(stubs) == articles, what
    name = digest.of_value([(path, digest.of_bytes(data)) for path, data in stubs.items()])
    made = {f"fragment/{digest.of_bytes(data)}.pf_fragment": data for data in stubs.values()}
    made |= {f"index/{name}.pf_index": name.encode(), f"filter/{name}.pf_filter": b"", f"pagefind.{name}.pf_meta": b""}
    made |= {"pagefind.js": b"//", "wasm.en.pagefind": b"wasm", "pagefind-ui.js": b"not needed"}
    for path, data in made.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return pagefind.Bundle(target, name, "en", ())


def instead(patch: pytest.MonkeyPatch) -> None:
    """Put the stand-in in Pagefind's place."""
    patch.setattr(pagefind, "run", run)
    patch.setattr(pagefind, "executable", lambda: "")
    patch.setattr(pagefind, "version", lambda: "1")
    patch.setattr(indexing, "steady", lambda bundle: bundle)
