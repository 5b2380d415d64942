"""Weights of what stands around a name that may be a state or a place: positive for the state, negative for the place.

The weights are rounded by hand; which words carry which sign follows from what states do and what happens in places.
`roles.py` adds them up.
"""

from typing import Final

from search.arabic.folding import fold_text
from search.extraction.words import folded

_STRONG: Final = 4.0
_CLEAR: Final = 2.5
_WEAK: Final = 1.0


def _weighted(*groups: tuple[float, frozenset[str]]) -> dict[str, float]:
    return {word: weight for weight, group in groups for word in group}


WORD_BEFORE: Final = _weighted(
    (
        -_STRONG,
        folded(
            "في داخل خارج عبر صوب باتجاه شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط أراضي أنحاء مناطق مدينة",
            "عاصمة سماء أجواء قرب أقصى",
            "ريف محافظة منطقة ضواحي ضاحية أطراف مدن بلدات قرى شوارع ميناء مطار سواحل ساحل شواطئ حقول آبار جبال",
            "صحراء بادية تراب",
            "ربوع أرجاء عموم محيط مشارف مداخل ضفاف جوار أحياء مخيمات قواعد مستشفيات جامعات سجون طرقات معظم",
            "بقاع شرقا غربا",
        ),
    ),
    (
        -_CLEAR,
        folded(
            "إلى الى نحو غادر غادرت وصل وصلت دخل دخلت زار زارت يزور تزور حدود حدودها زيارة مغادرة دخول وصول",
            "عاد عادت العودة مستقبل مصير",
            "أهالي سكان أبناء تقسيم تدمير تحرير إعمار استقرار أمن وحدة سيادة تاريخ خريطة جنوبا شمالا اقتصاد",
            "شمالى جنوبى شرقى",
            "نساء أطفال لاجئي مسلمي مسيحيي شباب ثورة أحداث وضع أوضاع وجود تواجد الوجود حي قرية بلدة ساحة حول",
            "ببلدات عندما",
        ),
    ),
    (
        _STRONG,
        folded(
            "ضد مع لدى تدعمه تدعمها تدعمهم تقوده تقودها ترعاه ترعاها بين قبل بقيادة بدعم بوساطة برعاية بمشاركة",
            "بدعوة حلفاء خصوم حليف حليفة",
            "قلق نفوذ سياسة سياسات مصالح مصلحة موقف مواقف أهداف هدف حملة دعم دور علاقات علاقة مطالب تهديدات",
            "تهديد قرار قيادة إدارة حكام",
            "رفض إعلان اتهام اتهامات نوايا رغبة حرص خطط خطة طموحات أطماع استراتيجية دبلوماسية تحالف حكومة",
            "مخاوف عداء مساعي جهود",
            "مساعدة مسؤولية التزام مبادرة إصرار تمسك تحذير تحذيرات محور أذرع وكلاء ميليشيات مليشيات عملاء",
            "وتعهد انسحاب تدخل تدخلات",
            "حق معارضة رؤية انضمام ملك ملكة عاهل سلطان ولاء إخلاص تنديد إدانة استياء",
            "وساطة انتقادات تحرك تحركات ضغوط ضغط عقوبات وافقت رئيس وزير رئيسة سفير مندوب ممثل مبعوث سفارة",
            "قنصلية جيش استخبارات",
        ),
    ),
    (
        _CLEAR,
        folded(
            "أن إن لأن وأن وإن بأن فإن لكن ولكن بينما كون حيث كما إخراج خروج ضم إقناع مطالبة دعوة استهداف",
            "موافقة عزل محاسبة اتفاق",
        ),
    ),
    (_WEAK, folded("على عن إذا قد كانت كان ما بينها ومنها باستثناء إما أو سوى عدا")),
    (-_WEAK, folded("من تجاه أرض قضية ملف أزمة حرب الحرب قصف معارك معركة")),
)
"""The word before the name (with the conjunction taken off)."""

NAMED_BY_PLACE: Final = folded("اتفاق اتفاقية معاهدة مؤتمر قمة محادثات مفاوضات بيان اجتماع اجتماعات لقاء منتدى")
"""What is called by the city where it was held or signed: the city's name behind it does not stand for its state."""
CAPITAL: Final = fold_text("العاصمة")

TWO_WORDS_BEFORE: Final = {
    fold_text(preposition): weights
    for preposition, weights in {
        "من": _weighted(
            (
                _STRONG + 1,
                folded(
                    "المدعومة المدعوم مدعومة مدعوم مدعومين المقدمة المقدم مقدمة بدعم دعم دعما الدعم بطلب طلب طلبا",
                    "الممولة الممول ممولة بتمويل تمويل",
                    "بضغط ضغط ضغوط بضغوط بقرار بموافقة موافقة بمبادرة مبادرة بتوجيه أوامر بأوامر تعليمات بإيعاز",
                    "إيعاز بتحريض أي المقربة المقرب",
                    "مقربة مقرب بضوء ضمانات تعهدات وعود رسالة عرض بمساعدة مساعدة مساعدات المسلحة خطوة تهديد",
                    "تهديدات بتهديد موقف مطالب",
                    "لكل بكل يطلب طلبت طلب وطالب انتقادات تحذيرات مبعوث وفد دعوة",
                ),
            ),
            (
                -_STRONG,
                folded(
                    "الانسحاب انسحاب القوات قوات قادمة قادما قادمين عائدا عائدة خرج خروج فر هرب نزح هربا",
                    "فرارا النفط الغاز قريبا أجزاء",
                ),
            ),
        ),
        "على": _weighted(
            (
                _STRONG,
                folded(
                    "الضغط ضغط ضغوط للضغط ضغوطا عقوبات العقوبات عقوباتها الحظر حظر الرد ردا رد ترد الاعتماد اعتماد",
                    "تعتمد اعتمادا حكرا يتعين يجب ينبغي",
                    "الرسوم رسوم التأثير التجسس يفرض فرض تفرض فرضت اللوم باللوم المسؤولية انتقادات مفروضة المفروضة",
                    "تصعيد قلق",
                ),
            ),
            (
                -_STRONG,
                folded(
                    "الحرب حرب الهجوم هجوم هجمات الهجمات العدوان عدوان غارات الغارات غارة ضربات الضربات قصف",
                    "القصف الحصار حصار سيطرة السيطرة",
                    "حربها حربه عدوانها غاراتها هجماتها هجومها",
                ),
            ),
        ),
        "إلى": _weighted(
            (_STRONG + 2, folded("إضافة بالإضافة جانب اضافة إشارة مستندا استنادا دعوة طلبا رسالة", "انضمام الانضمام")),
        ),
    }.items()
}
"""A preposition before the name, and then what the word before the preposition weighs, beside the preposition itself."""

PROCLITIC: Final = {"ب": -2.5, "ل": 1.0, "ك": 0.5}
"""A preposition that is written as part of the word."""

BEFORE_B: Final = _weighted(
    (
        _STRONG + 2,
        folded(
            "مرتبطة المرتبطة المرتبط مرتبط المرتبطين علاقة علاقات علاقاته علاقتها علاقته اتصال",
            "الاتصال الاستعانة مرتبطين ثقة الثقة تهديد",
            "يتعلق تتعلق المتعلقة متعلقة الاعتراف اعتراف مقارنة أسوة الخاصة خاصة الإطاحة ندد نددت",
            "اتهم اعترف الإضرار المساس دفع",
        ),
    ),
)
BEFORE_L: Final = _weighted(
    (
        _STRONG,
        folded(
            "موالية الموالية الموالي موال موالون الموالين مواليا تابعة التابعة التابع تابع التابعين حليف",
            "حليفة الحليف الحليفة المعادية معادية معاد المعادي",
            "دعم دعما الدعم دعمه دعمها دعمهما سمح سمحت يسمح أتاح خلافا وفقا المناهضة مناهضة تهديدا ضربة",
            "رسالة ردا انتقادات المنافسة",
        ),
    ),
    (
        -_STRONG,
        folded(
            "زيارة زيارته زيارتها الزيارة رحلة سفر السفر مجاورة المجاورة المجاور المحاذية المحاذي",
            "وصوله وصولها وصول شمال جنوب شرق غرب تابعا",
        ),
    ),
)
"""The word before a name with an attached ب or ل."""

WORD_AFTER: Final = _weighted(
    (_STRONG, folded("وحلفاءها وحلفاؤها وحلفائها وحلفاؤه وحليفتها وحليفها نفسها وشركائها الحليف الحليفة وإدارتها")),
    (_CLEAR, folded("ضد")),
    (-_CLEAR, folded("المحتلة المحاصرة المجاورة الكبرى القديمة وريفها وريفه ومحيطها وضواحيها")),
)

VERB_BEFORE: Final = 4.0
VERB_AFTER: Final = 3.5
PARTICLE_AFTER: Final = 2.5
WEAK_VERB_BEFORE: Final = 1.5
WEAK_VERB_AFTER: Final = 1.0
"""A verb that is not in the list but looks like a third person feminine one."""

NEIGHBOUR_ACTOR: Final = 2.0
NEIGHBOUR_PLACE: Final = -3.0
"""A name joined by `and` that can only be an actor, or only a place."""

PRIOR_STATE: Final = 0.6
PRIOR_PLACE: Final = -0.6
SCENE: Final = -1.0
"""What the other mentions of the same country in the article add; and that its towns stand in the article as places."""

DEFAULT: Final = {"name": -0.5, "metonym": -0.5}
"""Where nothing at all tells: by the role of the form."""
