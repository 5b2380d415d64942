"""What kept a verb from doing its work, as sentences for curators in the language of the page."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.curation.fields import NoSuchValue
from search.curation.gazetteers import Overtaken
from search.curation.names import Confirmed, NoName, WrongType
from search.curation.undo import NotStanding
from search.models import Article, Mention
from search.types import UnreadablePage

LOST: Final = _(
    "The original of this article is lost, so it cannot be read again and nothing was changed. "
    "Restore the folder “originals” from a backup, or ingest the page again."
)

_SENTENCES: Final[dict[type[Exception], Promise]] = {
    NoSuchValue: _(
        "This is no value that the field can have, and nothing was changed: choose an outlet of the list, and write a "
        "date like 2023-05-31 or 2023-05-31T14:30+03:00."
    ),
    NoName: _("A name needs at least one letter: write it as it stands in the articles."),
    Confirmed: _("A list or a person vouches for this name already: look at its page."),
    Overtaken: _("The gazetteer was changed in the meantime: upload the file again."),
    WrongType: _("A place has types of places, an actor those of actors: choose one that fits."),
    NotStanding: _("This was undone already, or is itself an undoing: decide anew instead."),
    FileNotFoundError: LOST,
    UnreadablePage: _(
        "With today’s rules no article text is found on the original page, so it cannot be read again and nothing was "
        "changed. Tell whoever runs newsindex here."
    ),
    Article.DoesNotExist: _("The article is gone: somebody else removed it in the meantime."),
    Mention.DoesNotExist: _("The mention is gone: its article was read again in the meantime."),
}


def attempt(request: HttpRequest, verb: Callable[[], object]) -> bool:
    """Whether `verb` did its work, all or nothing; the reason why it did not is said on the next page."""
    try:
        with transaction.atomic():
            verb()
    except tuple(_SENTENCES) as problem:
        messages.error(request, sentence(problem))
        return False
    return True


def sentence(problem: Exception) -> str:
    """Why, and what to do. For the exceptions that verbs of curation raise."""
    return next(str(words) for kind, words in _SENTENCES.items() if isinstance(problem, kind))
