import pytest

from search.extraction.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قالت الوزارة إن الأمر انتهى", "ar"),
        ("قالت شركة Apple إن iPhone متاح للجميع في السوق", "ar"),
        ("The ministry said so", "en"),
        ("وزیر خارجه گفت که این کشور چنین پیشنهادی را نمی‌پذیرد", "und"),
        ("МИД заявил", "und"),
        ("12:30 - 14", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
