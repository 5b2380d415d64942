"""Names of the gazetteer are found however they are written, and only where they stand."""

import pickle
import time
from dataclasses import replace

import pytest

from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.extraction.scan import Scan
from search.types import EntityRecord, Form
from tests.extraction.small_world import ENTITIES, GAZETTEER, entity, found, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وباريس أعلنت ذلك", "باريس"),
        ("سافر إلى فـرنسـا أمس", "فـرنسـا"),
        ("هجوم بـ فرنسا", "فرنسا"),
        ("تقرير للبنتاغون أمس", "للبنتاغون"),
        ("وللبنتاغون رأي", "للبنتاغون"),
        ("قصف ديرالزور ليلا", "ديرالزور"),
        ("لقاء عبدالكريم قاسم", "عبدالكريم قاسم"),
        ("محاربة «داعش» هناك", "داعش"),
        ('محاربة تنظيم "الدولة الإسلامية" هناك', "الدولة الإسلامية"),
        ("محاربة تنظيم داعش هناك", "داعش"),
        ("عناصر تنظيم  الدولة فروا", "تنظيم  الدولة"),
        ("قالت القوات الفرنسيه", "القوات الفرنسيه"),
    ],
)
def test_spellings_and_clitics(text: str, expected: str) -> None:
    (mention,) = found(text)
    assert mention.text == expected == text[mention.start : mention.end]


@pytest.mark.parametrize("text", ["الليونة مطلوبة", "باريسي قديم", "فرنسا9", "القوات. الفرنسية", "القوات\nالفرنسية"])
def test_no_name_inside_a_word_or_across_a_stop(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أفاد التقرير بذلك", []),
        ("وأفاد به", []),
        ("افاد", ["افاد"]),
        ("فرق آفاد", ["آفاد"]),
        ("نفقات عالية جدا", []),
        ("طريق عاليه", ["عاليه"]),
    ],
)
def test_another_hamza_or_ending_makes_another_word_of_a_short_name(text: str, expected: list[str]) -> None:
    assert [mention.text for mention in found(text)] == expected


def test_a_canal_is_named_whole() -> None:
    assert said("عبرت قناة السويس ثم مدينة السويس") == [("قناة السويس", "suez-canal"), ("السويس", "suez")]


def test_vowel_signs_belong_to_the_mention() -> None:
    (mention,) = found("في فَرَنْسَا، أمس")
    assert mention.text == "فَرَنْسَا"


def test_the_longest_name_counts_and_the_inner_one_is_nested() -> None:
    mentions = entity_mentions({"body": "عبرت قناة السويس أمس"}, GAZETTEER)
    assert [(m.text, m.id, m.nested) for m in mentions] == [
        ("قناة السويس", "suez-canal", False),
        ("السويس", "suez", True),
    ]


def test_the_word_before_a_governorate_tells_which_is_meant() -> None:
    assert said("في محافظة دير الزور اليوم") == [("دير الزور", "deir-ez-zor-governorate")]


def test_a_name_and_its_acronym_are_two_mentions() -> None:
    assert said("قالت وزارة الدفاع الفرنسية (البنتاغون) أمس") == [
        ("وزارة الدفاع الفرنسية", "defence-fr"),
        ("البنتاغون", "defence-fr"),
    ]


def test_a_gazetteer_survives_pickling() -> None:
    scan = Scan("زار بشار الأسد باريس")
    assert pickle.loads(pickle.dumps(GAZETTEER)).find(scan) == GAZETTEER.find(scan)


def test_time_grows_with_length_alone() -> None:
    text = "أعلنت باريس أن تنظيم الدولة خرج من دير الزور، وقال الناشط سالم الحلواني إن فرنسا باقية. "
    GAZETTEER.find(Scan(text))

    def seconds(times: int) -> float:
        start = time.process_time()
        entity_mentions({"body": text * times}, GAZETTEER)
        return time.process_time() - start

    assert seconds(4000) < 20 * max(seconds(400), 0.01)


@pytest.mark.parametrize("forms", [(), (Form("باريس", "decided"),), (Form("عروس النهر", "decided"), Form("فرنسا"))])
def test_what_changes_a_record_finds_as_if_all_were_compiled_anew(forms: tuple[Form, ...]) -> None:
    """Also where names of the record go, and where it is a new one."""
    text = "زار الوفد باريس وفرنسا وعروس النهر، ثم البنتاغون ودير الزور، وقال تنظيم داعش إنه في فرنسا."
    new = EntityRecord("location", "new-place", "city", "عروس النهر", "", (Form("عروس النهر"), *forms))
    for record in (*GAZETTEER.entities, new):
        changed = replace(record, forms=forms)
        records = {(entity.kind, entity.key): entity for entity in GAZETTEER.entities}
        records[changed.kind, changed.key] = changed
        anew = Gazetteer(records.values())
        assert GAZETTEER.with_records({(changed.kind, changed.key): changed}).find(Scan(text)) == anew.find(Scan(text))


@pytest.mark.parametrize("text", ["والأمير عبدالقادر الجزائري", "الأمير عبد القادر الجزائري", "عبدالقادر الجزائري"])
def test_a_title_is_left_out_of_a_name_that_is_written_as_one_word_too(text: str) -> None:
    emir = entity("actor", "emir", "person", "عبد القادر الجزائري", "الأمير عبد القادر الجزائري", short="الجزائري")
    (mention,) = entity_mentions({"body": text}, build_gazetteer([emir]))
    assert mention.text.endswith("القادر الجزائري")
    assert not mention.text.startswith(("الأمير", "والأمير"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("وصل إلى مستشفى ببعبدا", ["بعبدا"]), ("طريق القامشلي وبعبدا", ["القامشلي", "بعبدا"]), ("قالت فاطمة ذلك", [])],
)
def test_a_small_place_behind_a_letter_is_told_from_another_word(text: str, expected: list[str]) -> None:
    village = entity("location", "atmah", "village", "أطمة")
    gazetteer = build_gazetteer([*ENTITIES, village])
    assert [mention.text for mention in entity_mentions({"body": text}, gazetteer) if not mention.nested] == expected
