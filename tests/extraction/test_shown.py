"""What of a form in the lists is shown as the name, with the product's own gazetteers."""

from pathlib import Path

import pytest

import search
from search.extraction.entities import entity_mentions
from search.extraction.gazetteer import Gazetteer, build_gazetteer
from search.gazetteers import read_gazetteers

_SERVANT = "عبد"


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
        ("زار الوفد ضريح الأمير عبد القادر الجزائري", ("عبد القادر الجزائري", "emir-abdelkader")),
        ("زار الوفد ضريح الأمير عبدالقادر الجزائري", ("عبدالقادر الجزائري", "emir-abdelkader")),
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


def test_of_every_name_something_is_shown_also_where_its_parts_are_written_together(gazetteer: Gazetteer) -> None:
    servants = {form.text for one in gazetteer.entities for form in one.forms if _SERVANT in form.text.split()}
    assert len(servants) > 100
    for name in servants:
        for text in (name, name.replace(f"{_SERVANT} ", _SERVANT)):
            assert all(mention.text for mention in entity_mentions({"body": f"وصل {text} أمس"}, gazetteer)), text
