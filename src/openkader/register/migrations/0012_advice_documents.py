import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    # SQLite makes a table anew to change what it allows, and leaves its triggers behind.
    again = ("register_document",) if vendor == "sqlite" else ()
    for statement in guards.once_statements(vendor, (*guards.ADVISED_WITH_ONCE, *again)):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0011_deciding'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='document',
            name='register_document_purpose_word',
        ),
        migrations.AddConstraint(
            model_name='document',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ['attachment', 'delegation_list', 'advice'])), name='register_document_purpose_word'),
        ),
        migrations.CreateModel(
            name='AdviceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('advice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='documents', to='register.advice')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice', to='register.document')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('advice', 'document'), name='register_advicedocument_once')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
