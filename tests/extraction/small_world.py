"""A gazetteer of a few entities for the tests of extraction, and a short way to see what is found."""

from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.types import EntityKind, EntityRecord, Form, Mention


def entity(
    kind: EntityKind, key: str, type_: str, *names: str, parent: str | None = None, **roles: str
) -> EntityRecord:
    """A record; the keyword arguments short, ordinary and metonym hold further forms, parted by `|`."""
    forms = [Form(name) for name in names]
    for role, texts in roles.items():
        forms += [Form(text, role) for text in texts.split("|")]  # type: ignore[arg-type]
    return EntityRecord(kind, key, type_, forms[0].text, "", tuple(forms), parent)


ENTITIES = (
    entity("actor", "fr", "state", "فرنسا", metonym="باريس"),
    entity("location", "country-fr", "country", "فرنسا"),
    entity("actor", "jp", "state", "اليابان", metonym="طوكيو"),
    entity("location", "country-jp", "country", "اليابان"),
    entity("location", "tripoli-lebanon", "city", "طرابلس", parent="country-lb"),
    entity("location", "tripoli", "city", "طرابلس", parent="country-ly"),
    entity("location", "country-lb", "country", "لبنان"),
    entity("location", "country-ly", "country", "ليبيا"),
    entity("actor", "ly", "state", "ليبيا", metonym="طرابلس"),
    entity("actor", "sa", "state", "السعودية"),
    entity("location", "country-sa", "country", "السعودية"),
    entity("location", "paris", "city", "باريس", parent="country-fr"),
    entity("location", "lyon", "city", "ليون", parent="country-fr"),
    entity("location", "tokyo", "city", "طوكيو", parent="country-jp"),
    entity("location", "deir-ez-zor", "city", "دير الزور"),
    entity("location", "deir-ez-zor-governorate", "governorate", "محافظة دير الزور", "دير الزور", "ريف دير الزور"),
    entity("location", "qamishli", "city", "القامشلي"),
    entity("location", "al-bab", "town", "الباب السوري", ordinary="الباب"),
    entity(
        "actor", "defence-fr", "organisation", "وزارة الدفاع الفرنسية", "البنتاغون", "وزارة الدفاع الفرنسية البنتاغون"
    ),
    entity("actor", "army-fr", "organisation", "الجيش الفرنسي", "القوات الفرنسية"),
    entity(
        "actor", "is", "armed_group", "تنظيم الدولة الإسلامية", "تنظيم الدولة", "داعش", "تنظيم داعش", short="التنظيم"
    ),
    entity("actor", "assad", "person", "بشار الأسد", short="الأسد"),
    entity("actor", "karim", "person", "عبد الكريم قاسم", short="قاسم"),
    entity("actor", "muallem", "person", "وليد المعلم", ordinary="المعلم"),
    entity("actor", "afad", "organisation", "آفاد"),
    entity("location", "suez-canal", "other", "قناة السويس"),
    entity("location", "suez", "city", "السويس"),
    entity("location", "aley", "town", "عاليه", parent="mount-lebanon"),
    entity("location", "baabda", "town", "بعبدا", parent="mount-lebanon"),
    entity("location", "hasun", "town", "مدينة حاسون", ordinary="حاسون", parent="mount-lebanon"),
    entity("location", "ruwaished", "town", "الرويشد"),
    entity("location", "country-ml", "country", "جمهورية مالي", ordinary="مالي"),
    entity("actor", "monitor", "media", "المونيتور"),
    entity("actor", "dawn", "media", "صحيفة الفجر الجديد", ordinary="الفجر"),
)
GAZETTEER: Gazetteer = build_gazetteer(ENTITIES)


def found(text: str, title: str = "") -> list[Mention]:
    """The mentions of a text that count, in text order; those of the title first."""
    return [m for m in entity_mentions({"title": title, "body": text}, GAZETTEER) if not m.nested]


def said(text: str) -> list[tuple[str, str]]:
    """(text, entity key) of each mention that counts."""
    return [(mention.text, mention.id or "") for mention in found(text)]
