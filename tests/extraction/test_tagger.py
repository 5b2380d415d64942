"""The tagger, with its real model and a gazetteer that has hardly anybody: names of no list, and what it leaves alone."""

import pickle
from pathlib import Path

import pytest

import search
from search.extraction.entities import entity_mentions
from search.extraction.tagger import Tagger, read_tagger
from search.gazetteers import read_gazetteers
from search.types import Mention
from tests.extraction.small_world import GAZETTEER


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    folder = Path(search.__file__).parent / "data"
    return read_tagger(folder, read_gazetteers(folder)[0])


def names(text: str, tagger: Tagger | None) -> list[Mention]:
    return [m for m in entity_mentions({"body": text}, GAZETTEER, tagger=tagger) if not m.nested]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("وأحرز مارتينو هدفا ثانيا قبل نهاية الشوط", "مارتينو", "person"),
        ("فاز الفريق على أرسنال بهدفين أمس", "أرسنال", "organisation"),
        ("انفجرت قنبلة في سوق شمال نيجيريا أمس", "نيجيريا", "other"),
        ("قالت شركة بروكسيما للاتصالات إنها ستسرح مئة عامل", "شركة بروكسيما للاتصالات", "organisation"),
    ],
)
def test_names_that_no_list_and_no_rule_has(tagger: Tagger, text: str, name: str, kind: str) -> None:
    assert name not in [mention.text for mention in names(text, None)]
    found = next(mention for mention in names(text, tagger) if mention.text == name)
    assert (found.type, found.method, found.unconfirmed) == (kind, "tagger", True)
    assert 0 < found.confidence < 0.9


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقع انفجار في ولاية ترنسوفا جنوب البلاد", "ترنسوفا"),
        ("زار الوفد فندقا في كرونافا بوسط اليابان", "كرونافا"),
        ("اندلعت معارك في حي الصنوبر شمال القامشلي", "حي الصنوبر"),
        ("شملت الأمطار محافظات القامشلي وطرموزة ودير الزور", "طرموزة"),
    ],
)
def test_places_in_doubt_stand_where_something_speaks_for_them(tagger: Tagger, text: str, name: str) -> None:
    assert name not in [mention.text for mention in names(text, None)]
    assert next(mention for mention in names(text, tagger) if mention.text == name).kind == "location"


@pytest.mark.parametrize(
    "text",
    [
        "بدأ الوزير جولة في منطقة آمنة",
        "عاد إلى مسقط رأسه بعد عام",
        "عند الساعة الثالثة بتوقيت طوكيو",
        "اتفقت الدول الأوروبية على خطة",
        "شرح المدرب في حديثه خطة اللعب",
    ],
)
def test_words_that_say_of_which_kind_a_place_is_are_no_names(tagger: Tagger, text: str) -> None:
    assert [mention.text for mention in names(text, tagger) if mention.kind == "location"] == []


def test_the_first_letter_of_a_valley_is_no_conjunction(tagger: Tagger) -> None:
    found = names("جرفت السيول سيارة في وادي الشربين شرق القامشلي", tagger)
    assert "وادي الشربين" in [mention.text for mention in found]


def test_a_university_is_an_organisation(tagger: Tagger) -> None:
    found = names("وهو أستاذ في جامعة فلندرز منذ عام", tagger)
    assert [(mention.text, mention.type) for mention in found] == [("جامعة فلندرز", "organisation")]


def test_a_short_name_follows_from_a_full_one_of_the_tagger(tagger: Tagger) -> None:
    text = "التقى الوزير نظيره الأوكراني بافلو كليمنكو في كييف. وأضاف كليمنكو أن البلدين اتفقا"
    full, short = (mention for mention in names(text, tagger) if mention.type == "person")
    assert (full.text, short.text) == ("بافلو كليمنكو", "كليمنكو")
    assert full.id == short.id


def test_who_is_listed_stays_that_entity(tagger: Tagger) -> None:
    text = "وصل بشار الأسد إلى القامشلي، وذكرت المونيتور ذلك"
    assert [(m.text, m.id) for m in names(text, tagger)] == [(m.text, m.id) for m in names(text, None)]


@pytest.mark.parametrize("text", ["قال الإيرانيون إنهم سيردون", "رد الروس سريعا", "فتح الباب ودخل", "عاد على قدميه"])
def test_peoples_and_everyday_words_are_no_names(tagger: Tagger, text: str) -> None:
    assert names(text, tagger) == []


def test_a_conjunction_is_no_part_of_the_name(tagger: Tagger) -> None:
    found = names("تعادل ليفربول وأرسنال أمس، ثم خسر أرسنال", tagger)
    assert {mention.id for mention in found if "رسنال" in mention.text} == {"unlisted-ارسنال"}


def test_a_text_that_is_not_arabic_gets_no_names_of_the_tagger(tagger: Tagger) -> None:
    text = "Martino scored twice in Maiduguri"
    assert entity_mentions({"body": text}, GAZETTEER, "en", tagger) == ()


def test_a_tagger_is_sent_between_processes(tagger: Tagger) -> None:
    text = "وأحرز مارتينو هدفا ثانيا قبل نهاية الشوط"
    assert names(text, pickle.loads(pickle.dumps(tagger))) == names(text, tagger)


@pytest.mark.parametrize("text", ["", " ", "«»", "١٢٣", "أ"])
def test_texts_without_words(tagger: Tagger, text: str) -> None:
    assert names(text, tagger) == []
