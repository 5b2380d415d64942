"""The search server's answer to a question, or what the reader is told where there is none."""

from collections.abc import Mapping
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError
from elasticsearch.dsl import Search

from search.query.copies import WITHOUT_STORIES


class SearchUnavailable(Exception):
    """The search server did not answer. Nothing is lost: articles and saved work are in the database."""


class TooManyStories(Exception):
    """More stories are in the buckets than the server holds at once."""


def is_partial(answer: Mapping[str, Any]) -> bool:
    """Whether the server ran out of time, and so found less, and counted less, than there is."""
    return bool(answer.get("timed_out"))


def ask(asked: Search) -> dict[str, Any]:
    """The server's answer, as it sends it; where nothing was ever indexed, without aggregations. Raises
    SearchUnavailable, and TooManyStories where the exact counts are beyond the server."""
    try:
        return asked.params(ignore_unavailable=True, filter_path=WITHOUT_STORIES).execute().to_dict()
    except (TransportError, ApiError) as error:
        if isinstance(error, ApiError) and "too_many_buckets_exception" in str(error.body):
            raise TooManyStories from error
        raise SearchUnavailable(str(error)) from error
