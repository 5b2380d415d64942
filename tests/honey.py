"""A hundred articles, made up for the tests, 24 of them on honey: what stands out in these is known."""

from datetime import date

from search.index.sync import drain
from search.models import Article, Entity, Mention

HONEY, OTHERS = 24, 76


def load() -> None:
    """Stores 24 articles on honey and 76 others, and brings the index up to date. The ministry is in all of them, the
    beekeepers only in those on honey, the valley in half of these and, with its region, in a few others."""
    rows = [
        ("actor", "ministry", "وزارة الزراعة", ""),
        ("actor", "beekeepers", "جمعية النحالين", ""),
        ("actor", "honey", "العسل", ""),
        ("location", "region", "منطقة الجبل", ""),
        ("location", "valley", "وادي الجبل", "region"),
    ]
    entities = {
        key: Entity.objects.create(kind=kind, key=key, name_ar=name, parent_key=parent, type="other")
        for kind, key, name, parent in rows
    }
    for number in range(HONEY + OTHERS):
        on_honey = number < HONEY
        article = Article.objects.create(
            identity=str(number),
            title=f"مهرجان العسل {number}" if on_honey else f"خبر {number}",
            body=f"نص الخبر رقم {number} كما ورد.",
            published_on=date(2024, 1, 1 + number % 28),
        )
        named = ["ministry"]
        named += ["beekeepers", "honey"] if on_honey else []
        named += ["valley"] if (on_honey and number % 2) or number > 98 else []
        for key in named:
            entity = entities[key]
            Mention.objects.create(
                article=article, entity=entity, kind=entity.kind, field="body", type="other", text="نص", start=0, end=2
            )
    drain()
