"""Similar articles: what is about the same, and nothing else."""

import pytest
from elasticsearch import Elasticsearch

from search.index.sync import drain
from search.models import Article
from search.query.similar import MOST, similar
from tests.copies import texts

CANAL = "أعلنت هيئة القناة اكتمال الحفر في المجرى الجديد، وقال رئيس الهيئة إن الكراكات رفعت ملايين الأمتار من الرمال."
FOLLOW = "بعد اكتمال الحفر تستعد هيئة القناة لعبور السفن في المجرى الجديد، والكراكات تغادر، بحسب رئيس الهيئة."
LATER = "قال رئيس الهيئة إن عبور السفن في المجرى الجديد يبدأ بعد اكتمال الحفر، وكانت الكراكات رفعت الرمال من القناة."
RECIPE = "يُعجن الدقيق بالزيت ثم يُترك ساعة قبل أن يُخبز على نار هادئة ويُقدَّم مع الزعتر."


@pytest.fixture
def articles(empty_index: Elasticsearch) -> dict[str, Article]:
    bodies = {"canal": CANAL, "follow": FOLLOW, "later": LATER, "recipe": RECIPE, "wire": texts.WIRE, "copy": texts.CUT}
    made = {name: Article.objects.create(identity=name, title=name, body=body) for name, body in bodies.items()}
    for number in range(30):
        # Words are known from how many articles have them: these have the canal's frame, and its words now and then.
        body = f"خبر رقم {number} عن المدينة: {'هيئة القناة الحفر' if number % 10 == 0 else 'السوق والطريق'} اليوم."
        Article.objects.create(identity=f"other {number}", title=f"خبر {number}", body=body)
    drain()
    return made


def test_what_is_about_the_same(articles: dict[str, Article]) -> None:
    found = similar(articles["canal"], [])
    assert set(found[:2]) == {articles["follow"], articles["later"]}
    assert len(found) <= MOST
    assert not {articles["canal"], articles["recipe"]} & set(found)


def test_copies_are_not_similar_articles(articles: dict[str, Article]) -> None:
    assert articles["copy"] not in similar(articles["wire"], [])


def test_nothing_like_it(articles: dict[str, Article]) -> None:
    assert similar(articles["recipe"], []) == []


def test_hidden_ones_are_not_shown(articles: dict[str, Article]) -> None:
    Article.objects.filter(pk=articles["follow"].pk).update(hidden=True)
    assert articles["follow"] not in similar(articles["canal"], [])


def test_an_article_that_is_not_indexed_yet(articles: dict[str, Article]) -> None:
    assert similar(Article.objects.create(identity="new", title="جديد", body=CANAL + " وجديد."), []) == []
