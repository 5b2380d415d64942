from django.db import migrations


def note_the_only_revision(apps, schema_editor):
    """Articles of before have one state: the page that they were read from."""
    Article, Revision = apps.get_model("search", "Article"), apps.get_model("search", "Revision")
    pages = Article.objects.exclude(original="").only("original", "media_type", "source_name", "updated", "published")
    Revision.objects.bulk_create(
        (
            Revision(
                article_id=article.pk,
                original=article.original,
                media_type=article.media_type,
                source_name=article.source_name,
                dated=article.updated or article.published,
            )
            for article in pages.iterator(chunk_size=1000)
        ),
        batch_size=1000,
    )



class Migration(migrations.Migration):

    dependencies = [
        ('search', '0003_revisions'),
    ]

    operations = [
        migrations.RunPython(note_the_only_revision, migrations.RunPython.noop),
    ]
