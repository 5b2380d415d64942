"""What autocomplete fields offer, told apart where names are the same."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect


class Choices(AutocompleteJsonView):
    """Rows as their table's page calls them in a list to choose from (`choice`), else by their own name."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        called = getattr(self.model_admin, "choice", str)
        return {"id": str(getattr(obj, to_field_name)), "text": str(called(obj))}


class Chooser(AutocompleteSelect):
    """Says what nothing chosen means: Django's own is empty then, and has no name for those who do not see its label."""

    def __init__(self, *args: Any, placeholder: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.placeholder = placeholder

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        return {**super().build_attrs(base_attrs, extra_attrs), "data-placeholder": self.placeholder}
