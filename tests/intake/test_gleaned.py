"""What an article's text tells is the same, whatever document it stood in."""

from sitegen.intake import captions, datewords
from sitegen.intake.gleaned import glean, notes

OPENING = "PORT ANSEL, March 2 (Meridian) - The ferry was late again on Friday, and nobody on the quay was surprised."
LATER = "It had been late since 14 June 1974, when the clock was moved."


def test_dateline_agency_and_their_words_are_read() -> None:
    found = glean([OPENING], None, ())
    assert (found.dateline.casefold(), found.agency) == ("port ansel", "Meridian")
    assert "agency" in {kind for kind, _ in found.evidence}


def test_a_stated_day_stands_with_its_words() -> None:
    stated = datewords.whole("3 May 1974")
    found = glean(["The council has bought a goose."], stated, ())
    assert found.dated.date
    assert (found.dated.date.text, found.dated.basis) == ("1974-05-03", "stated")
    assert ("date", "3 May 1974") in found.evidence
    assert notes(2, found.dated) == []


def test_a_day_that_the_text_contradicts_is_a_note_on_its_article() -> None:
    found = glean(["The mole was rebuilt after the storm of 14 June 1975."], datewords.whole("3 May 1974"), ())
    ((number, kind, words),) = notes(2, found.dated)
    assert (number, kind) == (2, "date-contradiction")
    assert "1975" in words


def test_a_caption_bounds_what_nothing_states() -> None:
    found = glean(["The boats lay at the quay."], None, (captions.read("The boats, photographed on 3 May 1974."),))
    assert found.dated.date
    assert (found.dated.date.text, found.dated.basis) == ("1974-05-03/..", "derived")
