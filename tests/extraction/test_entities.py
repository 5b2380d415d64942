"""Short names, everyday words, names of no list, sources."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.small_world import found, said


def test_a_short_name_counts_after_the_full_one_only() -> None:
    assert said("قال الأسد إن بشار الأسد باق، وعاد الأسد") == [("بشار الأسد", "assad"), ("الأسد", "assad")]
    assert said("رأينا الأسد في الغابة") == []


def test_a_title_may_use_the_short_form_of_a_name_in_the_body() -> None:
    mentions = found("وصل بشار الأسد صباحا", title="وصول الأسد")
    assert [(mention.field, mention.text) for mention in mentions] == [("title", "الأسد"), ("body", "بشار الأسد")]


def test_a_common_noun_stands_for_a_group_that_was_named() -> None:
    assert said("انهار تنظيم الدولة، ثم عاد التنظيم") == [("تنظيم الدولة", "is"), ("التنظيم", "is")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فتح الباب ودخل", []),
        ("وصل إلى مدينة الباب", [("الباب", "al-bab")]),
        ("في القامشلي والباب", [("القامشلي", "qamishli"), ("الباب", "al-bab")]),
        ("بعد الفجر مباشرة", []),
        ("ذكرت صحيفة الفجر", [("الفجر", "dawn")]),
    ],
)
def test_everyday_words_need_context(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_a_word_before_the_name_picks_the_place() -> None:
    assert said("معارك في ريف دير الزور") == [("دير الزور", "deir-ez-zor-governorate")]
    assert said("معارك في مدينة دير الزور") == [("دير الزور", "deir-ez-zor")]


def test_of_two_cities_the_capital_is_meant_unless_the_article_is_about_the_other_country() -> None:
    assert said("مظاهرة في طرابلس") == [("طرابلس", "tripoli")]
    assert said("سافر إلى لبنان ثم عاد من لبنان، وأقام في شمال لبنان، ومات في طرابلس")[-1] == (
        "طرابلس",
        "tripoli-lebanon",
    )


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("وأضاف الباحث الاقتصادي سالم الحلواني أن", "سالم الحلواني", "person"),
        ("قال وزير الصحة الفرنسي إبراهيم الحمدان أمس", "إبراهيم الحمدان", "person"),
        ("التقى محمد بن راشد العلي", "محمد بن راشد العلي", "person"),
        ("قال الجنرال كينيث ماكنزي اليوم", "كينيث ماكنزي", "person"),
        ("وصل إلى بلدة زردنا", "زردنا", "town"),
        ("تحطمت قرب مطار القامشلي", "مطار القامشلي", "other"),
        ("قصف قاعدة الحمرا الجوية", "قاعدة الحمرا الجوية", "base"),
        ('نقل موقع "الخيمة برس" عنه', "الخيمة برس", "media"),
        ("ذكرت صحيفة القامشلي أمس", "القامشلي", "media"),
        ("ذكرت جريدة المستقبل أمس", "المستقبل", "media"),
        ('انسحبت "قوات النخبة" ليلا', "قوات النخبة", "armed_group"),
        ('انسحبت كتيبة "النصر" ليلا', "النصر", "armed_group"),
        ("نشره موقع ZamanWsl أمس", "ZamanWsl", "media"),
    ],
)
def test_names_of_no_list(text: str, name: str, type_: str) -> None:
    (mention,) = (m for m in found(text) if m.id and m.id.startswith("unlisted-"))
    assert (mention.text, mention.type) == (name, type_)
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الشؤون البلدية والقروية عن خطة", "وزارة الشؤون البلدية والقروية"),
        ("قالت وزارة الصحة أمس", "وزارة الصحة"),
        ("قررت الهيئة العامة للطيران المدني أن", "الهيئة العامة للطيران المدني"),
        ("فاز الاتحاد العربي لكرة القدم اليوم", "الاتحاد العربي لكرة القدم"),
        ("أوضحت بلدية القامشلي ذلك", "بلدية القامشلي"),
        ("نقل إلى مستشفى الملك فهد التخصصي أمس", "مستشفى الملك فهد التخصصي"),
        ("تعاقد نادي الاتفاق معه", "نادي الاتفاق"),
        ("سهم بنك البلاد مرتفع", "بنك البلاد"),
        ("طلاب جامعة القامشلي عادوا", "جامعة القامشلي"),
        ("قرار مجلس الوزراء أمس", "مجلس الوزراء"),
        ("تابع للهيئة العامة للغذاء والدواء أمس", "للهيئة العامة للغذاء والدواء"),
    ],
)
def test_organisations_of_no_list(text: str, name: str) -> None:
    (mention,) = found(text)
    assert (mention.kind, mention.text) == ("actor", name)
    assert mention.id and mention.id.startswith("unlisted-")


@pytest.mark.parametrize(
    "text", ["حزب الرئيس", "بنك الدم", "حركة السير بطيئة", "شركة كبيرة", "جامعة اليوم", "وزارة واحدة", "هيئة المحكمة"]
)
def test_no_organisation_where_none_is_named(text: str) -> None:
    assert found(text) == []


def test_a_ministry_is_that_of_the_one_state_of_the_article() -> None:
    assert said("أعلنت فرنسا ذلك، ثم نفت وزارة الدفاع الفرنسية") == [
        ("فرنسا", "fr"),
        ("وزارة الدفاع الفرنسية", "defence-fr"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل وليد المعلم أمس، وقال المعلم إن", ["وليد المعلم", "المعلم"]),
        ("وصل وليد المعلم أمس إلى بيت المعلم", ["وليد المعلم"]),
        ("قال المعلم لتلاميذه", []),
        ("وصل عبد الكريم قاسم، ثم محمود قاسم الحداد", ["عبد الكريم قاسم", "محمود قاسم الحداد"]),
    ],
)
def test_a_short_name_that_is_an_everyday_word_needs_a_verb_or_title(text: str, names: list[str]) -> None:
    assert [mention.text for mention in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال حاسون ذلك", []),
        ("سكن في حاسون", []),
        ("سكن في بعبدا ثم في حاسون", ["بعبدا", "حاسون"]),
        ("وصل إلى مدينة حاسون وعاد من حاسون", ["حاسون", "حاسون"]),
        ("عجز مالي كبير", []),
        ("سافر إلى مالي", ["مالي"]),
    ],
)
def test_places_that_are_everyday_words(text: str, names: list[str]) -> None:
    assert [mention.text for mention in found(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال محمود سالم بقوله", "محمود سالم"),
        ("عبدالرحمن الرويشد كاتب", "عبدالرحمن الرويشد"),
        ("وصل عجب بن عبدالله القحطاني", "عجب بن عبدالله القحطاني"),
        ("المدرب الإسباني بيب غواردا", "بيب غواردا"),
        ("التقى فيصل بن سلمان أمير الولاية", "فيصل بن سلمان"),
    ],
)
def test_where_a_name_begins_and_ends(text: str, name: str) -> None:
    assert [mention.text for mention in found(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "عاد على قدميه",
        "شارع محمد العلي",
        "في مدينة كبيرة",
        "قاعدة البيانات",
        "في مستشفى بشار الأسد",
        "في رمضان المبارك",
        "قال محمد أمس",
    ],
)
def test_no_name_where_none_is(text: str) -> None:
    assert found(text) == []


def test_a_short_name_after_a_title_needs_no_full_one() -> None:
    assert said("قال الرئيس السوري الأسد أمس") == [("الأسد", "assad")]


@given(st.text(alphabet='ال قبوفأعدحرسن ـ"«»()،.\n١2aبَّ', max_size=80))
def test_offsets_always_name_the_text(text: str) -> None:
    text = f"{text} بشار الأسد {text}في باريس"
    mentions = found(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_more_fathers_make_no_other_person() -> None:
    assert said("وصل عبد الكريم قاسم بن محمد البكر") == [("عبد الكريم قاسم بن محمد البكر", "karim")]


def test_a_listed_name_in_quotation_marks_stays_that_entity() -> None:
    assert said('ذكرت صحيفة "المونيتور" أمس') == [("المونيتور", "monitor")]


def test_the_same_unlisted_name_has_the_same_id_in_all_spellings() -> None:
    ids = {
        found(f"قال الناشط {name} إن")[0].id
        for name in ("عبد الرحيم الحلواني", "عبدالرحيم الحلواني", "عبد الرحـيم الحُلواني")
    }
    assert ids == {"unlisted-عبدالرحيم-الحلواني"}


def test_a_head_that_is_fused_with_its_preposition_makes_no_other_organisation() -> None:
    ids = {found(f"{text} العامة للغذاء والدواء أمس")[0].id for text in ("قالت الهيئة", "تابع للهيئة", "وافقت والهيئة")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل المهندس سالم الفارس. وأوضح د. الفارس ذلك", ["سالم الفارس", "الفارس"]),
        ('وصل المهندس سالم الفارس. وأكد "الفارس" ذلك', ["سالم الفارس", "الفارس"]),
        ("وصل المهندس سالم الفارس على ظهر الفارس القديم", ["سالم الفارس"]),
        ("وصل المهندس نضال رضوان. وأضاف رضوان أن", ["نضال رضوان", "رضوان"]),
    ],
)
def test_the_family_name_of_a_person_of_no_list(text: str, names: list[str]) -> None:
    assert [mention.text for mention in found(text)] == names


def test_cited_media_are_sources() -> None:
    assert [m.kind for m in found("ذكرت المونيتور أن الأمر انتهى")] == ["source"]
    assert [m.kind for m in found("حجبت الحكومة المونيتور")] == ["actor"]
