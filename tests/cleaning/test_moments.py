"""The dates of headers, in the shapes that Arabic pages write them."""

import pytest

from search.arabic.folding import fold_text
from search.cleaning.moments import read_date_line


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("2021.05.09 | 08:30 دمشق", "2021-05-09T08:30:00+03:00", None),
        ("آخر تحديث: 09.05.2021 | 08:30 بغداد", None, "2021-05-09T08:30:00+03:00"),
        ("الأحد 9 مايو 2021", "2021-05-09", None),
        ("الأحد، ٩ أيار/مايو ٢٠٢١ - ٨:٣٠ م", "2021-05-09T20:30:00", None),
        ("9 مايو (أيار) 2021", "2021-05-09", None),
        ("نُشر في: 9 أيار 2021 - آخر تحديث 10 أيار 2021، 12:05 صباحا", "2021-05-09", "2021-05-10T00:05:00"),
        ("تاريخ النشر: 09/05/2021 10:15 ص (GMT+3)", "2021-05-09T10:15:00+03:00", None),
        ("مايو 9, 2021", "2021-05-09", None),
        ("2021-05-09T10:00", "2021-05-09T10:00:00", None),
        ("الأحد 27 رمضان 1442 هـ الموافق 9 مايو 2021 م", "2021-05-09", None),
        ("الأحد 27 رمضان 1442 هـ", "2021-05-09", None),
        ("الأحد 09/مايو/2021 - 09:10 م", "2021-05-09T21:10:00", None),
        ("الأحد ٢٧ رمضان ١٤٤٢هـ - ٩ مايو ٢٠٢١م ٠٩:٠٠ صباحاً", "2021-05-09T09:00:00", None),
        ("May 9, 2021", "2021-05-09", None),
        ("08:30 بتوقيت غرينتش 9/5/2021", "2021-05-09T08:30:00+00:00", None),
    ],
)
def test_a_line_that_is_a_date(line: str, published: str | None, updated: str | None) -> None:
    found = read_date_line(fold_text(line))
    assert found is not None
    assert tuple(moment.isoformat() if moment else None for moment in found) == (published, updated)


@pytest.mark.parametrize(
    "line",
    [
        "اندلعت الحرب في 9 أيار 2021 قرب البلدة",
        "انتخابات 2021",
        "31/02/2021",
        "خسر الفريق 2-1",
        "99.99.9999",
        "ولد الكاتب في 9 مايو 1921",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    assert read_date_line(fold_text(line)) is None
