"""Makes newsindex's site the admin's default one."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class NewsindexAdminConfig(AdminConfig):
    default_site = "search.admin.site.NewsindexAdmin"

    def ready(self) -> None:
        super().ready()
        import_module("search.admin.tables")
