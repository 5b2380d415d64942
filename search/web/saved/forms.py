"""The form of a saved search's name and note."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from search.models import SavedSearch
from search.people.saved_searches import MOST


class SavedSearchForm(forms.ModelForm):
    class Meta:
        model = SavedSearch
        fields = ("name", "note")
        widgets = {
            "name": forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
            "note": forms.Textarea(attrs={"dir": "auto", "rows": 3}),
        }
        help_texts = {"note": gettext_lazy("What you look for, or why. Only you see it.")}


class NewSavedSearchForm(SavedSearchForm):
    """`owned` is how many its owner has already."""

    def __init__(self, *args: Any, owned: int, **options: Any) -> None:
        self._owned = owned
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        if self._owned >= MOST:
            raise ValidationError(
                gettext_lazy(
                    "You have %(number)s saved searches, and there can be no more. Delete one that you no longer need."
                ),
                params={"number": self._owned},
            )
        return super().clean() or self.cleaned_data
