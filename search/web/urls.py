"""Addresses of the pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from search.web.article_page import article_page
from search.web.search_page import search_page

urlpatterns = [
    path("", search_page, name="search"),
    path("article/<int:pk>/", article_page, name="article"),
    path(
        "login/",
        LoginView.as_view(template_name="search/login.html", redirect_authenticated_user=True),
        name="login",
    ),
    path("logout/", LogoutView.as_view(next_page="search"), name="logout"),
]
