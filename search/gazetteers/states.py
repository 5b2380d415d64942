"""Countries, and the institutions that each of them has, from a row a country and a row a kind of institution.

Names of countries in Arabic and English come from CLDR, by way of Babel.
"""

from typing import Final

from babel import Locale

from search.gazetteers.entry import Entries, Entry
from search.gazetteers.rows import Row
from search.types import EntityKind

_CONSTRUCT_HEADS: Final = frozenset({"الجيش", "الحكومة", "البرلمان", "النظام", "القوات", "السلطات", "المنتخب"})
"""Heads that the press also writes before the bare name of a country, without their article (جيش العراق)."""


def add_country(row: Row, entries: Entries) -> None:
    """Adds the state and the country of a row. Forms in column `ordinary` are also adjectives (سورية)."""
    row.need("code", "nisba")
    code = row["code"]
    arabic = Locale("ar").territories.get(code.upper())
    english = Locale("en").territories.get(code.upper())
    if not arabic or not english:
        raise row.fault("'%(code)s' is no country code that CLDR knows; use ISO 3166 in lower case", code=code)
    names = row.several("aliases")
    if not set("()-،") & set(arabic):
        names.append(arabic)
    adjectives = frozenset(row.several("ordinary"))
    kinds: tuple[tuple[EntityKind, str, str], ...] = (
        ("actor", code, "state"),
        ("location", f"country-{code}", "country"),
    )
    for kind, key, type_ in kinds:
        name = names[0] if names else arabic
        entry = Entry(kind, key, type_, name, english, None, None, None, row["source"])
        for text in (*names, english):
            entry.add(text, "ordinary" if text in adjectives else "name")
        if type_ == "state":
            for capital in row.several("metonyms"):
                entry.add(capital, "metonym")
        if entries.setdefault((entry.kind, key), entry) is not entry:
            raise row.fault("country '%(code)s' stands twice; keep one row", code=code)


def add_institution(row: Row, countries: list[Row], entries: Entries) -> None:
    """Adds an institution of that kind to each country, with its heads before the country's adjectives."""
    row.need("key", "type", "heads", "name_ar")
    heads = [_head(row, head) for head in row.several("heads")]
    indefinite = [_head(row, head) for head in row.several("indefinite")]
    for country in countries:
        nisbas = country.several("nisba")
        state = entries["actor", country["code"]]
        name = row["name_ar"].format(m=f"ال{nisbas[0]}", f=f"ال{nisbas[0]}ة")
        key = f"{row['key']}-{country['code']}"
        english = row["name_en"].format(en=state.name_en)
        entry = Entry("actor", key, row["type"], name, english, country["code"], None, None, row["source"])
        entry.add(name)
        for nisba in nisbas:
            for head, ending in heads:
                entry.add(f"{head} ال{nisba}{ending}")
            for head, ending in indefinite:
                entry.add(f"{head} {nisba}{ending}")
        for head, _ in heads:
            if head in _CONSTRUCT_HEADS:
                for form in list(state.forms.values()):
                    if form.role in ("name", "ordinary") and " " not in form.text:
                        entry.add(f"{head.removeprefix('ال')} {form.text}")
            if head.startswith("وزارة"):
                entry.add(head, "short")
        if entries.setdefault(("actor", key), entry) is not entry:
            raise row.fault("institution '%(key)s' stands twice; keep one row", key=row["key"])


def _head(row: Row, head: str) -> tuple[str, str]:
    text, _, gender = head.partition("/")
    if gender not in ("m", "f"):
        raise row.fault("'%(head)s' lacks its gender; write %(text)s/m or %(text)s/f", head=head, text=text)
    return text, "ة" if gender == "f" else ""
