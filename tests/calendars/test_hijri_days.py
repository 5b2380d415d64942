"""Hijri days, months and years as Gregorian ones."""

from datetime import date

from search.calendars.hijri import hijri_days, hijri_year_of


def test_day_month_and_year() -> None:
    assert hijri_days(1436, 9, 27) == (date(2015, 7, 14), date(2015, 7, 14))
    assert hijri_days(1436, 9) == (date(2015, 6, 18), date(2015, 7, 16))
    assert hijri_days(1436) == (date(2014, 10, 25), date(2015, 10, 13))


def test_the_thirtieth_of_a_short_month_is_the_day_after_its_last() -> None:
    assert hijri_days(1436, 9, 30) == (date(2015, 7, 17), date(2015, 7, 17))


def test_outside_of_the_tables_is_unknown() -> None:
    assert hijri_days(56) is None
    assert hijri_year_of(date(1800, 1, 1)) is None
