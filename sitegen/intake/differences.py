"""What import would write now where a person edited what it wrote: shown as a patch, and never written."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from sitegen import frontmatter
from sitegen.intake import curate
from sitegen.problems import BuildError

_KEY = re.compile(r"([^\s#-][^:]*):")
_ALSO = re.compile(r"\n  also:(?:\n(?:  -|   ).*)*")
_OURS = frozenset(("id", "added", "reviewed", "provenance"))
_DATE = frozenset(("date", "date_basis", "date_evidence"))
_ANSWERED = frozenset(("source", "rights", "status"))


def between(path: str, edited: str, fresh: str) -> str:
    """Return the unified diff from an edited content file to what import would write now, "" if that is nothing new.

    What a curator decided is no difference: the keys that only the edited file has, its date if `date_basis` says so,
    what an answer of a review settled. Applied as a patch, it leaves a file that counts as edited.
    """
    edited = edited.replace("\r\n", "\n")
    try:
        values = frontmatter.read(edited, path).values
    except BuildError:
        return ""  # the build tells what is wrong with it
    (front, body), (now, text) = _parts(edited), _parts(fresh)
    if "provenance" not in front or _is_as_before(front, now, text):
        return ""
    dated = _DATE if values.get("date_basis") == "curator" else frozenset[str]()
    joined = _joined(front, now, _OURS | dated | (_ANSWERED if "reviewed" in values else frozenset()))
    lines = unified_diff(
        _whole(front, body).splitlines(keepends=True), _whole(joined, text).splitlines(keepends=True), path, path
    )
    return "".join(_ended(lines))


def _parts(text: str) -> tuple[dict[str, str], str]:
    """Return the lines of each key of the front matter, comments with the key above, and the text below it."""
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    blocks: dict[str, str] = {}
    key = ""
    for line in f"{front}\n".splitlines(keepends=True):
        key = found[1] if (found := _KEY.match(line)) else key
        blocks[key] = blocks.get(key, "") + line
    return blocks, body


def _whole(front: dict[str, str], body: str) -> str:
    return f"---\n{''.join(front.values())}---\n{body}"


def _is_as_before(front: dict[str, str], now: dict[str, str], text: str) -> bool:
    """Whether import would write today what it wrote when the provenance of a file was written."""
    stated = front["provenance"]
    added = {"added": front["added"]} if "added" in front else {}
    # the other places are signed if import told them, and not if `review` did
    both = (stated, _ALSO.sub("", stated.rstrip("\n")) + "\n")
    return not all(curate.is_edited(_whole({**now, **added, "provenance": one}, text)) for one in both)


def _joined(front: dict[str, str], now: dict[str, str], kept: frozenset[str]) -> dict[str, str]:
    """Return the front matter that import would write with what a curator decided, keys where they stand."""
    joined = front | {key: block for key, block in now.items() if key in front and key not in kept}
    keys = list(front)
    for key in (key for key in now if key not in front and key not in kept):
        later = (at for at, other in enumerate(keys) if _rank(other) > _rank(key))
        keys.insert(next(later, len(keys)), key)
        joined[key] = now[key]
    return {key: joined[key] for key in keys}


def _rank(key: str) -> int:
    return frontmatter.KEY_ORDER.index(key) if key in frontmatter.KEY_ORDER else -1


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
