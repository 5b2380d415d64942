"""What every page's template needs."""

from django import template
from django.template import Context
from django.urls import translate_url
from django.utils.translation import get_language, override

from search.admin.sentences import told
from search.web import languages, locales

register = template.Library()

register.filter("number", locales.number)
register.filter("direction", languages.direction)
register.filter("lang", languages.lang)
register.filter("language_label", languages.label)
register.filter("percent", locales.percent)
register.filter("told", told)


@register.simple_tag(takes_context=True)
def other_language(context: Context) -> dict[str, str]:
    """The other language of the product: its code, its own name, and this very page in it, search and all."""
    code, name = ("ar", "العربية") if get_language() == "en" else ("en", "English")
    request = context.get("request")
    path = request.get_full_path() if request else "/"
    url = translate_url(path, code)
    if url == path:  # an address that is no page, as on the error page: the front page then
        with override(code):
            url = "/" if code == "ar" else "/en/"
    return {"code": code, "name": name, "url": url}
