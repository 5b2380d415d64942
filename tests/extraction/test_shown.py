"""What of a form in the lists is shown as the name, with the product's own gazetteers."""

from pathlib import Path

import pytest

import search
from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.gazetteers import read_gazetteers


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return build_gazetteer(read_gazetteers(Path(search.__file__).parent / "data")[0])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("انفجرت عبوة في شمال العراق أمس", ("العراق", "northern-iraq")),
        ("نزح الآلاف من شمال شرقي سوريا أمس", ("شمال شرقي سوريا", "northeast-syria")),
        ("وصل الوفد إلى العاصمة الفرنسية باريس أمس", ("باريس", "paris")),
        ("قتل جنديان في ولاية بورنو أمس", ("بورنو", "borno")),
        ("هبطت الطائرة في جزيرة كريت صباحا", ("كريت", "crete")),
        ("زار الأمير محافظة ضمد أمس", ("ضمد", "damad")),
        ("عاد الأهالي إلى الفوعة وكفريا أمس", ("كفريا", "kafriya")),
        ("خسر موناكو الفرنسي على أرضه", ("موناكو", "as-monaco")),
        ("استقبل الرئيس الفلسطيني محمود عباس الوفد", ("محمود عباس", "mahmoud-abbas")),
        ("انسحب تنظيم داعش الإرهابي من القرية", ("داعش", "islamic-state")),
    ],
)
def test_words_that_only_tell_who_is_meant_are_not_shown(
    gazetteer: Gazetteer, text: str, shown: tuple[str, str]
) -> None:
    assert shown in [(m.text, m.id) for m in entity_mentions({"body": text}, gazetteer) if not m.nested]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("فازت تشيلي بكأس كوبا أمريكا", "country-cu"),
        ("خاض المنتخب تصفيات أمم أفريقيا", "africa"),
        ("أدى المصلون صلاة المغرب في الساحة", "country-ma"),
        ("نصت اتفاقيات جنيف على حماية الأسرى", "geneva"),
    ],
)
def test_a_place_in_the_name_of_an_occasion_is_none(gazetteer: Gazetteer, text: str, place: str) -> None:
    assert place not in [m.id for m in entity_mentions({"body": text}, gazetteer)]
