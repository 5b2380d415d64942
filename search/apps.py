"""The app: registers the index's document and connects changes of articles to the index."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Arabic news")

    def ready(self) -> None:
        from search import signals  # noqa: F401, PLC0415
        from search.index import documents  # noqa: F401, PLC0415
