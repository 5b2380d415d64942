"""Addresses of people's pages; names as Django's own views expect them."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from search.web.people.account_page import account_page
from search.web.people.password_pages import NewPasswordPage, PasswordPage, ResetDonePage, ResetPage, ResetSentPage
from search.web.people.sign_in import SignInPage, sign_up_page

urlpatterns = [
    path("login/", SignInPage.as_view(), name="login"),
    path("logout/", LogoutView.as_view(next_page="search"), name="logout"),
    path("sign-up/", sign_up_page, name="sign_up"),
    path("account/", account_page, name="account"),
    path("account/password/", PasswordPage.as_view(), name="password_change"),
    path("password-reset/", ResetPage.as_view(), name="password_reset"),
    path("password-reset/sent/", ResetSentPage.as_view(), name="password_reset_done"),
    path("password-reset/<uidb64>/<token>/", NewPasswordPage.as_view(), name="password_reset_confirm"),
    path("password-reset/done/", ResetDonePage.as_view(), name="password_reset_complete"),
]
