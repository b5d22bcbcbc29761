import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.MISSION_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0016_whose_work'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProgrammeSlot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('version', models.PositiveIntegerField()),
                ('is_removed', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('title', models.CharField(max_length=300)),
                ('day', models.DateField()),
                ('begins', models.TimeField(blank=True, null=True)),
                ('ends', models.TimeField(blank=True, null=True)),
                ('zone', models.CharField(blank=True, max_length=64, null=True)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('setting', models.CharField(blank=True, max_length=10, null=True)),
                ('counterparts', models.JSONField(default=list)),
                ('roles', models.JSONField(default=list)),
                ('note', models.TextField(blank=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='slots', to='register.activity')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('setting__in', ['formal', 'informal']), ('setting__isnull', True), _connector='OR'), name='register_programmeslot_setting_word'),
                    models.UniqueConstraint(fields=('activity', 'number', 'version'), name='register_programmeslot_version'),
                    models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='register_programmeslot_title'),
                    models.CheckConstraint(condition=models.Q(models.Q(('begins__isnull', True), ('ends__isnull', True)), models.Q(('begins__isnull', False), ('zone__isnull', False), models.Q(('ends__isnull', True), ('ends__gt', models.F('begins')), _connector='OR')), _connector='OR'), name='register_programmeslot_times'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='templates', to='register.activity')),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.activity')),
            ],
        ),
        migrations.CreateModel(
            name='SlotParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.party')),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='met', to='register.programmeslot')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('slot', 'party'), name='register_slotparty_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Lesson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lessons', to='register.activity')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_lesson_text')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('version', models.PositiveIntegerField()),
                ('is_removed', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('name', models.CharField(max_length=300)),
                ('function', models.CharField(blank=True, max_length=300)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('organisation', models.CharField(blank=True, max_length=300)),
                ('role', models.CharField(blank=True, max_length=20, null=True)),
                ('status', models.CharField(max_length=20)),
                ('reason', models.CharField(blank=True, max_length=60, null=True)),
                ('note', models.TextField(blank=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='register.activity')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='participants', to='register.party')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['leader', 'office_holder', 'member', 'company', 'expert']), ('role__isnull', True), _connector='OR'), name='register_participant_role_word'), models.CheckConstraint(condition=models.Q(('status__in', ['invited', 'confirmed', 'took_part', 'dropped_out'])), name='register_participant_status_word'), models.UniqueConstraint(fields=('activity', 'number', 'version'), name='register_participant_version'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='register_participant_name'), models.CheckConstraint(condition=models.Q(models.Q(('reason__isnull', False), ('status', 'dropped_out')), models.Q(models.Q(('status', 'dropped_out'), _negated=True), ('reason__isnull', True)), _connector='OR'), name='register_participant_reason')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
