"""What commands that change articles end with."""

import sys

from django.core.management.base import OutputWrapper
from elastic_transport import TransportError
from elasticsearch import ApiError
from tqdm import tqdm

from search.index import targets
from search.index.rebuild import rebuild
from search.index.sync import drain


def index_at_once(errors: OutputWrapper) -> None:
    """Sends what changed to the index, so that it can be searched even where no worker runs. One that another version of the
    product made is built anew. A server that is away is said on `errors` and is no failure."""
    try:
        with tqdm(desc="Indexing", unit=" articles", disable=not sys.stderr.isatty()) as bar:
            if targets.is_outdated():
                rebuild(bar.update)
            else:
                drain(bar.update)
    except (TransportError, ApiError) as error:
        errors.write(
            f"The search server did not answer ({error}). The articles are stored; they are sent to the index as "
            "soon as the server is back and the product runs."
        )
