"""Claims about the two looks at segments."""

from lxml import html

from sitegen.intake.pages import segments
from sitegen.intake.pages.looks import Looks
from sitegen.intake.pages.traits import Seen

FOUND = segments.read(html.document_fromstring("<div><p>One</p><p>Two</p></div>"))
SEEN = [Seen({"in:body": 1.0}, {"long": 2.0}), Seen({"in:body": 1.0}, {})]


def test_each_segment_is_weighed_by_its_place_and_by_itself() -> None:
    looks = Looks(0.0, {}, -1.0, {"in:body": 0.5, "long": 3.0, "of no segment": 9.0}, {})
    assert looks.scores(SEEN, FOUND) == [5.5, -0.5]


def test_the_second_look_sees_how_the_first_judged_the_neighbour() -> None:
    looks = Looks(0.0, {"long": 2.0}, 0.0, {}, {"before": 10.0})
    first, second = looks.scores(SEEN, FOUND)
    assert (first, second) == (-10.0, 10.0)
