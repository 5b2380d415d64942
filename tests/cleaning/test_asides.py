"""Boxes, decks and labels that the markup names; a story stays whole whatever its class says."""

import pytest

from search.cleaning.clean import clean
from search.types import CleanArticle, RawPage

STORY = (
    "افتتحت البلدية سوقًا جديدة للخضر في وسط المدينة صباح اليوم بعد عامين من العمل.",
    "وقال رئيسها إن السوق ستفتح أبوابها كل يوم عدا الجمعة من كل أسبوع.",
    "وتضم السوق مئة متجر.",
)
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)
LEAD = "بعد عامين من العمل المتواصل عادت سوق الخضر إلى قلب المدينة، وعاد إليها باعتها."


def read(inner: str) -> CleanArticle:
    page = (
        f"<html><head><title>سوق الخضر</title></head><body><h1>سوق الخضر الجديدة في المدينة</h1>{inner}</body></html>"
    )
    return clean(RawPage("page.html", page.encode(), "text/html"), ())


@pytest.mark.parametrize(
    "inner",
    [
        f'<div class="related">{PARAGRAPHS}</div>',
        f'<div class="post has-related-posts">{PARAGRAPHS}<div class="related-posts"><a>سوق السمك</a></div></div>',
        f'<div class="lead">{PARAGRAPHS}</div>',
        f'<div class="story">{PARAGRAPHS}<h3>الأكثر قراءة</h3><ul><li>سوق السمك تغلق</li><li>سوق الذهب</li></ul></div>',
        f'<p><span class="sr-only">نُشر في</span></p>{PARAGRAPHS}<div class="newsletter">كل خميس في بريدك</div>',
    ],
)
def test_boxes_go_and_the_story_stays(inner: str) -> None:
    assert tuple(read(inner).body.split("\n")) == STORY


@pytest.mark.parametrize("between", ["", "<div>١٢ مارس ٢٠٢٤</div>", "".join(f"<p>بند {n}</p>" for n in range(40))])
def test_a_lead_is_never_lost(between: str) -> None:
    body = read(f'<p class="lead">{LEAD}</p>{between}{PARAGRAPHS}').body.split("\n")
    assert [line for line in body if line in (LEAD, *STORY)] == [LEAD, *STORY]


@pytest.mark.parametrize(
    "sentence",
    [
        "اقرأ أيضا في المعرض رسائل كتبها أصحاب البيوت إلى جيرانهم قبل الرحيل.",
        "حدث خطأ في ترتيب الصفحات فظهر المقال مرتين في عدد واحد من الجريدة.",
        "إذا كنت تعتقد أن المقال طويل فانتظر حتى تقرأ الكتاب الذي خرج منه.",
    ],
)
def test_sentences_with_words_of_furniture_stay(sentence: str) -> None:
    page = "\n".join(("سوق الخضر الجديدة في المدينة", *STORY[:2], sentence, STORY[0][::-1]))
    assert sentence in clean(RawPage("page.txt", page.encode(), "text/plain"), ()).body
