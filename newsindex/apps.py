"""Django's admin with newsindex's own site."""

from django.contrib.admin.apps import AdminConfig


class NewsindexAdminConfig(AdminConfig):
    default_site = "newsindex.admin_site.NewsindexAdmin"
