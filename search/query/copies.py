"""Copies in a search: what one hit is, and so what every count counts.

A hit is a story: all articles of one group of copies that match. With `copies=all` it is an article, whose exact copies are
one with it: they are its appearances. A count (the total, a facet value's, a bar's, the undated) is always the number of hits:
of stories of which at least one copy matches the words, passes the filters, and has that value or day. So a facet value
says how many hits choosing it gives, also where the copy with that value is not the one that stands for its story; and bars
may add up to more than the total, where a story was printed again on another day.

The server counts articles. What is too many is counted among the articles that have copies: for each story with two or more
in a bucket, all but one. That is exact, unlike its `cardinality`, and costs one bucket for each such story while the
server counts; none is sent. With several shards each tells all its stories with copies, since one may be spread over them. The
server refuses to hold more than 65,536 buckets at once (`search.max_buckets`), as where a search without words meets hundreds
of thousands of articles: then the stories are estimated, to a fraction of a percent, and the page says so.
"""

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from elasticsearch.dsl import A

from search.query.request import SearchRequest

WITHOUT_STORIES: Final = ["-aggregations.**.stories"]
"""For `filter_path`: an answer without the server's working."""

_ALL: Final = 1_000_000
_PRECISE_UP_TO: Final = 40_000
"""Stories from which the server's estimate is a rough one; it takes no higher value."""


def story_field(request: SearchRequest) -> str:
    """The field of the index that is equal in articles that are one hit."""
    return "same" if request.every_copy else "story"


def count_stories(bucket: Any, request: SearchRequest, exact: bool) -> Any:
    """`bucket`, an aggregation that counts articles, which now counts hits besides, or estimates them; `stories_in` reads the
    answer."""
    copied = A("filter", term={"copied": True})
    bucket.bucket("copied", copied)
    if not exact:
        copied.metric("estimate", "cardinality", field=story_field(request), precision_threshold=_PRECISE_UP_TO)
        return bucket
    # The only shard may drop stories with one article at once.
    least = 2 if settings.INDEX_SHARDS == 1 else 1
    field = story_field(request)
    copied.bucket("stories", "terms", field=field, size=_ALL, min_doc_count=2, shard_min_doc_count=least)
    copied.pipeline("repeated", "stats_bucket", buckets_path="stories>_count")
    return bucket


def stories_in(answer: Mapping[str, Any]) -> int:
    """The number of hits in a bucket that was asked to `count_stories`."""
    copied = answer["copied"]
    if "estimate" in copied:
        return int(answer["doc_count"] - copied["doc_count"] + copied["estimate"]["value"])
    return int(answer["doc_count"] - (copied["repeated"]["sum"] - copied["repeated"]["count"]))
