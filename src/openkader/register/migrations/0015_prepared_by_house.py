from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # SQLite makes a table anew to give it a column, and leaves its triggers behind.
    if schema_editor.connection.vendor == "sqlite":
        for statement in guards.once_statements("sqlite", ["register_prepareddecision"]):
            schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0014_trail_indexes'),
    ]

    operations = [
        migrations.AddField(
            model_name='prepareddecision',
            name='by_house',
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
