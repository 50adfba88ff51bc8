"""Claims about what words prove."""

import pytest

from sitegen import dates
from sitegen.intake import datewords, evidence
from sitegen.intake.datelines import Dateline
from sitegen.model import Picture

PHOTO = "Mayor Ada Finch meets Captain Tull at Wick Ness, Tuesday, March 6, 1962."
LEAD = ["The harbour office said Sunday that it had agreed.", "Finch met Tull at Wick Ness last week."]


def picture(caption: str, *, file: bool = True) -> Picture:
    return Picture(caption=caption, file=file, date=datewords.find(caption)[-1].date)


def test_a_stated_date_is_stated() -> None:
    found = evidence.date_of(datewords.whole("14 February 1958"), Dateline(), (), ["It was so."])
    assert (found.date, found.basis, found.words) == (dates.parse("1958-02-14"), "stated", ("14 February 1958",))


def test_last_week_and_the_weekday_of_the_news_date_a_photo_of_last_week() -> None:
    found = evidence.date_of(None, Dateline(), [picture(PHOTO)], LEAD)
    assert found.date == dates.parse("1962-03-11")
    assert (found.basis, found.words) == ("derived", ("photo: Tuesday, March 6, 1962", "said Sunday", "last week"))


@pytest.mark.parametrize(
    ("weekday", "day"), [("Sunday", "1962-03-11"), ("Monday", "1962-03-12"), ("Thursday", "1962-03-15")]
)
def test_the_day_is_the_first_of_its_name_for_which_the_photo_is_of_last_week(weekday: str, day: str) -> None:
    lead = [LEAD[0].replace("Sunday", weekday), LEAD[1]]
    assert evidence.date_of(None, Dateline(), [picture(PHOTO)], lead).date == dates.parse(day)


def test_an_old_photo_without_a_link_in_words_proves_no_more_than_not_before() -> None:
    found = evidence.date_of(None, Dateline(), [picture(PHOTO)], [LEAD[0]])
    assert found.date == dates.parse("1962-03-06/..")
    other = ["The office said Sunday that it had agreed.", "The choir sang last week."]
    assert evidence.date_of(None, Dateline(), [picture(PHOTO)], other).date == dates.parse("1962-03-06/..")


PHOTO_ARABIC = "رئيسة البلدية آدا فينش تستقبل القبطان تول على رصيف ويك نس، الثلاثاء 6 مارس 1962."


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("يوم الأحد", "1962-03-11"),
        ("أمس الأحد", "1962-03-12"),
        ("اليوم الخميس", "1962-03-15"),
        ("يوم الأحد المقبل", "1962-03-06/.."),
        ("في بيان", "1962-03-06/.."),
    ],
)
def test_in_arabic_too_last_week_and_the_weekday_date_a_photo(when: str, day: str) -> None:
    lead = [f"قالت إدارة الميناء {when} إنها وافقت.", "وكانت فينش استقبلت القبطان تول على الرصيف الأسبوع الماضي."]
    found = evidence.date_of(None, Dateline(), [picture(PHOTO_ARABIC)], lead)
    assert found.date == dates.parse(day)
    words = (when, "الأسبوع الماضي") if found.date.precision == "day" else ()
    assert found.words == ("photo: 6 مارس 1962", *words)


def test_in_arabic_other_news_of_last_week_does_not_date_a_photo() -> None:
    lead = ["قالت إدارة الميناء يوم الأحد إنها وافقت.", "وكانت الجوقة غنت الأسبوع الماضي في الكنيسة."]
    assert evidence.date_of(None, Dateline(), [picture(PHOTO_ARABIC)], lead).date == dates.parse("1962-03-06/..")


def test_a_fresh_photo_of_the_weekday_is_the_news_itself_and_yesterdays_is_a_day_older() -> None:
    fresh = picture(PHOTO_ARABIC, file=False)
    for when, day in (("يوم الثلاثاء", "1962-03-06"), ("أمس الثلاثاء", "1962-03-07")):
        found = evidence.date_of(None, Dateline(), [fresh], [f"أعلنت البلدية {when} أنها وافقت."])
        assert found.date == dates.parse(day)


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("أغلق العمدة السوق بعد انتخابه في يونيو 1971.", "1971-06/..", "بعد انتخابه في يونيو 1971"),
        ("市長は1971年6月の就任以来、市場を閉めている。", "1971-06/..", "1971年6月の就任以来"),
    ],
)
def test_a_past_event_is_a_bound_in_arabic_and_japanese_too(text: str, date: str, words: str) -> None:
    found = evidence.date_of(None, Dateline(), (), [text])
    assert (found.date, found.words) == (dates.parse(date), (words,))


def test_the_latest_past_event_is_a_bound_and_its_clause_is_quoted() -> None:
    text = ["It was built in May 1968.", "Shortly after his election in June 1971, the mayor closed it."]
    found = evidence.date_of(None, Dateline(), (), text)
    assert (found.date, found.words) == (dates.parse("1971-06/.."), ("after his election in June 1971",))


@pytest.mark.parametrize(
    "text",
    [
        "It will open in May 1968.",
        "It is expected to open in May 1968.",
        "It was to be finished by May 1968.",
        "It was warm in May.",
    ],
)
def test_what_is_still_to_come_or_has_no_year_proves_nothing(text: str) -> None:
    assert evidence.date_of(None, Dateline(), (), [text]).date is None


def test_a_text_that_tells_of_later_days_than_its_date_contradicts_it() -> None:
    found = evidence.date_of(datewords.whole("1 May 1968"), Dateline(), (), ["It was closed in June 1971."])
    assert (found.date, found.contradicts) == (dates.parse("1968-05-01"), "in June 1971")


def test_an_agency_needs_its_dateline_its_signature_or_two_who_told_it() -> None:
    assert evidence.agency_of(["x"], Dateline(agency="Meridian")) == ("Meridian", ("(Meridian)",))
    assert evidence.agency_of(["He told AFP.", "She told AFP."], Dateline()) == ("AFP", ("told AFP", "told AFP"))
    assert evidence.agency_of(["He told AFP."], Dateline()) == ("", ())
    assert evidence.agency_of(["It was so.", "(Meridian)"], Dateline()) == ("Meridian", ("(Meridian)",))


@pytest.mark.parametrize(
    ("yearless", "within", "day"),
    [
        ("Feb. 14", "1974", "1974-02-14"),
        ("14 February", "1974-02-01/1975-01-31", "1974-02-14"),
        ("Feb. 14", "1974/1975", None),
        ("Thursday, Feb. 14", "1972/1976", "1974-02-14"),
        ("Feb. 14", "1974-03/1974-12", None),
        ("Feb. 14", "1974/..", None),
    ],
)
def test_a_day_without_its_year_needs_bounds_that_leave_one(yearless: str, within: str, day: str | None) -> None:
    found = evidence.with_year(yearless, dates.parse(within))
    assert (found.text if found else None) == day


def test_both_calendars_of_a_stated_day_are_its_words() -> None:
    found = evidence.date_of(datewords.whole("1 January 2024 / 19 Jumada al-Thani 1445"), Dateline(), (), [])
    assert (found.date, found.words) == (dates.parse("2024-01-01"), ("1 January 2024", "19 Jumada al-Thani 1445"))
    assert found.contradicts == ""


@pytest.mark.parametrize(
    ("stated", "dateline", "text", "against"),
    [
        ("Tuesday, 6 March 2024", "", "It broke.", "Tuesday, 6 March 2024"),
        ("1 January 2024 / 25 Jumada al-Thani 1445", "", "It broke.", "25 Jumada al-Thani 1445"),
        ("5 March 2021", "", "It broke yesterday, 4 March 2023.", "yesterday, 4 March 2023"),
        ("5 March 2021", "", "Last year (2022) it held.", "Last year (2022)"),
        ("5 March 2023", "", "Last year (2021) it held.", "Last year (2021)"),
        ("5 March 2024", "Sept. 14", "It broke.", "Sept. 14"),
        ("5 March 2024", "March 4", "It broke yesterday, 3 March 2024.", ""),
        ("2 January 2024", "Dec. 31", "It broke.", ""),
        ("March 2024", "Dec. 31", "Last year (2023) it held.", ""),
    ],
)
def test_what_the_text_says_of_its_own_day_must_fit_the_stated_one(
    stated: str, dateline: str, text: str, against: str
) -> None:
    found = evidence.date_of(datewords.whole(stated), Dateline(day=dateline), (), [text])
    assert (found.basis, found.contradicts) == ("stated", against)


def test_a_relative_word_derives_the_day_and_with_a_dateline_a_year_becomes_one() -> None:
    found = evidence.date_of(None, Dateline(), (), ["It broke yesterday, 4 March 1974."])
    assert (found.date, found.basis) == (dates.parse("1974-03-05"), "derived")
    found = evidence.date_of(None, Dateline(day="Feb. 14"), (), ["Last year (1973) it held."])
    assert (found.date, found.words) == (dates.parse("1974-02-14"), ("Last year (1973)", "Feb. 14"))


def test_a_relative_word_before_what_the_text_tells_as_past_proves_nothing() -> None:
    found = evidence.date_of(None, Dateline(), (), ["It broke yesterday, 4 March 1974.", "It was mended in June 1975."])
    assert found.date == dates.parse("1975-06/..")
