import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Q, Subquery


def say_whose(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Every line says by whom its case is worked on, in one statement however many there are."""
    lines, requests = (apps.get_model("register", name).objects for name in ("CaseLine", "Request"))
    mine = requests.filter(pk=OuterRef("pk"))
    lines.update(assignee=Subquery(mine.values("assignee")[:1]), team=Subquery(mine.values("team")[:1]))


def count_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What the database knows of its new indexes decides whether it uses them well."""
    for table in ("register_caseline", "register_participation", "register_screening"):
        schema_editor.execute(f"ANALYZE {table}")


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0015_prepared_by_house'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='caseline',
            name='assignee',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseline',
            name='team',
            field=models.CharField(blank=True, max_length=60, null=True),
        ),
        migrations.RunPython(say_whose, migrations.RunPython.noop),
        migrations.RemoveIndex(model_name='caseline', name='register_caseline_outcome'),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['outcome', 'received_on', 'request'], name='register_caseline_decided'),
        ),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['assignee', 'due_on', 'request'], name='register_caseline_assignee'),
        ),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['team', 'due_on', 'request'], name='register_caseline_team'),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(fields=['party', 'request', 'activity'], name='register_participation_of'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(condition=Q(('failure__isnull', False)), fields=['party', 'id'], name='register_screening_failed'),
        ),
        migrations.RunPython(count_anew, migrations.RunPython.noop),
    ]
