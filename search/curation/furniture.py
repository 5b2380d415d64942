"""'This line of this outlet is furniture', or 'belongs to the text', whatever was learned."""

from typing import Literal

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import now

from search.ingest.learning import renew
from search.models import FurnitureLine


@transaction.atomic
def decide_line(line: FurnitureLine, verdict: Literal["keep", "drop", ""], person: User | None) -> None:
    """The curator's word about a recurring line; '' takes it back. The outlet's articles are read again by the next replay."""
    line.verdict = verdict
    line.decided_by = person if verdict else None
    line.decided = now() if verdict else None
    line.save(update_fields=["verdict", "decided_by", "decided"])
    renew(line.outlet)
