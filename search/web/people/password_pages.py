"""A new password: by mail for who forgot it, or in exchange for the old one."""

from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import (
    PasswordChangeView,
    PasswordResetCompleteView,
    PasswordResetConfirmView,
    PasswordResetDoneView,
    PasswordResetView,
)
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from search.web.access import form_page
from search.web.people.forms import ResetForm


@method_decorator(form_page, name="dispatch")
class ResetPage(PasswordResetView):
    form_class = ResetForm
    template_name = "search/people/password_reset.html"
    email_template_name = "search/people/password_reset_mail.txt"
    subject_template_name = "search/people/password_reset_subject.txt"


class ResetSentPage(PasswordResetDoneView):
    template_name = "search/people/password_reset_sent.html"


@method_decorator(form_page, name="dispatch")
class NewPasswordPage(PasswordResetConfirmView):
    """Where the link of the mail leads."""

    template_name = "search/people/password_new.html"


class ResetDonePage(PasswordResetCompleteView):
    template_name = "search/people/password_reset_done.html"


@method_decorator([form_page, never_cache], name="dispatch")
class PasswordPage(PasswordChangeView):
    template_name = "search/people/password.html"
    success_url = reverse_lazy("account")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        messages.success(self.request, _("Your password is changed."))
        return super().form_valid(form)
