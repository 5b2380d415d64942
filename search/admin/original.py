"""The page that an article was read from, as today's rules read it."""

from dataclasses import dataclass

from search import knowledge
from search.cleaning.clean import clean
from search.cleaning.comparison import Row, compare
from search.ingest.originals import load
from search.models import Article
from search.types import CleanArticle, RawPage, UnreadablePage


@dataclass(frozen=True, slots=True)
class Page:
    """`article` is the page's own word: what no person corrected."""

    raw: RawPage
    article: CleanArticle

    def says(self, field: str) -> str:
        """A field that people may correct, as the page has it; '' where it does not say."""
        value = getattr(self.article, field)
        if value is None:
            return ""
        return str(value.isoformat() if field == "published" else value)

    def rows(self) -> tuple[Row, ...]:
        """Its lines with what became of each."""
        return compare(self.raw, self.article, knowledge.outlets())


def page_of(article: Article) -> Page | None:
    """None where the original is lost. What today's rules no longer read as an article is shown as it was read."""
    try:
        raw = RawPage(article.source_name, load(article.original), article.media_type)  # type: ignore[arg-type]
    except FileNotFoundError:
        return None
    try:
        known = knowledge.current()
        return Page(raw, clean(raw, known.outlets, known.learned))
    except UnreadablePage:
        return Page(raw, CleanArticle(article.title, article.body, captions=tuple(article.captions)))
