"""Many names looked for at once are found as one by one."""

import pytest

from search.arabic.names import Names, letters_of

NAMES = Names(["البنتاغون", "عبد الكريم", "أبو كمال", "FSA"])


@pytest.mark.parametrize(
    "text",
    [
        "قال مسؤول للبنتاغون أمس",
        "وصل عبدالكريم إلى المدينة",
        "في ابو كمال",
        "في أبـــو كَمال",
        "في ا\u0654بو كمال",
        "كتائب (fsa) هناك",
        "ﻋﺒﺪ ﺍﻟﻜﺮﻳﻢ",
    ],
)
def test_a_name_is_found_in_any_spelling_and_with_clitics(text: str) -> None:
    assert NAMES.stand_in(text)


def test_other_words_are_none() -> None:
    assert not NAMES.stand_in("وصل الوفد إلى دير الزور، وقال إن العمل بدأ.")
    assert not Names([]).stand_in("أي كلام")
    assert not Names([" ،"]).stand_in("أي كلام،")


def test_letters_alone() -> None:
    assert letters_of("الـقُدس (الشرقية) ٢") == letters_of("قدس الشرقية2")
