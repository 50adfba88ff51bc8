"""The text of a content file, read again by those who need it, and only as it was planned."""

from pathlib import Path

from sitegen import digest, files
from sitegen.frontmatter import split
from sitegen.model import Body, Place
from sitegen.problems import BuildError, FileError, problem


def read_body(body: Body, root: Path) -> str:
    """Return the text of a body; `root` is the site's folder. Raises BuildError if it is not what was planned."""
    try:
        _, text, _ = split(files.read_bytes(f"{root}/{body.path}").decode("utf-8-sig"), body.path)
    except UnicodeDecodeError:
        text = ""
    except FileError as error:
        if not isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            (found,) = error.problems
            raise BuildError([problem("content-unreadable", found.text, Place(body.path), found.hint)]) from error
        text = ""
    if digest.of_bytes(text.encode()) != body.digest:
        said = "This file changed while the site was being built; nothing was published."
        raise BuildError([problem("content-changed", said, Place(body.path), "Build again.")])
    return text
