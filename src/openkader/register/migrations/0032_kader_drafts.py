import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.kader_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)



class Migration(migrations.Migration):

    dependencies = [
        ('register', '0031_whole_register'),
    ]

    operations = [
        migrations.CreateModel(
            name='KaderDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('base', models.CharField(max_length=120)),
                ('base_digest', models.CharField(max_length=64)),
                ('name', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='register_kaderdraft_named')],
            },
        ),
        migrations.CreateModel(
            name='KaderAdoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kader', models.CharField(max_length=120, unique=True)),
                ('digest', models.CharField(max_length=64)),
                ('steps', models.JSONField()),
                ('body', models.CharField(max_length=200)),
                ('adopted_on', models.DateField()),
                ('in_force_from', models.DateField()),
                ('sha256', models.CharField(max_length=64)),
                ('file_name', models.CharField(max_length=120)),
                ('media_type', models.CharField(max_length=80)),
                ('size', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adoption', to='register.kaderdraft')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain'])), name='register_kaderadoption_media_type_word'), models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='register_kaderadoption_body'), models.CheckConstraint(condition=models.Q(('in_force_from__gte', models.F('adopted_on'))), name='register_kaderadoption_order')],
            },
        ),
        migrations.CreateModel(
            name='KaderDraftStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.CharField(max_length=120)),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='register.kaderdraft')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('draft', 'file', 'number'), name='register_kaderdraftstep_number'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_kaderdraftstep_text')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
