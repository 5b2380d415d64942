"""Forms of people's pages: Django's own, with what newsindex asks for besides."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import PasswordResetForm, UserCreationForm, UsernameField
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import get_language, get_language_info, gettext_lazy, override

from search.models import Preferences
from search.people.groups import RESEARCHER, add_to
from search.web.people.time_zones import time_zones


def _email() -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"})
    return forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254, widget=widget)


def _require_free(email: str, person: User) -> None:
    """Raises ValidationError where another account has the address, be it in other letters of case."""
    if User.objects.filter(email__iexact=email).exclude(pk=person.pk).exists():
        raise ValidationError(
            gettext_lazy(
                "There is an account with this e-mail address already. Take another one, or reset its password."
            )
        )


class SignUpForm(UserCreationForm):
    """Django's refuses a user name that differs from another only by case."""

    email = _email()

    class Meta:
        model = User
        fields = ("username", "email")
        field_classes = {"username": UsernameField}

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        _require_free(email, self.instance)
        return email

    @transaction.atomic
    def save(self, commit: bool = True) -> User:
        """A researcher, who works in the language of the page until they choose another."""
        person: User = super().save(commit)
        add_to(RESEARCHER, person)
        Preferences.objects.create(user=person, language=get_language() or settings.LANGUAGE_CODE)
        return person


class AccountForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the pages and mails"),
        choices=[(code, get_language_info(code)["name_local"]) for code, _name in settings.LANGUAGES],
    )
    time_zone = forms.ChoiceField(label=gettext_lazy("Time zone"), choices=time_zones)
    email = _email()

    def __init__(self, person: User, data: QueryDict | None) -> None:
        self._person = person
        chosen = Preferences.objects.of(person)
        initial = {
            "language": chosen.language if chosen else get_language(),
            "time_zone": chosen.time_zone if chosen else settings.TIME_ZONE,
            "email": person.email,
        }
        super().__init__(data, initial=initial)

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        _require_free(email, self._person)
        return email

    @transaction.atomic
    def save(self) -> None:
        self._person.email = self.cleaned_data["email"]
        self._person.save(update_fields=["email"])
        chosen = {name: self.cleaned_data[name] for name in ("language", "time_zone")}
        Preferences.objects.update_or_create(user=self._person, defaults=chosen)


class ResetForm(PasswordResetForm):
    email = _email()

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        *addresses: Any,
        **options: Any,
    ) -> None:
        """In the language of the person who gets it; its link leads to pages in that language."""
        chosen = Preferences.objects.of(context["user"])
        with override(chosen.language if chosen else get_language()):
            super().send_mail(subject_template_name, email_template_name, context, *addresses, **options)
