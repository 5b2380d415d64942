"""The periods that a date in a text counts for."""

import pytest

from search.index.days import periods


@pytest.mark.parametrize(
    "value, counted",
    [
        ("2014", "2014"),
        ("2022-11", "2022-11 2022"),
        ("2023-11-05", "2023-11-05 2023-11 2023"),
        ("2023-12-31/2024-01-01", "2023-12-31 2023-12 2023 2024-01-01 2024-01 2024"),
        ("2015-07-17/2016-02-03", "2015-07 2015 2015-08 2015-09 2015-10 2015-11 2015-12 2016-01 2016 2016-02"),
        ("2011/2013", "2011 2012 2013"),
        ("2011-05/2013", "2011 2012 2013"),
        ("1900/2023", "1900 2023"),
    ],
)
def test_a_date_counts_for_what_it_lies_in(value: str, counted: str) -> None:
    found = [period for line in periods(value) for period in line]
    assert list(dict.fromkeys(found)) == counted.split()
