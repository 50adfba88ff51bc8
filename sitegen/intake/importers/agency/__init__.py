"""The reader of agencies' files: ninjs 1 to 3, NewsML-G2 and NITF."""

from sitegen.intake import xml
from sitegen.intake.importers.agency import newsml, ninjs
from sitegen.intake.members import Member, Reading
from sitegen.model import Place, Problem, RawArticle
from sitegen.problems import problem

NAME = "agency/2"


def knows(member: Member) -> bool:
    """Whether a document is an agency's: by its first element, or by the keys of ninjs."""
    return ninjs.knows(member.data) or xml.first_element(member.data).rpartition(":")[2] in newsml.ROOTS


def _is_short(one: RawArticle) -> bool:
    return bool(one.values.get("extra", {}).get("text") == ninjs.SUMMARY)


def _short(member: Member, one: RawArticle) -> Problem:
    said = f'"{one.title}" holds a summary only; it stands as the text.'
    return problem("feed-summary-only", said, Place(member.name), "Get the whole text where it is wanted.")


def read(member: Member) -> Reading:
    """Read a document. Raises BuildError where it cannot be read."""
    form = ninjs if ninjs.knows(member.data) else newsml
    articles = tuple(one for one in form.read(member) if one.title or one.body)
    if articles:
        return Reading(articles, tuple(_short(member, one) for one in articles if _is_short(one)))
    said = "This is no story: it holds no text, but a picture, an event or what else agencies send."
    return Reading((), (problem("document-no-article", said, Place(member.name)),))
