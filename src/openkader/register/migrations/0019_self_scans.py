import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.SELF_SCAN_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0018_messages'),
    ]

    operations = [
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('kind', models.CharField(max_length=60)),
                ('held_on', models.DateField()),
                ('by_whom', models.CharField(max_length=200)),
                ('subject', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to='register.activity')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('by_whom', ''), _negated=True), name='register_briefing_by_whom'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BriefingCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('briefing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='register.briefing')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_briefingcorrection_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='BriefingPresence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='register.briefing')),
                ('participation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='presences', to='register.participation')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('briefing', 'participation'), name='register_briefingpresence_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ScanWaiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('reason', models.TextField()),
                ('expires_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scan_waivers', to='register.activity')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='scan_waivers', to='register.party')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_scanwaiver_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ScanWaiverAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('waiver', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='register.scanwaiver')),
            ],
        ),
        migrations.CreateModel(
            name='SelfScan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('form', models.JSONField()),
                ('form_digest', models.CharField(max_length=64)),
                ('recipient', models.CharField(max_length=200)),
                ('email', models.CharField(blank=True, max_length=254, null=True)),
                ('language', models.CharField(max_length=2)),
                ('due_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='self_scans', to='register.activity')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='self_scans', to='register.party')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('recipient', ''), _negated=True), name='register_selfscan_recipient'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SelfScanLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('ends', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='register.selfscan')),
            ],
        ),
        migrations.CreateModel(
            name='SelfScanReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='register.selfscan')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('scan', 'on'), name='register_selfscanreminder_daily'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SelfScanResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('said', models.JSONField()),
                ('counts', models.JSONField()),
                ('given_by', models.CharField(max_length=200)),
                ('handed_in_on', models.DateField()),
                ('valid_until', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('scan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='register.selfscan')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('given_by', ''), _negated=True), name='register_selfscanresult_given'),
                    models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('handed_in_on'))), name='register_selfscanresult_order'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SelfScanSave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('said', models.JSONField()),
                ('given_by', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='saves', to='register.selfscan')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('scan', 'number'), name='register_selfscansave_number'),
                ],
            },
        ),
        migrations.CreateModel(
            name='SelfScanWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('scan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.selfscan')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_selfscanwithdrawal_reason'),
                ],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
