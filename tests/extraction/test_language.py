"""The language that a text is in, whatever it quotes and whatever keyboard it was typed on."""

import gzip
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from search.extraction.language import language_of

_PERSIAN = (
    "وزیر خارجه در نشست خبری امروز گفت که گفتگوها درباره بازگشایی مرز ادامه دارد و هیچ تاریخی برای پایان آن تعیین نشده "
    "است. او افزود که کشورهای همسایه در این باره نظر یکسانی ندارند و باید بیشتر با هم گفتگو کنند. به گفته او، پس از "
    "بازدید هیئت کارشناسان از گذرگاه، گزارشی به دولت داده خواهد شد تا درباره گام‌های بعدی تصمیم بگیرد."
)
_SORANI = "وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەسەر کردنەوەی سنوورەکە بەردەوامن و هێشتا هیچ بەروارێک دیاری نەکراوە."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قالت الوزارة إن الأمر انتهى", "ar"),
        ("مقتل جندي في شمال سيناء", "ar"),
        ("قالت شركة Apple إن iPhone متاح للجميع في السوق", "ar"),
        ("قالت الوزارة في بیان إن المفاوضات تجري کما خطط لها منذ البدایة", "ar"),  # yeh and kaf of a Persian keyboard
        ("قَالَ الرَّئِيسُ إِنَّ الحُكُومَةَ سَتُعْلِنُ قَرَارَهَا قَرِيبًا", "ar"),
        ("زار أردوغان مدينة گوهردشت قرب طهران", "ar"),
        ("The ministry said so", "en"),
        ("The paper's headline, «انتهى الأمر», was read out in parliament by the opposition.", "en"),
        (_PERSIAN, "fa"),
        ("وزیر خارجه گفت که این کشور چنین پیشنهادی را نمی‌پذیرد", "fa"),
        (_PERSIAN.translate(str.maketrans("یک", "يك")), "fa"),  # typed on an Arabic keyboard
        (_SORANI, "ckb"),
        (_SORANI.replace("ە", "ه\u200c").translate(str.maketrans("یک", "يك")), "ckb"),  # as typed before Unicode's ae
        ("Wezîrê derve got ku danûstandin berdewam dikin û hîn dîrokek nehatiye diyarkirin.", "ku"),
        ("Dışişleri Bakanı, görüşmelerin sürdüğünü ve henüz bir tarih belirlenmediğini söyledi.", "tr"),
        ("Le ministre a déclaré que les négociations se poursuivent et qu'aucune date n'est fixée.", "fr"),
        ("שר החוץ אמר שהשיחות נמשכות ועדיין לא נקבע מועד", "he"),
        ("وزیر خارجہ نے کہا کہ بات چیت جاری ہے اور ابھی تک کوئی تاریخ طے نہیں ہوئی ہے۔", "ur"),
        ("Министр иностранных дел заявил, что переговоры продолжаются.", "ru"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 - 14",
        "\u200f",
        "ok",
        "MP3",
        "نص",
        "The statement was published in two languages: صدر البيان بلغتين في اليوم نفسه",
    ],
)
def test_what_cannot_be_told_is_left_open(text: str) -> None:
    assert language_of(text) == "und"


def test_arabic_from_pages_that_hold_the_shapes_of_letters() -> None:
    shapes = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFE8D, 0xFEF5)}
    written = "".join(shapes.get(letter, letter) for letter in "قالت الوزارة إن الأمر انتهى")
    assert written != "قالت الوزارة إن الأمر انتهى"
    assert language_of(written) == "ar"


def test_furniture_behind_the_story_does_not_decide() -> None:
    assert (
        language_of(f"{_PERSIAN} {_PERSIAN} {_PERSIAN}" + " Copyright, all rights reserved. Sign in or subscribe." * 40)
        == "fa"
    )


def test_arabic_news_is_arabic(shared: Path) -> None:
    with gzip.open(shared / "data" / "news_saudi.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(3000), lines, strict=False)]
    told = [language_of(f"{row['title']}\n{row['body']}") for row in rows if len(row["body"]) > 100]
    assert told.count("ar") > 0.998 * len(told)


def test_nothing_is_loaded_for_what_letters_tell() -> None:
    program = (
        "import sys; from search.extraction.language import language_of; "
        "language_of('قالت الوزارة إن الأمر انتهى'); language_of('שר החוץ'); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
