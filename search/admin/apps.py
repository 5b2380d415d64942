"""Makes newsindex's site the admin's default one."""

from django.contrib.admin.apps import AdminConfig


class NewsindexAdminConfig(AdminConfig):
    default_site = "search.admin.site.NewsindexAdmin"
