"""Outlets that people entered or renamed: pages that come in later are known by their names and domains."""

import json
from pathlib import Path

import pytest

from search import knowledge
from search.ingest.ingest import ingest
from search.models import Article, Outlet

PAGE = (
    "<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>افتتحت البلدية سوقًا جديدة للخضر في وسط"
    " المدينة صباح اليوم.</p><p>وقال رئيسها إن السوق ستفتح أبوابها كل يوم عدا الجمعة.</p></body></html>"
)


def read(folder: Path, name: str, head: str = "", footer: str = "") -> Article:
    page = folder / f"{name}.html"
    page.write_text(PAGE.format(title=f"سوق {name}", head=head) + footer, encoding="utf-8")
    ingest([page], knowledge.current())
    return Article.objects.get(title=f"سوق {name}")


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


def address(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


@pytest.mark.django_db
class TestOutlets:
    def test_a_new_outlet_is_known_by_its_names_and_domains(self, tmp_path: Path) -> None:
        before = read(tmp_path, "قديمة", address("https://news.wadi.example/1"))
        assert before.outlet is None
        outlet = Outlet.objects.create(
            key="صوت-الوادي",
            name_ar="صوت الوادي",
            name_en="Wadi Voice",
            domains="wadi.example\nwadi.test",
            curated=True,
        )
        for name, head in (
            ("أولى", address("https://news.wadi.example/2")),
            ("ثانية", address("https://www.wadi.test/3")),
            ("ثالثة", site("Wadi Voice")),
        ):
            assert read(tmp_path, name, head).outlet == outlet, name

    def test_one_of_the_list_keeps_its_key_domains_and_former_name(self, tmp_path: Path) -> None:
        listed = next(record for record in knowledge.from_files().outlets if record.domains and record.name_en)
        outlet = Outlet.objects.create(key=listed.key, name_ar="الوادي اليوم", domains="wadi.example", curated=True)
        for name, head in (
            ("أولى", site("الوادي اليوم")),
            ("ثانية", site(listed.name_ar)),
            ("ثالثة", site(listed.name_en)),
            ("رابعة", address(f"https://{listed.domains[0]}/4")),
            ("خامسة", address("https://wadi.example/5")),
        ):
            assert read(tmp_path, name, head).outlet == outlet, name

    def test_one_that_a_page_named_keeps_its_pages_when_it_is_renamed(self, tmp_path: Path) -> None:
        outlet = read(tmp_path, "أولى", site("أخبار الوادي")).outlet
        assert outlet is not None
        Outlet.objects.filter(pk=outlet.pk).update(name_ar="صحيفة الوادي", curated=True)
        assert read(tmp_path, "ثانية", site("أخبار الوادي")).outlet == outlet
        assert read(tmp_path, "ثالثة", site("صحيفة الوادي")).outlet == outlet

    def test_what_only_a_page_named_teaches_cleaning_nothing(self, tmp_path: Path) -> None:
        Outlet.objects.create(key="o", name_ar="سوق الجمعة", domains="wadi.example")
        assert read(tmp_path, "أولى", address("https://wadi.example/1")).outlet is None
        assert knowledge.outlets() == knowledge.records()[1]

    def test_asking_costs_one_query_and_nothing_is_built_again(self, django_assert_num_queries) -> None:
        Outlet.objects.create(key="o", name_ar="صوت الوادي", curated=True)
        first = knowledge.current()
        with django_assert_num_queries(5):
            second = knowledge.current()
        assert second.outlets is first.outlets and second.gazetteer is first.gazetteer
        Outlet.objects.update(domains="wadi.example")
        third = knowledge.current()
        assert third.outlets[-1].domains == ("wadi.example",) and third.gazetteer is first.gazetteer

    def test_its_name_in_a_dateline_is_a_medium(self, tmp_path: Path) -> None:
        Outlet.objects.create(key="wadi", name_ar="صدى القوافل", curated=True)
        page = tmp_path / "page.json"
        body = "صدى القوافل – الحسكة\nافتتحت البلدية سوقًا جديدة للخضر في وسط المدينة صباح اليوم."
        page.write_text(json.dumps({"title": "خبر", "body": body}), encoding="utf-8")
        ingest([page], knowledge.current())
        article = Article.objects.get()
        assert (str(article.outlet), article.dateline) == ("صدى القوافل", "الحسكة")

    def test_a_page_may_call_its_outlet_what_searches_call_none(self, tmp_path: Path) -> None:
        outlet = read(tmp_path, "غريبة", site("None")).outlet
        assert outlet and (outlet.name_ar, outlet.key) == ("None", "outlet-none")
