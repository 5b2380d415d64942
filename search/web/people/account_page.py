"""The account: language, time zone, e-mail, and the way to a new password."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from search.web.access import form_page
from search.web.people.forms import AccountForm


@never_cache
@login_required
@form_page
def account_page(request: HttpRequest) -> HttpResponse:
    """Saving leads to the same page in the language that was chosen."""
    form = AccountForm(cast(User, request.user), request.POST or None)
    if form.is_valid():
        form.save()
        with override(form.cleaned_data["language"]):
            messages.success(request, _("Your account is saved."))
            return redirect(reverse("account"))
    return render(request, "search/people/account.html", {"form": form})
