"""The way up from a period, and periods in the Hijri calendar."""

from datetime import date

import pytest
from django.utils.translation import override

from search.query.request import SearchRequest
from search.web import hijri
from search.web.chart import way_up


@pytest.mark.parametrize(
    ("since", "until", "steps"),
    [
        (date(2015, 8, 3), date(2015, 8, 3), ["All dates", "2015", "August 2015", "3 August 2015"]),
        (date(2015, 8, 1), date(2015, 8, 31), ["All dates", "2015", "August 2015"]),
        (date(2015, 1, 1), date(2015, 12, 31), ["All dates", "2015"]),
        (date(2015, 8, 3), date(2015, 9, 4), ["All dates", "2015", "3 August 2015 – 4 September 2015"]),
        (date(2014, 1, 1), date(2015, 12, 31), ["All dates", "2014 – 2015"]),
        (date(2014, 1, 1), None, ["All dates", "from 1 January 2014"]),
        (None, None, []),
    ],
)
def test_a_period_leads_up_to_what_it_lies_in(since: date | None, until: date | None, steps: list[str]) -> None:
    with override("en"):
        way = way_up(SearchRequest(q="x", since=since, until=until))
        assert [step.text for step in way] == steps
        assert [bool(step.url) for step in way] == [True] * (len(way) - 1) + [False] * bool(way)


def test_the_way_leads_to_whole_years_and_months() -> None:
    with override("ar"):
        way = way_up(SearchRequest(q="x", since=date(2015, 8, 3), until=date(2015, 8, 3)))
    assert [step.url for step in way] == [
        "/?q=x",
        "/?q=x&since=2015-01-01&until=2015-12-31",
        "/?q=x&since=2015-08-01&until=2015-08-31",
        "",
    ]


@pytest.mark.parametrize(
    ("since", "until", "arabic", "english"),
    [
        (date(2015, 8, 3), date(2015, 8, 3), "18 شوال 1436 هـ", "18 Shawwal 1436 AH"),
        (date(2015, 8, 1), date(2015, 8, 31), "شوال – ذو القعدة 1436 هـ", "Shawwal – Dhu al-Qa'dah 1436 AH"),
        (
            date(2015, 10, 1),
            date(2015, 10, 31),
            "ذو الحجة 1436 – محرم 1437 هـ",
            "Dhu al-Hijjah 1436 – Muharram 1437 AH",
        ),
        (date(2015, 1, 1), date(2015, 12, 31), "1436 – 1437 هـ", "1436 – 1437 AH"),
        (date(1700, 1, 1), date(1700, 1, 31), "", ""),
    ],
)
def test_a_period_has_its_name_in_the_hijri_calendar(since: date, until: date, arabic: str, english: str) -> None:
    with override("ar"):
        assert hijri.period(since, until) == arabic
    with override("en"):
        assert hijri.period(since, until) == english
