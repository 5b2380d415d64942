"""Words of the news that tell what the words beside them are. Folded, as `Scan.words` are.

Written from the grammar and from knowledge of the Arabic press; the verbs are those that states, offices and spokesmen
are the subject of.
"""

from functools import lru_cache
from typing import Final

from search.arabic.folding import fold_text


def folded(*lines: str) -> frozenset[str]:
    """All words of the lines, folded."""
    return frozenset(fold_text(" ".join(lines)).split())


_PERFECT: Final = (
    "أعلن أكد أضاف ذكر قال أفاد أوضح أشار لفت نفى رفض طالب دعا اتهم حذر هدد شن قصف استهدف أرسل نقل وقع اتفق",
    "وافق أدان ندد رحب",
    "اعتبر رأى كشف بدأ واصل استأنف علق فرض رفع خفض قرر أصدر منح قدم دعم ساند وقف عزز نشر سحب انسحب تدخل ضغط",
    "سعى حاول عمل قام",
    "استخدم أقام أنشأ طور اختبر أطلق أسقط ضرب هاجم احتل ضم قطع أعاد استعاد تعهد التزم تمسك أصر شدد جدد أبدى",
    "أعرب عبر توقع رد",
    "اعترف أقر سمح منع حظر طرد استدعى اعتقل سلم تسلم استضاف استقبل ترأس شارك تحالف توصل أبرم صادق انضم خرج دخل",
    "أرغم أجبر",
    "عارض أيد ساعد سلح مول درب قاد خاض اشترى باع زود صدر استورد خسر فاز ربح تأهل تعادل سجل وجه تابع راقب امتلك",
    "نفذ اغتال",
    "تولى عين أقال استقال افتتح زار غادر وصل التقى بحث ناقش تباحث تحدث صرح نوه أثنى أعد خطط وعد توعد طلب اقترح",
    "عرض بنى",
    "ظل بات أصبح كان صار ترك احتفظ وصف اتخذ حصل استعد اضطر أراد أسهم ساهم كثف مارس ألغى أوقف سيطر حشد تراجع",
    "خشي أثار نجح فشل",
    "تعاون اختلف اعترض كف وفر أجرى حقق زعم شهد فقد استثمر احتج نافس تصدر استقطب أنفق أوفد استبعد تبادل اشترط",
    "ضمن غزا اخترق شجع استنكر أبلغ لعب",
)
_IMPERFECT_STEMS: Final = (
    "علن ؤكد ضيف ذكر قول فيد وضح شير لفت نفي رفض طالب دعو تهم حذر هدد شن قصف ستهدف رسل نقل وقع تفق وافق دين ندد رحب",
    "عتبر رى كشف بدأ واصل ستأنف علق فرض رفع خفض قرر صدر منح قدم دعم ساند قف عزز نشر سحب نسحب تدخل ضغط سعى حاول",
    "عمل قوم",
    "ستخدم قيم نشئ طور ختبر طلق سقط ضرب هاجم حتل ضم قطع عيد ستعيد تعهد لتزم تمسك صر شدد جدد بدي عرب عبر توقع رد",
    "عترف قر سمح منع حظر طرد ستدعي عتقل سلم تسلم ستضيف ستقبل ترأس شارك تحالف توصل برم صادق نضم خرج دخل رغم جبر",
    "عارض ؤيد ساعد سلح مول درب قود خوض شتري بيع زود صدر ستورد خسر فوز ربح تأهل تعادل سجل وجه تابع راقب متلك",
    "ملك نفذ غتال",
    "تولى عين قيل ستقيل فتتح زور غادر صل لتقي بحث ناقش تباحث تحدث صرح نوه ثني عد خطط عد توعد طلب قترح عرض بني",
    "ظل بيت صبح كون صير ترك حتفظ صف تخذ حصل ستعد ضطر ريد سهم ساهم كثف مارس لغي وقف سيطر حشد تراجع خشى ثير نجح فشل",
    "تعاون ختلف عترض كف وفر جري حقق زعم شهد فقد ستثمر حتج نافس تصدر ستقطب نفق وفد ستبعد تبادل شترط ضمن غزو",
    "خترق شجع ستنكر بلغ لعب",
)


def _feminine(perfect: str) -> str:
    return (perfect[:-1] if perfect[-1] in "ىا" and len(perfect) > 2 else perfect) + "ت"


_HE_DID: Final = " ".join(_PERFECT).split()
_STEMS: Final = " ".join(_IMPERFECT_STEMS).split()
PERFECT_VERBS: Final = folded(
    *_HE_DID,
    *(_feminine(verb) for verb in _HE_DID),
    *(_feminine(verb) + "ا" for verb in _HE_DID),
    "قامت كانت باتت عادت",
)
IMPERFECT_VERBS: Final = folded(
    *(f"{prefix}{stem}" for stem in _STEMS for prefix in ("ي", "ت", "سي", "ست")),
    *(f"{prefix}{stem}ان" for stem in _STEMS for prefix in ("ي", "ت", "ست")),
)
VERBS: Final = PERFECT_VERBS | IMPERFECT_VERBS
REMEMBERED: Final = 1 << 16
"""How many words an answer is kept for: the vocabulary of a thousand articles, some 50 MB in all."""
SUFFIXES: Final = ("ها", "هم", "ه", "هما")


@lru_cache(maxsize=REMEMBERED)
def is_verb(word: str) -> bool:
    """Whether a folded word is one of the verbs, with or without و or ف before it and an object behind it."""
    for start in ("", "و", "ف"):
        if word.startswith(start):
            rest = word[len(start) :]
            if rest in VERBS or any(rest.endswith(end) and rest[: -len(end)] in VERBS for end in SUFFIXES):
                return True
    return False


PARTICLES_BEFORE_VERB: Final = folded("لم لن لا قد سوف ما لقد")
FUNCTION_WORDS: Final = folded(
    "في من إلى الى على عن مع أن إن لأن لكن ولكن كما حيث الذي التي الذين اللذين هذا هذه ذلك تلك هو هي هم و ف ب",
    "ك ل أو أم بل ثم حتى منذ",
    "بعد قبل خلال عند عندما بين ضد نحو حول دون بدون غير سوى كل بعض أي كان كانت يكون قد لقد لم لن لا ما ليس",
    "ليست إذا إذ لو كي لكي بينما",
    "أثناء عبر تحت فوق أمام وراء خلف داخل خارج ضمن وفق وفقا حسب بحسب بسبب رغم هناك هنا اليوم أمس غدا الآن",
    "الماضي الماضية المقبل",
    "المقبلة الجاري الحالي مساء صباح صباحا ظهر يوم عام سنة شهر الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة",
    "السبت أيضا أيضاً به بها له",
    "لها فيه فيها منه منها عليه عليها إليه إليها عنه عنها أنه أنها إنه إنها معه معها لدى لدي وذلك وهو وهي وقد",
    "وكان وكانت والذي والتي",
    "فإن فقد حين حيال تجاه إزاء بشأن بخصوص نفسه نفسها ذاته جدا فقط مثل مثلا نقلا مؤكدا مشيرا مضيفا موضحا",
    "معتبرا داعيا محذرا لافتا",
    "مطالبا متهما قائلا مشددا مبينا منوها أنهم أنني إنني أننا إننا لأنه لأنها عدم عدد أحد إحدى أكثر أقل نحن",
    "أنا وإن وأن بأن بأنه بأنها",
)
"""Words that end a name."""

ALI: Final = "علي"
"""A given name, and the preposition `on` once both are folded."""
GIVEN_LINKS: Final = folded("بن ابن بنت أبو أبي أم آل عبد دي دو فان فون بو باشا بك")
"""Words inside a person's name that are no name on their own."""
