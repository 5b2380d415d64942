"""Outlets in the admin: named, added, counted, never deleted."""

import pytest
from django.test import Client
from django.urls import reverse

from search import knowledge
from search.ingest.ingest import ingest
from search.models import Article, Outlet
from tests.admin.shown import text_of

Articles = dict[str, Article]


def add(client: Client, arabic: str, english: str = "", domains: str = "") -> str:
    sent = {"name_ar": arabic, "name_en": english, "domains": domains}
    return text_of(client.post(reverse("admin:search_outlet_add"), sent, follow=True))


def test_an_outlet_is_added_under_the_key_that_ingest_gives_it(client: Client, read: Articles, tmp_path) -> None:
    add(client, "صوت  الوادي", "Voice of the Valley")
    outlet = Outlet.objects.get(name_en="Voice of the Valley")
    assert (outlet.name_ar, outlet.key) == ("صوت الوادي", "صوت-الوادي")
    page = tmp_path / "page.json"
    page.write_text('{"title": "خبر", "body": "نص الخبر هنا.", "outlet": "صوت الوادي"}', encoding="utf-8")
    ingest([page], knowledge.current())
    assert outlet.articles.count() == 1


def test_an_outlet_of_the_list_keeps_the_key_of_the_list(client: Client) -> None:
    record = next(record for record in knowledge.from_files().outlets if record.key != record.name_ar)
    add(client, record.name_ar)
    assert Outlet.objects.filter(key=record.key, name_ar=record.name_ar).exists()


@pytest.mark.parametrize(
    ("name", "told"), [("صدى الميدان", "There is an outlet of this name already"), ("؟!", "letter or digit")]
)
def test_no_two_of_one_name_and_none_without(client: Client, read: Articles, name: str, told: str) -> None:
    before = Outlet.objects.count()
    assert told in add(client, name)
    assert Outlet.objects.count() == before


def test_names_change_and_the_key_does_not(client: Client, read: Articles) -> None:
    outlet = read["road"].outlet
    sent = {"name_ar": "صدى الميدان الجديد", "name_en": "Echo", "key": "other"}
    client.post(reverse("admin:search_outlet_change", args=[outlet.pk]), sent)
    outlet.refresh_from_db()
    assert (outlet.name_ar, outlet.name_en, outlet.key) == ("صدى الميدان الجديد", "Echo", "صدى-الميدان")
    assert client.post(reverse("admin:search_outlet_delete", args=[outlet.pk]), {"post": "yes"}).status_code == 403


def test_domains_are_written_one_a_line_and_without_www(client: Client) -> None:
    add(client, "صوت الوادي", domains="WWW.Wadi.example، news.wadi.example\n\nwadi.example wadi.test")
    assert Outlet.objects.get().domains == "wadi.example\nnews.wadi.example\nwadi.test"


@pytest.mark.parametrize("domain", ["https://wadi.example/news", "wadi", "wadi.example/", "وادي"])
def test_what_is_no_domain_is_refused_with_a_word(client: Client, domain: str) -> None:
    assert "is no domain: write the name of the host alone" in add(client, "صوت الوادي", domains=domain)
    assert not Outlet.objects.exists()


def test_a_domain_is_of_one_outlet(client: Client) -> None:
    listed = next(record for record in knowledge.from_files().outlets if record.domains)
    add(client, "صوت الوادي", domains="wadi.example")
    for name, domain in (("صوت الوادي", "wadi.example"), (listed.name_ar, listed.domains[0])):
        told = add(client, "صوت الجبل", domains=f"jabal.example {domain}")
        assert "is that of another outlet" in told and name in told
    add(client, listed.name_ar, domains=listed.domains[0])
    assert Outlet.objects.count() == 2


def test_articles_are_counted_in_one_query(client: Client, read: Articles, django_assert_max_num_queries) -> None:
    Outlet.objects.bulk_create(Outlet(key=f"o{number}", name_ar=f"نشرة {number}") for number in range(40))
    with django_assert_max_num_queries(9):
        answer = client.get(reverse("admin:search_outlet_changelist"))
    counts = {row.name_ar: row.articles_counted for row in answer.context["cl"].result_list}
    assert (counts["صدى الميدان"], counts["نشرة الحقول"], counts["نشرة 7"]) == (2, 1, 0)
    listed = client.get(f"{reverse('admin:search_article_changelist')}?outlet__id__exact={read['road'].outlet_id}")
    assert len(listed.context["cl"].result_list) == 2


def test_names_to_choose_from_are_in_the_language_of_the_page(client: Client, read: Articles) -> None:
    Outlet.objects.filter(pk=read["road"].outlet_id).update(name_en="Echo of the Field")
    asked = {"term": "صدى", "app_label": "search", "model_name": "article", "field_name": "outlet"}
    answer = client.get(reverse("admin:autocomplete"), asked).json()
    assert [choice["text"] for choice in answer["results"]] == ["Echo of the Field"]
