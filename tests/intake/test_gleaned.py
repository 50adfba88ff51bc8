"""What an article's text tells is the same, whatever document it stood in."""

from sitegen.intake import captions, datewords
from sitegen.intake.gleaned import glean, notes, other_languages

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


def test_who_reported_stands_below_the_text_as_agencies_sign() -> None:
    found = glean(["The ferry was late.", "(Reporting by Ada Finch in Wick; Editing by T. Callow)"], None, ())
    assert (found.byline.people, found.byline.place) == (("Ada Finch",), "Wick")
    assert "byline" in {kind for kind, _ in found.evidence}


def test_a_paragraph_in_another_language_is_told_with_its_opening_words() -> None:
    english = [
        "The ferry was late again, and nobody on the quay was surprised at it.",
        "The clock of the quay was late.",
    ]
    french = "Le bateau est rentré dans la nuit sans son capitaine, et les marins ne savent pas ce qui est arrivé."
    assert other_languages([*english, french], "en") == (("language fr", french[:60]),)
    assert other_languages(english, "en") == ()
    assert other_languages([french], "en") == ()
