"""An article of the corpus in which something of every kind is named."""

from search.models import Article, Mention


def name_all_kinds(novel: Article) -> None:
    """Adds to the article `novel`, whose actor is on no list and whose place is: who is cited, a date, and one that no day
    is known of."""
    novel.mentions.filter(entity__key="unlisted-actor").update(cited=True)
    for text, value in (("صدرت", "2021-05-02"), ("عن حياة", "")):
        start = novel.body.index(text)
        Mention.objects.create(
            article=novel,
            field="body",
            kind="date",
            type="day",
            text=text,
            start=start,
            end=start + len(text),
            value=value,
            method="date rule",
        )
