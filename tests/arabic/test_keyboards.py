"""What keys type on the other layout, and which lie side by side."""

import pytest

from search.arabic.folding import fold_text
from search.arabic.keyboards import NEIGHBOURS, as_arabic, as_latin
from search.arabic.typing_errors import cost


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hguvhr", "العراق"),
        ("hgsu,]dm", "السعودية"),
        ("gfkhk", "لبنان"),
        ("hgrvNk", "القرآن"),  # with Shift
        ("hsbhk", "اسلاان"),  # one key types lam and alef
        ('"lwv" Rhg', '"مصر" قال'),  # Shift types nothing there
    ],
)
def test_latin_letters_as_the_keys_of_a_pc(typed: str, meant: str) -> None:
    assert as_arabic(typed)[0] == meant


def test_on_a_mac_the_bottom_row_is_another() -> None:
    assert as_arabic("hgunhr") == ("العىاق", "العراق")
    assert "syria" in as_latin("سغقهش")
    assert "cairo" in as_latin("ؤشهقخ")  # PC
    assert "cairo" in as_latin("ذشهقخ")  # Mac


def test_lam_and_alef_are_one_key_or_two() -> None:
    assert "baghdad" in as_latin("لاشلايشي")
    assert set(as_latin("لا")) == {"b", "gh"}
    assert len(as_latin("لا" * 20)) <= 8


def test_what_no_key_types_stays() -> None:
    assert as_arabic("2015 «»") == ("2015 «»",)
    assert as_latin("2015 «»") == ("2015 «»",)


def test_neighbours_are_mutual_and_folded() -> None:
    assert {"غ", "ق", "ل", "ب"} <= NEIGHBOURS["ف"]
    assert "ض" not in NEIGHBOURS["ف"]
    for letter, beside in NEIGHBOURS.items():
        assert letter not in beside
        assert fold_text(letter) == letter
        assert all(letter in NEIGHBOURS[other] for other in beside)


def test_likely_errors_cost_less() -> None:
    assert cost("العراق", "العراق") == 0
    near, far = cost("العراف", "العراق"), cost("العراش", "العراق")
    assert near < far
    assert cost("العراقق", "العراق") < cost("العراقش", "العراق")
    assert cost("العارق", "العراق") < cost("العاقر", "العراق")
    assert cost("العرق", "العراق") < far
    assert cost("ضابط", "ظابط") < cost("ضابط", "مابط")
    assert cost("", "باب") > cost("ب", "باب") > 0
