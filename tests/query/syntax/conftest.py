"""A few articles in two languages, which the guide's examples tell apart."""

from datetime import date

import pytest
from elasticsearch import Elasticsearch

from search.index.sync import drain
from search.models import Article, Entity, Mention, Outlet

_ARTICLES = {
    "convoy": ("ar", "2023-05-03", "قافلة مساعدات تصل إلى حلب", "وصلت قافلة مساعدات إغاثية إلى حلب صباح الاثنين."),
    "trucks": ("ar", "2023-06-20", "شاحنات عند المعبر", "تنتظر شاحنات محملة بالدقيق عند المعبر بدون سائقين."),
    "aleppo": ("ar", "2022-01-10", "شاحنة تعبر إلى حلب", "عبرت شاحنة واحدة إلى حلب."),
    "plan": ("ar", None, "خطة جديدة", "مساعدات قليلة منذ عام، والقافلة التالية بدون موعد."),
    "en-convoy": ("en", "2023-05-09", "Aid convoy at the crossing", "A convoy with aid arrived. The truck was empty."),
    "en-relief": ("en", "2023-06-01", "Convoys carry relief", "Two convoys carried relief and aid for families."),
    "en-truck": ("en", "2021-02-02", "A truck waits", "One truck waits for relief."),
}

_ENTITIES = (
    ("actor", "un", "international_organisation", "الأمم المتحدة", "United Nations", ""),
    ("actor", "reuters", "media", "رويترز", "Reuters", ""),
    ("location", "country-sy", "country", "سوريا", "Syria", ""),
    ("location", "aleppo", "city", "حلب", "Aleppo", "country-sy"),
)
"""With the keys that the gazetteers have."""

_MENTIONS = (
    ("convoy", "actor", "un", "", False),
    ("convoy", "location", "aleppo", "", False),
    ("aleppo", "location", "aleppo", "", False),
    ("trucks", "actor", "reuters", "", True),
    ("trucks", "date", None, "2011", False),
)


@pytest.fixture
def convoys(empty_index: Elasticsearch) -> dict[str, Article]:
    """The articles by their ids, indexed."""
    outlet = Outlet.objects.create(key="sada-al-midan", name_ar="صدى الميدان", name_en="Sada al-Midan")
    articles = {
        key: Article.objects.create(
            identity=key,
            given_id=key,
            title=title,
            body=body,
            language=language,
            published=day or "",
            published_on=day and date.fromisoformat(day),
            outlet=outlet if key == "convoy" else None,
        )
        for key, (language, day, title, body) in _ARTICLES.items()
    }
    entities = {
        (kind, key): Entity.objects.create(
            kind=kind, key=key, type=type_, name_ar=arabic, name_en=english, parent_key=parent
        )
        for kind, key, type_, arabic, english, parent in _ENTITIES
    }
    for article, kind, key, value, cited in _MENTIONS:
        entity = entities.get((kind, key or ""))
        Mention.objects.create(
            article=articles[article], entity=entity, field="body", kind=kind, type=entity.type if entity else "",
            text="x", start=0, end=1, value=value, cited=cited,
        )  # fmt: skip
    drain()
    return articles
