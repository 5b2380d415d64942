"""Addresses of the pages."""

from django.urls import include, path

from search.web.article_page import article_page
from search.web.complete import complete
from search.web.search_page import search_page

urlpatterns = [
    path("", search_page, name="search"),
    path("complete/", complete, name="complete"),
    path("article/<int:pk>/", article_page, name="article"),
    path("", include("search.web.people.urls")),
    path("searches/", include("search.web.saved.urls")),
]
