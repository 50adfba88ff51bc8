"""The bytes of a pasted text as lines, or why they are none."""

from sitegen.intake import encodings, lines
from sitegen.intake.lines import Lines
from sitegen.intake.members import Member
from sitegen.model import Place, Problem
from sitegen.problems import BuildError, problem

MAX_LINE = 200_000
# what is known of a line takes 1.5 KB while its file is read
MAX_LINES = 500_000


def lines_of(member: Member) -> tuple[Lines, tuple[Problem, ...]]:
    """Return a text's lines and findings about its encoding. Raises BuildError with the reason why it is no text."""
    place = Place(member.name)
    if not member.data.strip():
        raise BuildError([_empty(place)])
    if lines.is_binary(member.data, encodings.find(member.data)):
        raise BuildError([binary(member.name)])
    if (count := member.data.count(b"\n")) > MAX_LINES:
        said = f"This file has {count:,} lines; {MAX_LINES:,} are read."
        raise BuildError([problem("seed-too-large", said, place, "Cut it in parts.")])
    found = lines.read(member.data)
    _refuse_shape(found, place)
    return found, tuple(_findings(found, place))


def binary(name: str) -> Problem:
    """Return the reason for which a document that should be a text is put aside."""
    said, hint = "This file holds no text, but binary data.", "Save the text it holds as plain text (.txt)."
    return problem("seed-binary", said, Place(name), hint)


def _empty(place: Place) -> Problem:
    return problem("seed-empty", "This file is empty.", place, "Paste the articles into it, or remove it.")


def _refuse_shape(found: Lines, place: Place) -> None:
    written = [line for line in found.lines if line.text]
    if not written:
        raise BuildError([_empty(place)])
    if (long := next((line for line in written if len(line.text) > MAX_LINE), None)) is not None:
        said = f"This line is {len(long.text):,} characters long; {MAX_LINE:,} is the limit."
        hint = "Put each paragraph on a line of its own."
        raise BuildError([problem("seed-line-too-long", said, Place(place.path, long.number), hint)])
    if len(written) == 1:
        said = "This file has one line only; an article has a headline and a text."
        hint = "Put the headline on a line of its own, and each paragraph on another."
        raise BuildError([problem("seed-one-line", said, Place(place.path, written[0].number), hint)])


def _findings(found: Lines, place: Place) -> list[Problem]:
    said = []
    if not found.encoding.proved:
        text = f"This file is not UTF-8; it was read as {found.encoding.codec}, which fits its letters best."
        hint = "If letters are wrong, save it as UTF-8 and import it again."
        said.append(problem("seed-encoding", text, place, hint))
    if found.damaged:
        lines_hold = "1 line holds" if len(found.damaged) == 1 else f"{len(found.damaged):,} lines hold"
        text = f"{lines_hold} bytes that are no letters in {found.encoding.codec}; a � stands for each."
        said.append(problem("seed-damaged", text, Place(place.path, found.damaged[0]), "Compare them with the source."))
    return said
