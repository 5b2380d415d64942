"""What autocomplete fields offer, told apart where names are the same."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView


class Choices(AutocompleteJsonView):
    """Rows as their table's page calls them in a list to choose from (`choice`), else by their own name."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        called = getattr(self.model_admin, "choice", str)
        return {"id": str(getattr(obj, to_field_name)), "text": str(called(obj))}
