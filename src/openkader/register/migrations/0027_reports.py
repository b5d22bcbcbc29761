import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.REPORT_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0026_network'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('language', models.CharField(max_length=2)),
                ('version', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('sections', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_drafts', to='register.activity')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('kind__in', ['mission_report', 'public_text', 'feedback'])), name='register_reportdraft_kind_word'),
                    models.UniqueConstraint(fields=('activity', 'kind', 'language', 'version'), name='register_reportdraft_version'),
                    models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_reportdraft_text'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReportFinal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('sha256', models.CharField(blank=True, max_length=64, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='final', to='register.reportdraft')),
            ],
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
