"""Adjectives of origin (الفرنسي, البريطانية, للأرجنتيني): they stand before a person's name and behind that of a club or a
newspaper, and are part of neither. Written from knowledge of the countries' names."""

from typing import Final

from search.arabic.clitics import FUSED_ARTICLE
from search.arabic.letters import ARTICLE
from search.extraction.words import folded

_STEMS: Final = (
    "سعود مصر سور لبنان عراق يمن أردن كويت قطر بحرين إمارات عمان سودان ليب تونس جزائر مغرب فلسطين",
    "موريتان صومال جيبوت إيران ترك أمريك أميرك بريطان إنجليز إنكليز انجليز انكليز فرنس ألمان المان",
    "روس صين إيطال إسبان أسبان اسبان يابان هند باكستان أفغان إسرائيل اسرائيل برازيل أرجنتين هولند",
    "بلجيك سويسر كند أسترال كور نمساو نمسو يونان أوكران اوكران صرب كروات تشيك سلوفاك سلوفين بولند",
    "رومان بلغار مجر ألبان البان بوسن مقدون قبرص برتغال سويد نرويج دنمارك دنماركي فنلند أيرلند",
    "ايرلند اسكتلند إسكتلند ويلز أيسلند مكسيك كولومب فنزويل بيرو بوليف تشيل شيل أوروجوان أوروغوان",
    "أورجوان باراجوان كوب نيجير كين إثيوب اثيوب سنغال غان غين مال نيجر تشاد أوغند رواند بوروند",
    "كونغول أنجول أنغول موزمبيق زيمبابو كاميرون إيفوار ايفوار عاج إندونيس اندونيس ماليز فلبين فيتنام",
    "تايلاند سنغافور تايوان بنغلاد بنغلاديش سريلانك نيبال كازاخ أوزبك تركمان أذر اذر أرمن جورج شيشان",
    "داغستان نيوزيلند صهيون فاتيكان أوروب اوروب أفريق افريق عرب خليج لكسمبورغ مالط إستون ليتوان لاتف",
    "مولدوف جامايك بنم كوستاريك هندوراس إكوادور اكوادور أسيو آسيو بافار كاتالون كتالون",
)
NATIONS: Final = frozenset(
    article + stem + ending
    for stem in folded(*_STEMS)
    for article in (ARTICLE, FUSED_ARTICLE)
    for ending in ("ي", "يه")
)
"""Folded, with the article, or with that fused with `for`."""
