"""What a curator may correct of an article, and why."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from search.admin.asking import Why
from search.admin.original import page_of
from search.models import Article, Decision
from search.types import Correctable


class CorrectionForm(forms.ModelForm, Why):  # type: ignore[type-arg]
    """Title, outlet and publication date. Beside what a person corrected stands what the page itself says.

    A field counts as changed when it differs from what the page of the form showed, so that a form that was open for long
    does not take back what somebody else corrected meanwhile."""

    class Meta:
        model = Article
        fields = ("title", "outlet", "published")
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2, "dir": "auto", "class": "vLargeTextField"}),
            "published": forms.TextInput(attrs={"dir": "ltr", "class": "vTextField"}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["outlet"].help_text = _("Empty: not known.")
        self.fields["published"].help_text = _("Like 2023-05-31 or 2023-05-31T14:30+03:00. Empty: not known.")
        for name in self.Meta.fields:
            if name in self.fields:
                self.fields[name].show_hidden_initial = True
        corrected = self.instance.decisions.standing().filter(kind=Decision.Kind.FIELD) if self.instance.pk else []
        fields = {decision.field for decision in corrected}
        page = page_of(self.instance) if fields else None
        if page is None:
            return
        for name in fields.intersection(self.fields):
            said = page.says(name)
            told = _("The page itself does not say.")
            if said:
                told = _("The page itself says: %(value)s") % {"value": f"\u2068{said}\u2069"}
            self.fields[name].help_text = f"{told} {self.fields[name].help_text}"

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_published(self) -> str:
        written: str = self.cleaned_data["published"].strip()
        if written:
            try:
                datetime.fromisoformat(written)
            except ValueError:
                raise forms.ValidationError(
                    _("This is no date: write it like 2023-05-31 or 2023-05-31T14:30+03:00.")
                ) from None
        return written

    def value(self, field: Correctable) -> str:
        """What was entered, as decisions hold it."""
        entered = self.cleaned_data[field]
        if field == "outlet":
            return str(entered.key) if entered else ""
        return str(entered)
