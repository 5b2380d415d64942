"""manage.py remove : for good, by whatever names an article."""

import pytest
from django.core.management import CommandError, call_command

from search.models import Article, Removal

Articles = dict[str, Article]


@pytest.mark.parametrize(
    "named",
    ["road", "https://example.org/road", "http://www.example.org/road/?utm_source=x#top", "/article/{key}/", "{key}"],
)
def test_one_article_goes(read: Articles, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    road = read["road"]
    Article.objects.filter(pk=road.pk).update(url="https://example.org/road")
    call_command("remove", named.format(key=road.pk), why="طلب صاحب الحق")
    assert set(Article.objects.values_list("given_id", flat=True)) == {"bridge", "harvest"}
    removal = Removal.objects.get()
    assert (removal.why, removal.person) == ("طلب صاحب الحق", None)
    assert "1 removed" in capsys.readouterr().out


@pytest.mark.parametrize("named", ["roads", "https://example.org/none", "99999999999999999999999", "/article/0/"])
def test_what_is_not_there_stops_before_anything_goes(read: Articles, named: str) -> None:
    with pytest.raises(CommandError, match="There is no article"):
        call_command("remove", "road", named, why="طلب")
    assert Article.objects.count() == 3


def test_a_name_of_two_is_asked_back(read: Articles) -> None:
    Article.objects.filter(pk=read["road"].pk).update(given_id=str(read["harvest"].pk))
    with pytest.raises(CommandError, match="names more than one article"):
        call_command("remove", str(read["harvest"].pk), why="طلب")
    call_command("remove", f"/article/{read['harvest'].pk}/", why="طلب")
    assert not Article.objects.filter(pk=read["harvest"].pk).exists()


def test_a_reason_is_needed(read: Articles) -> None:
    with pytest.raises(CommandError, match="Say why"):
        call_command("remove", "road", why=" ")
    assert Article.objects.count() == 3
