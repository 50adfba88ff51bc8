"""The text of a content file, read again by those who need it, and only as it was planned."""

from pathlib import Path

from sitegen import digest, files
from sitegen.frontmatter import split
from sitegen.model import Body, Place
from sitegen.problems import BuildError, problem


def read_body(body: Body, root: Path) -> str:
    """Return the text of a body; `root` is the site's folder. Raises BuildError if it is not what was planned."""
    try:
        _, text, _ = split((root / body.path).read_text("utf-8-sig"), body.path)
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        text = ""
    except OSError as error:
        (found,) = files.refused(error, body.path).problems
        raise BuildError([problem("content-unreadable", found.text, found.place, found.hint)]) from error
    if digest.of_bytes(text.encode()) != body.digest:
        said = "This file changed while the site was being built; nothing was published."
        raise BuildError([problem("content-changed", said, Place(body.path), "Build again.")])
    return text
