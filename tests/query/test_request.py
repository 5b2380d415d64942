"""The URL is the whole state, and no URL breaks."""

from datetime import date
from urllib.parse import parse_qsl

import pytest

from search.query.request import MAX_QUERY, SearchRequest, from_pairs


def test_a_request_survives_its_url() -> None:
    request = SearchRequest(
        q='"قوات" & x=1',
        facets={"actor": ("a", "b"), "outlet": ("صدى",)},
        since=date(2020, 1, 2),
        until=date(2021, 1, 2),
        sort="oldest",
        page=3,
    )
    assert from_pairs(parse_qsl(request.to_query_string())) == request


def test_what_is_default_is_not_in_the_url() -> None:
    assert SearchRequest().to_query_string() == ""
    assert from_pairs([("page", "1"), ("sort", "")]).to_query_string() == ""


@pytest.mark.parametrize(
    "pairs",
    [
        [("page", "-1")],
        [("page", "99999999999999999999")],
        [("page", "١٢")],
        [("sort", "best")],
        [("since", "yesterday")],
        [("until", "2024-13-45")],
        [("colour", "blue")],
    ],
)
def test_what_means_nothing_is_passed_over(pairs: list[tuple[str, str]]) -> None:
    assert from_pairs(pairs) == SearchRequest()


def test_days_in_the_wrong_order_are_turned() -> None:
    request = from_pairs([("since", "2024-02-01"), ("until", "2024-01-01")])
    assert (request.since, request.until) == (date(2024, 1, 1), date(2024, 2, 1))


def test_a_pasted_text_is_cut() -> None:
    assert len(from_pairs([("q", "س" * 10_000)]).q) == MAX_QUERY


def test_changing_a_filter_starts_from_the_first_page() -> None:
    request = SearchRequest(page=7)
    assert request.with_value("actor", "un").page == 1
    assert request.with_value("actor", "un").without_value("actor", "un").selected("actor") == ()
