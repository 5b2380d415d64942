"""What passwords must be."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import ngettext


class LengthValidator(MinimumLengthValidator):
    """Django's, with a sentence that is said in Arabic too: its own was changed in 5.2 and has no translation yet."""

    def get_error_message(self) -> str:
        return ngettext(
            "This password is too short. Take %(number)s character at least.",
            "This password is too short. Take %(number)s characters at least.",
            self.min_length,
        ) % {"number": self.min_length}
