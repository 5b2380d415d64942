"""Gazetteers in the admin: out as a file, in again with what somebody changed, and taken back."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search import knowledge
from search.index.sync import drain, out_of_date
from search.index.targets import live
from search.ingest.replay import replay_name_decisions
from search.models import Article, Decision, Entity, GazetteerImport
from tests.admin.shown import act, text_of

Articles = dict[str, Article]


def download(client: Client, table: str) -> list[dict[str, str]]:
    answer = client.get(reverse("admin:search_gazetteerimport_download", args=[table]))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def upload(client: Client, table: str, rows: list[dict[str, str]], **options: str) -> HttpResponse:
    file = io.StringIO()
    writer = csv.DictWriter(file, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return send(client, table, file.getvalue().encode("utf-8-sig"), **options)


def send(client: Client, table: str, content: bytes, **options: str) -> HttpResponse:
    data = {"table": table, "file": SimpleUploadedFile("mine.csv", content), **options}
    return client.post(reverse("admin:search_gazetteerimport_upload"), data, follow=True)


def let_it_count(client: Client, why: str = "") -> HttpResponse:
    made = GazetteerImport.objects.latest("pk")
    return client.post(reverse("admin:search_gazetteerimport_change", args=[made.pk]), {"why": why}, follow=True)


def actor(**cells: str) -> dict[str, str]:
    columns = ("key", "type", "name_ar", "name_en", "aliases", "short", "parent", "country", "source")
    return {**dict.fromkeys(columns, ""), "type": "armed_group", "source": "ours", **cells}


def named(article: Article) -> set[str]:
    return set(article.mentions.filter(nested=False, entity__isnull=False).values_list("entity__key", flat=True))


VALLEY = actor(key="blue-valley", name_ar="قوات الوادي الأزرق", name_en="Blue Valley Forces")


def test_a_table_comes_in_as_it_went_out(client: Client) -> None:
    rows = download(client, "actors")
    assert len(rows) > 1000
    assert "nothing that is not there already" in text_of(upload(client, "actors", rows, whole="on"))
    assert not GazetteerImport.objects.exists()


def test_nothing_counts_before_it_is_confirmed(client: Client, read: Articles) -> None:
    page = text_of(upload(client, "actors", [VALLEY]))
    assert "1 entry differs" in page
    assert "new قوات الوادي الأزرق blue-valley" in page
    assert "1 article has it, and will be read again" in page
    assert ("actor", "blue-valley") not in knowledge.current().entities


def test_an_import_is_read_by_the_articles_that_it_touches(client: Client, read: Articles) -> None:
    before = {key: article.modified for key, article in read.items()}
    upload(client, "actors", [VALLEY])
    assert "The import counts" in text_of(let_it_count(client, "our own list"))
    assert replay_name_decisions().read == 1
    assert "blue-valley" in named(read["road"])
    read["bridge"].refresh_from_db()
    assert read["bridge"].modified == before["bridge"]
    decision = Decision.objects.get()
    assert (decision.kind, decision.why) == ("gazetteer", "our own list")
    assert "gazetteer of organisations, groups and parties: 1 entries" in text_of(
        client.get(reverse("admin:search_decision_changelist"))
    )


def test_undoing_takes_it_back(client: Client, read: Articles) -> None:
    upload(client, "actors", [VALLEY])
    let_it_count(client)
    replay_name_decisions()
    act(client, "decision", "undo_decisions", [Decision.objects.get().pk], why="", answered=True)
    assert replay_name_decisions().read == 1
    assert "blue-valley" not in named(read["road"])
    assert "blue-valley" not in {row["key"] for row in download(client, "actors")}


def test_a_row_is_changed_field_by_field_and_its_entity_follows(client: Client, read: Articles) -> None:
    row = next(row for row in download(client, "places") if row["key"] == "raqqa")
    page = text_of(upload(client, "places", [{**row, "name_en": "Ar-Raqqah", "lat": "35.90"}]))
    assert f"name_en{row['name_en']} Ar-Raqqah" in page
    assert "No article has it" in page
    let_it_count(client)
    raqqa = Entity.objects.get(kind="location", key="raqqa")
    assert (raqqa.name_en, raqqa.lat) == ("Ar-Raqqah", 35.9)
    assert replay_name_decisions().read == 0


def test_a_place_that_lies_elsewhere_now_sends_its_articles_again(
    client: Client, corpus: Articles, read: Articles
) -> None:
    drain()
    row = next(row for row in download(client, "places") if row["key"] == "raqqa")
    upload(client, "places", [{**row, "parent": "aleppo-governorate"}])
    let_it_count(client)
    assert read["road"] in out_of_date(live())
    assert read["harvest"] not in out_of_date(live())
    assert Entity.objects.filter(kind="location", key="aleppo-governorate").exists()


def test_what_the_whole_table_lacks_is_gone(client: Client, read: Articles) -> None:
    upload(client, "actors", [VALLEY])
    let_it_count(client)
    replay_name_decisions()
    kept = [row for row in download(client, "actors") if row["key"] != VALLEY["key"]]
    assert "gone قوات الوادي الأزرق blue-valley" in text_of(upload(client, "actors", kept, whole="on"))
    assert "The import counts" in text_of(let_it_count(client))
    replay_name_decisions()
    assert "blue-valley" not in named(read["road"])
    assert Entity.objects.filter(key="blue-valley").exists()


def test_what_others_are_part_of_does_not_go(client: Client, read: Articles) -> None:
    kept = [row for row in download(client, "actors") if row["key"] != "un"]
    assert "parent 'un' is no key of any row" in text_of(upload(client, "actors", kept, whole="on"))


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (actor(key="x y", name_ar="أ"), "line 2: 'x y' can be no key"),
        (actor(key="x", name_ar="أ", type="tribe"), "line 2: 'tribe' is no type of this table"),
        (actor(key="x", name_ar="أ", parent="nobody"), "line 2: parent 'nobody' is no key of any row"),
        (actor(key="x"), "line 2: column 'name_ar' is empty"),
    ],
)
def test_a_faulty_row_is_told_with_line_and_remedy(client: Client, row: dict[str, str], fault: str) -> None:
    page = text_of(upload(client, "actors", [row]))
    assert fault in page.replace("mine.csv, ", "")
    assert not GazetteerImport.objects.exists()


def test_a_faulty_row_is_told_in_the_language_of_the_page(client: Client) -> None:
    with override("ar"):
        page = text_of(upload(client, "actors", [actor(key="x", name_ar="أ", parent="nobody")]))
    assert "السطر 2: الأصل «nobody» ليس مفتاحًا لأي صف" in page


def test_an_import_whose_ground_was_undone_is_left_out_and_says_so(client: Client, read: Articles) -> None:
    upload(client, "actors", [VALLEY])
    let_it_count(client)
    upload(client, "actors", [actor(key="blue-brigade", name_ar="لواء الوادي الأزرق", parent="blue-valley")])
    let_it_count(client)
    act(client, "decision", "undo_decisions", [Decision.objects.earliest("pk").pk], why="", answered=True)
    assert not {"blue-valley", "blue-brigade"} & {key for _, key in knowledge.current().entities}
    page = text_of(client.get(reverse("admin:search_gazetteerimport_changelist")))
    assert "left out, because it does not fit the gazetteers of today" in page
    assert "parent 'blue-valley' is no key of any row" in page


def test_a_new_outlet_is_given_to_the_articles_of_its_domain(client: Client, read: Articles) -> None:
    Article.objects.filter(pk=read["harvest"].pk).update(url="https://www.fields-today.org/7")
    columns = ("key", "name_ar", "name_en", "aliases", "domains", "country", "ordinary", "source")
    row = {**dict.fromkeys(columns, ""), "key": "fields", "name_ar": "حقول اليوم", "domains": "fields-today.org"}
    assert "1 article has it" in text_of(upload(client, "media", [row]))


def test_cells_apart_by_semicolons_are_read_too(client: Client, read: Articles) -> None:
    content = ";".join(VALLEY) + "\n" + ";".join(VALLEY.values()) + "\n"
    assert "1 entry differs" in text_of(send(client, "actors", content.encode()))


@pytest.mark.parametrize("content", [b"key,name\n1,2\n", "key".encode("utf-16"), b"\x00\xff", b"", b'key,"\n'])
def test_a_file_that_is_no_table_is_refused(client: Client, content: bytes) -> None:
    assert send(client, "actors", content).status_code == 200
    assert not GazetteerImport.objects.exists()


def test_of_two_imports_of_one_row_the_second_has_to_look_again(client: Client, db: None) -> None:
    upload(client, "actors", [VALLEY])
    first = GazetteerImport.objects.get()
    upload(client, "actors", [{**VALLEY, "name_en": "Other"}])
    let_it_count(client)
    page = client.post(reverse("admin:search_gazetteerimport_change", args=[first.pk]), {"why": ""}, follow=True)
    assert "changed in the meantime" in text_of(page)
    assert Decision.objects.count() == 1
