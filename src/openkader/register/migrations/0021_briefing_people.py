import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # SQLite makes a table anew to change it, and leaves its triggers behind.
    if schema_editor.connection.vendor == "sqlite":
        for statement in guards.once_statements("sqlite", ["register_briefingpresence"]):
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0020_carrying_out'),
    ]

    operations = [
        migrations.AddField(
            model_name='briefingpresence',
            name='participant',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='briefingpresence',
            name='participation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='register.participation'),
        ),
        migrations.AddConstraint(
            model_name='briefingpresence',
            constraint=models.UniqueConstraint(fields=('briefing', 'participant'), name='register_briefingpresence_person_once'),
        ),
        migrations.AddConstraint(
            model_name='briefingpresence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('participant__isnull', True), ('participation__isnull', False)), models.Q(('number__lte', 1), ('participant__isnull', False), ('participation__isnull', True)), _connector='OR'), name='register_briefingpresence_of_one'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
