"""What helps to find more, on the pages: what stands out, similar articles, what was meant."""

import re
from html import unescape

import pytest
from django.test import Client
from elasticsearch import Elasticsearch

from search.index.sync import drain
from search.models import Article
from tests import honey


@pytest.fixture(autouse=True)
def articles(empty_index: Elasticsearch) -> None:
    honey.load()


def page(address: str) -> str:
    return unescape(Client().get(address).content.decode())


def test_what_stands_out_says_why_and_narrows() -> None:
    shown = page("/en/?q=العسل&sort=oldest")
    assert "Stands out here" in shown
    (line,) = re.findall(r'<div class="standing-out">.*?</div>', shown, re.DOTALL)
    assert "جمعية النحالين" in line
    assert "In 24 of the 24 here, in 24 of all 100" in line
    assert "only here" in line
    assert re.search(r'href="/en/\?q=[^"]+&actor=beekeepers&sort=oldest"', line)
    assert "Stands out here" not in page("/en/?q=العسل&after=9.5_2030-01-01_0_1")
    assert "Stands out here" not in page("/en/")


def test_similar_articles_with_outlet_and_date_lead_on_with_the_search() -> None:
    texts = (
        "هيئة القناة تعلن اكتمال الحفر والكراكات تغادر المجرى",
        "الكراكات تغادر المجرى بعد اكتمال الحفر بحسب هيئة القناة",
    )
    canal, other, third = (
        Article.objects.create(identity=text, title=text, body=f"{text} اليوم.", published="2024-05-03")
        for text in (*texts, "اكتمال الحفر في المجرى: الكراكات عند هيئة القناة")
    )
    bread = Article.objects.create(identity="bread", title="وصفة خبز", body="دقيق وزيت وزعتر على الصاج.")
    drain()
    shown = page(f"/en/article/{canal.pk}/?q=الحفر")
    (section,) = re.findall(r'<section id="similar".*?</section>', shown, re.DOTALL)
    assert other.title in section
    assert third.title in section
    assert "3 May 2024" in section
    assert f'href="/en/article/{other.pk}/?q=' in section
    assert 'id="similar"' not in page(f"/en/article/{bread.pk}/")


def test_what_was_meant_keeps_the_filters() -> None:
    shown = page("/en/?q=hgusg&language=ar")
    assert re.search(r'Did you mean: <a id="meant" href="/en/\?q=%D8%A7%D9%84%D8%B9%D8%B3%D9%84&language=ar"', shown)
    assert "Did you mean" not in page("/en/?q=العسل")
