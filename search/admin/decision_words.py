"""Decisions in the words of the page: what was decided, about what, and whether it stands."""

from typing import Any, Final

from django.db.models import Case, CharField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf, Substr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.admin.entity_types import type_name
from search.admin.shown import badge, exactly, name_of, text
from search.curation.vouching import from_text
from search.models import Decision, GazetteerImport, Outlet

_LEAD: Final = 120


def described() -> QuerySet[Decision]:
    """Decisions with all that the functions below say of them, newest first, in one query. No body is loaded."""
    title = Case(
        When(article__title="", then=Substr("article__body", 1, _LEAD)),
        default=F("article__title"),
        output_field=CharField(),
    )
    return (
        Decision.objects.select_related("person", "entity", "reverses", "reversed_by__person")
        .annotate(
            article_title=title,
            # An undoing says what it undoes.
            said=Coalesce("reverses__value", "value"),
            said_before=Coalesce("reverses__before", "before"),
        )
        .annotate(new_outlet=_outlet("said"), old_outlet=_outlet("said_before"))
        .order_by("-pk")
    )


def what(decision: Any) -> SafeString:
    """What was decided, or undone. For a row of `described()`."""
    decided = _decided(decision)
    return format_html(_("undoing of: {what}"), what=decided) if decision.reverses_id else decided


def _decided(decision: Any) -> SafeString:
    words = text(decision.exact)
    if decision.kind == Decision.Kind.FIELD:
        return _field(decision)
    if decision.kind == Decision.Kind.HIDE:
        return format_html("{}", _("hidden from readers"))
    if decision.kind == Decision.Kind.ALIAS:
        return format_html(_("{words} names {entity}"), words=words, entity=text(name_of(decision.entity)))
    if decision.kind == Decision.Kind.GAZETTEER:
        table = GazetteerImport.Table(decision.said).label
        return format_html(
            _("imported into the gazetteer of {table}: {number} entries"), table=table, number=decision.said_before
        )
    if decision.kind == Decision.Kind.CONFIRM:
        called, known_as = from_text(decision.said), text(decision.exact)
        name = format_html("{} ({})", known_as, called.name_en) if called.name_en else known_as
        return format_html(_("{name} is confirmed: {type}"), name=name, type=type_name(called.type))
    if decision.article_id is None:
        return format_html(_("{words} is no name anywhere"), words=words)
    passage = format_html(
        '<bdi dir="auto" class="passage">{}<mark>{}</mark>{}</bdi>', decision.prefix, decision.exact, decision.suffix
    )
    return format_html(_("no name in this passage: {passage}"), passage=passage)


def standing(decision: Any) -> SafeString:
    """Whether it holds. For a row of `described()`."""
    if decision.reverses_id:
        return badge(_("undoing"), "undoing")
    undoing = undoing_of(decision)
    if undoing is None:
        return badge(_("stands"), "stands")
    return badge(_("undone by %(person)s") % {"person": who(undoing)}, "undone")


def undoing_of(decision: Decision) -> Decision | None:
    """The decision that undid this one."""
    return getattr(decision, "reversed_by", None)


def who(decision: Decision) -> str:
    """The person, isolated from the sentence around it; a command where nobody was signed in."""
    return f"\u2068{decision.person.get_username()}\u2069" if decision.person else _("a command")


def _field(decision: Any) -> SafeString:
    is_outlet = decision.field == Decision.Field.OUTLET
    value = (decision.new_outlet or decision.said) if is_outlet else decision.said
    before = (decision.old_outlet or decision.said_before) if is_outlet else decision.said_before
    shown = exactly if decision.field == Decision.Field.PUBLISHED else text
    unknown = format_html("<i>{}</i>", _("not known"))
    return format_html(
        '{}: {} <span class="before">({} {})</span>',
        decision.get_field_display(),
        shown(value) if value else unknown,
        _("before:"),
        shown(before) if before else unknown,
    )


def _outlet(key: str) -> Case:
    """The name of the outlet whose key a correction holds, in the language of the page."""
    name = Coalesce(NullIf("name_en", Value("")), "name_ar") if get_language() == "en" else F("name_ar")
    found = Outlet.objects.filter(key=OuterRef(key)).annotate(shown=name).values("shown")[:1]
    return Case(When(field=Decision.Field.OUTLET, then=Subquery(found)), default=Value(None), output_field=CharField())
