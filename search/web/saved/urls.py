"""Addresses of the pages on saved searches."""

from django.urls import path

from search.web.saved.edit_pages import delete_page, edit_page
from search.web.saved.list_page import list_page
from search.web.saved.open_page import open_page, update_page
from search.web.saved.save_page import save_page

urlpatterns = [
    path("", list_page, name="saved_searches"),
    path("save/", save_page, name="save_search"),
    path("<uuid:uuid>/", open_page, name="saved_search"),
    path("<uuid:uuid>/edit/", edit_page, name="edit_saved_search"),
    path("<uuid:uuid>/update/", update_page, name="update_saved_search"),
    path("<uuid:uuid>/delete/", delete_page, name="delete_saved_search"),
]
