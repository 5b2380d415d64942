"""Learning from stored articles: what it finds is used when they are read again, and never unlearns itself."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from search import knowledge
from search.curation.furniture import decide_line
from search.ingest.ingest import ingest
from search.ingest.learning import due
from search.ingest.originals import load
from search.ingest.replay import replay_furniture
from search.models import Article, FurnitureLine
from tests.cleaning.test_learned import CITIES, CROPS, FOOTER, HEADING, OUTLET, body, story


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """Twelve articles of one outlet, and one of another."""
    path = tmp_path / "feed.jsonl"
    rows = [
        {"id": str(at), "title": f"موسم {crop} في {city}", "body": body(city, crop), "outlet": OUTLET}
        for at, (city, crop) in enumerate(zip(CITIES, CROPS, strict=True))
    ]
    rows.append({"id": "other", "title": "موسم السمسم", "body": body("صنعاء", "السمسم"), "outlet": "نوافذ الساقية"})
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def learn() -> list[str]:
    output = StringIO()
    call_command("learn_furniture", stdout=output)
    return output.getvalue().splitlines()


def bodies(outlet: str = OUTLET) -> list[str]:
    return list(Article.objects.filter(outlet__name_ar=outlet).values_list("body", flat=True))


@pytest.mark.django_db
class TestLearning:
    def test_it_says_what_is_new_and_reading_again_uses_it(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        assert all(FOOTER in text for text in bodies())
        told = learn()
        assert f"  + furniture, 12 articles: {FOOTER}" in told
        assert told[-1] == "12 articles read again"
        assert Article.objects.count() == 13
        assert all(FOOTER not in text and HEADING in text for text in bodies())
        assert FOOTER in bodies("نوافذ الساقية")[0]
        assert set(Article.objects.filter(outlet__name_ar=OUTLET).values_list("dateline", flat=True)) == set(CITIES)

    def test_learning_again_from_articles_without_it_changes_nothing(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        versions = list(Article.objects.values_list("version", flat=True))
        assert learn() == ["0 articles read again"]
        assert list(Article.objects.values_list("version", flat=True)) == versions
        assert FurnitureLine.objects.filter(text=FOOTER, kind="furniture").exists()

    def test_a_line_that_pages_lost_is_gone_and_one_that_was_decided_stays_decided(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        FurnitureLine.objects.filter(text=FOOTER).update(verdict="keep")
        Article.objects.exclude(given_id__in=("0", "1")).delete()
        told = learn()
        assert f"  - {FOOTER}" in told
        assert f"  - {HEADING}" in told
        row = FurnitureLine.objects.get()
        assert (row.text, row.verdict, row.learned, row.count) == (FOOTER, "keep", None, 0)

    def test_a_decision_holds_against_what_was_learned(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        person = User.objects.create_user("salwa")
        decide_line(FurnitureLine.objects.get(text=FOOTER), "keep", person)
        decide_line(FurnitureLine.objects.get(text=HEADING), "drop", person)
        assert replay_furniture() == 12
        assert sorted(bodies()) == sorted("\n".join((*story(crop), FOOTER)) for crop in CROPS)
        learn()
        assert sorted(bodies()) == sorted("\n".join((*story(crop), FOOTER)) for crop in CROPS)
        decide_line(FurnitureLine.objects.get(text=HEADING), "", person)
        replay_furniture()
        assert all(HEADING in text for text in bodies())

    def test_only_outlets_that_have_grown_are_due(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        assert [outlet.name_ar for outlet in due()] == [OUTLET]
        learn()
        assert not due().exists()

    def test_a_new_article_is_cleaned_with_what_was_learned(self, feed: Path, tmp_path: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        new = {"id": "new", "title": "موسم العنب", "body": body(CITIES[0], "العنب"), "outlet": OUTLET}
        path = tmp_path / "new.jsonl"
        path.write_text(json.dumps(new), encoding="utf-8")
        ingest([path], knowledge.current())
        assert FOOTER not in Article.objects.get(given_id="new").body
        assert replay_furniture() == 0

    def test_the_examples_are_articles_that_have_the_line(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        samples = FurnitureLine.objects.get(text=FOOTER).samples
        assert len(samples) == 5
        originals = Article.objects.filter(pk__in=samples).values_list("original", flat=True)
        assert all(FOOTER in json.loads(load(original))["body"] for original in originals)
        assert Article.objects.filter(pk__in=samples).count() == 5
