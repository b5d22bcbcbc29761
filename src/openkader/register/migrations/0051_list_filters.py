from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def say_of_which_year(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Every line says of which year and country its case is, in one statement however many there are."""
    lines, requests = (apps.get_model("register", name).objects for name in ("CaseLine", "Request"))
    mine = requests.filter(pk=OuterRef("pk"))
    lines.update(year=Subquery(mine.values("year")[:1]), country=Subquery(mine.values("country")[:1]))


def count_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What the database knows of its new indexes decides whether it uses them well."""
    schema_editor.execute("ANALYZE register_caseline")


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0050_name_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='caseline',
            name='year',
            field=models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='caseline',
            name='country',
            field=models.CharField(blank=True, max_length=2, null=True),
        ),
        migrations.RunPython(say_of_which_year, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['year', 'received_on', 'request'], name='register_caseline_year'),
        ),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['country', 'received_on', 'request'], name='register_caseline_country'),
        ),
        migrations.RunPython(count_anew, migrations.RunPython.noop),
    ]
