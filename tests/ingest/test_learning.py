"""Learning from stored articles: what it finds is used when they are read again, and never unlearns itself."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search import knowledge
from search.ingest.ingest import ingest
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
        assert told[-1].startswith("12 articles ")
        run = ingest([feed], knowledge.current())
        assert (run.new, run.changed) == (0, 13)
        assert all(FOOTER not in text and HEADING in text for text in bodies())
        assert FOOTER in bodies("نوافذ الساقية")[0]
        assert set(Article.objects.filter(outlet__name_ar=OUTLET).values_list("dateline", flat=True)) == set(CITIES)

    def test_learning_again_from_articles_without_it_changes_nothing(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        ingest([feed], knowledge.current())
        version = knowledge.current().version
        assert learn() == ["0 articles were read without this and change when they are read again"]
        assert knowledge.current().version == version
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

    def test_a_decision_holds_against_what_was_learned_and_makes_new_knowledge(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        before = knowledge.current().version
        FurnitureLine.objects.filter(text=FOOTER).update(verdict="keep")
        FurnitureLine.objects.filter(text=HEADING).update(verdict="drop")
        assert knowledge.current().version not in (before, knowledge.from_files().version)
        learn()
        ingest([feed], knowledge.current())
        assert sorted(bodies()) == sorted("\n".join((*story(crop), FOOTER)) for crop in CROPS)

    def test_the_examples_are_articles_that_have_the_line(self, feed: Path) -> None:
        ingest([feed], knowledge.current())
        learn()
        samples = FurnitureLine.objects.get(text=FOOTER).samples
        assert len(samples) == 5
        assert all(FOOTER in article.body for article in Article.objects.filter(pk__in=samples))
        assert Article.objects.filter(pk__in=samples).count() == 5

    def test_without_what_was_learned_the_knowledge_is_that_of_the_files(self) -> None:
        assert knowledge.current() is knowledge.from_files()
