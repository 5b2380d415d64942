"""Coming in: signing in and signing up."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from search.web.access import form_page
from search.web.people.forms import SignUpForm
from search.web.people.languages import in_their_language


@method_decorator(form_page, name="dispatch")
class SignInPage(LoginView):
    """Leads on to the page that asked to sign in, else to the search, in the person's language."""

    template_name = "search/people/sign_in.html"
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        return in_their_language(super().get_success_url(), self.request.user)

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(sign_up=settings.SIGN_UP, **context)


@sensitive_post_parameters()
@never_cache
@form_page
def sign_up_page(request: HttpRequest) -> HttpResponse:
    """Makes a researcher and signs them in. Where SIGN_UP is off, says so."""
    then = _safe_next(request)
    if request.user.is_authenticated:
        return redirect(then or "search")
    if not settings.SIGN_UP:
        return render(request, "search/people/sign_up_closed.html", status=403)
    form = SignUpForm(request.POST or None)
    if form.is_valid():
        login(request, form.save())
        return redirect(then or "search")
    return render(request, "search/people/sign_up.html", {"form": form, "next": then, "login": reverse("login")})


def _safe_next(request: HttpRequest) -> str:
    """Where to go on, as the sign-in page has it; empty for an address of another site."""
    url = request.POST.get("next", request.GET.get("next", ""))
    safe = url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())
    return url if safe else ""
