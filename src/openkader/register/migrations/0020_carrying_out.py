import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    # SQLite makes a table anew to change what it allows, and leaves its triggers behind.
    again = ("register_evidence",) if vendor == "sqlite" else ()
    for statement in guards.once_statements(vendor, (*guards.MEASURES_ONCE, *again)):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0019_self_scans'),
    ]

    operations = [
        migrations.CreateModel(
            name='MeasureReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_on', models.DateField()),
                ('stage', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='MeasureWaiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('reason', models.TextField()),
                ('expires_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='MeasureWaiverAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='evidence',
            name='register_evidence_findable',
        ),
        migrations.AddField(
            model_name='activity',
            name='cancelled_because',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='activity',
            name='standing',
            field=models.CharField(db_index=True, default='held', max_length=10),
        ),
        migrations.AddField(
            model_name='evidence',
            name='media_type',
            field=models.CharField(blank=True, max_length=80, null=True),
        ),
        migrations.AddField(
            model_name='evidence',
            name='name',
            field=models.CharField(blank=True, max_length=120, null=True),
        ),
        migrations.AddField(
            model_name='evidence',
            name='record',
            field=models.CharField(blank=True, max_length=80, null=True),
        ),
        migrations.AddField(
            model_name='evidence',
            name='size',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='due_on',
            field=models.DateField(blank=True, db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='owner',
            field=models.CharField(blank=True, max_length=150, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='waived_until',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(('standing__in', ['planned', 'held', 'cancelled'])), name='register_activity_standing_word'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('standing', 'cancelled'), _negated=True), ('cancelled_because__isnull', False), _connector='OR'), name='register_activity_cancelled_because'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('url__isnull', False), ('sha256__isnull', False), ('record__isnull', False), _connector='OR'), name='register_evidence_findable'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('media_type__isnull', True), ('name__isnull', True), ('size__isnull', True)), models.Q(('media_type__isnull', False), ('name__isnull', False), ('size__isnull', False)), _connector='OR'), name='register_evidence_file_whole'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain']), ('media_type__isnull', True), _connector='OR'), name='register_evidence_media_type_word'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('name__isnull', True), ('sha256__isnull', False), _connector='OR'), name='register_evidence_file_digest'),
        ),
        migrations.AddField(
            model_name='measurereminder',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='register.measure'),
        ),
        migrations.AddField(
            model_name='measurewaiver',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='register.measure'),
        ),
        migrations.AddField(
            model_name='measurewaiveragreement',
            name='waiver',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='register.measurewaiver'),
        ),
        migrations.AddConstraint(
            model_name='measurereminder',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['ahead', 'late'])), name='register_measurereminder_stage_word'),
        ),
        migrations.AddConstraint(
            model_name='measurereminder',
            constraint=models.UniqueConstraint(fields=('measure', 'due_on', 'stage'), name='register_measurereminder_once'),
        ),
        migrations.AddConstraint(
            model_name='measurewaiver',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_measurewaiver_reason'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
