"""Addresses of the pages."""

from django.urls import include, path

from search.web.article_page import article_page
from search.web.complete import complete
from search.web.facet_page import facet_page
from search.web.guide_page import guide_page
from search.web.search_page import search_page

urlpatterns = [
    path("", search_page, name="search"),
    path("facet/<str:facet>/", facet_page, name="facet"),
    path("complete/", complete, name="complete"),
    path("article/<int:pk>/", article_page, name="article"),
    path("how-to-search/", guide_page, name="guide"),
    path("", include("search.web.people.urls")),
    path("searches/", include("search.web.saved.urls")),
]
