"""Three pages that were really read, and a curator."""

import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from search import knowledge
from search.ingest.ingest import ingest
from search.models import Article

_PAGES = (
    {
        "id": "bridge",
        "title": "ترميم الجسر القديم في الرقة",
        "body": (
            "قال المهندس سالم الحمداني أمس إن الرقة أنجزت ترميم الجسر القديم.\n"
            "وأضاف سالم الحمداني أن الأمم المتحدة مولت العمل."
        ),
        "date": "2023-05-05",
        "outlet": "صدى الميدان",
    },
    {
        "id": "road",
        "title": "طريق جديد إلى الحسكة",
        "body": (
            "افتتح طريق جديد بين الرقة والحسكة، بحسب بيان لقوات الوادي الأزرق.\n"
            "وقالت قوات الوادي الأزرق إن العمل استغرق عاماً."
        ),
        "date": "2023-06-01",
        "outlet": "صدى الميدان",
    },
    {
        "id": "harvest",
        "title": "موسم القمح",
        "body": "بدأ الفلاحون حصاد القمح، ويتوقعون محصولاً أفضل من محصول العام الماضي.",
        "date": "2023-06-10",
        "outlet": "نشرة الحقول",
    },
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in _PAGES), encoding="utf-8")
    return path


@pytest.fixture
def read(db: None, pages: Path) -> dict[str, Article]:
    """The articles by their given ids."""
    ingest([pages], knowledge.current())
    return {article.given_id: article for article in Article.objects.all()}


@pytest.fixture
def curator(db: None) -> User:
    return User.objects.create_user("salwa")
