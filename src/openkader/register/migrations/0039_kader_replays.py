import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    columns = [field.column for field in apps.get_model("register", "KaderReplay")._meta.concrete_fields]
    for statement in guards.replay_statements(schema_editor.connection.vendor, columns):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0038_words_whole'),
    ]

    operations = [
        migrations.CreateModel(
            name='KaderReplay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('kader', models.CharField(max_length=120)),
                ('digest', models.CharField(max_length=64)),
                ('base', models.CharField(max_length=120)),
                ('base_digest', models.CharField(max_length=64)),
                ('texts', models.CharField(blank=True, max_length=64, null=True)),
                ('steps', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('taken_by', models.CharField(blank=True, max_length=150, null=True)),
                ('lease_ends', models.DateTimeField(blank=True, null=True)),
                ('done', models.PositiveIntegerField(default=0)),
                ('whole', models.PositiveIntegerField(blank=True, null=True)),
                ('end', models.CharField(blank=True, max_length=12, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.CharField(blank=True, max_length=150, null=True)),
                ('failure', models.CharField(blank=True, max_length=60, null=True)),
                ('draft', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replays', to='register.kaderdraft')),
            ],
            options={
                'indexes': [models.Index(fields=['ended_at', 'id'], name='register_ka_ended_a_af3ae7_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('end__in', ['done', 'stopped', 'failed']), ('end__isnull', True), _connector='OR'), name='register_kaderreplay_end_word'), models.CheckConstraint(condition=models.Q(models.Q(('lease_ends__isnull', True), ('taken_by__isnull', True)), models.Q(('lease_ends__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='register_kaderreplay_taken_whole'), models.CheckConstraint(condition=models.Q(models.Q(('end__isnull', True), ('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('end__isnull', False), ('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='register_kaderreplay_ended_whole'), models.CheckConstraint(condition=models.Q(models.Q(('draft__isnull', True), ('texts__isnull', True)), models.Q(('draft__isnull', False), ('texts__isnull', False)), _connector='OR'), name='register_kaderreplay_of_texts'), models.UniqueConstraint(condition=models.Q(('end__isnull', True)), fields=('draft',), name='register_kaderreplay_one_runs'), models.CheckConstraint(condition=models.Q(('end__isnull', True), ('taken_by__isnull', True), _connector='OR'), name='register_kaderreplay_ended_is_free'), models.CheckConstraint(condition=models.Q(('draft__isnull', False), models.Q(('end', 'done'), ('end__isnull', False)), _connector='OR'), name='register_kaderreplay_kept_is_done'), models.CheckConstraint(condition=models.Q(models.Q(('end', 'failed'), ('end__isnull', False), ('failure__isnull', False)), models.Q(('failure__isnull', True), models.Q(('end__isnull', True), models.Q(('end', 'failed'), _negated=True), _connector='OR')), _connector='OR'), name='register_kaderreplay_failure')],
            },
        ),
        migrations.CreateModel(
            name='KaderReplayCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('difference', models.PositiveIntegerField()),
                ('replay', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='register.kaderreplay')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.request')),
            ],
            options={
                'indexes': [models.Index(fields=['replay', 'difference', 'id'], name='register_ka_replay__f8c9bd_idx')],
                'constraints': [models.UniqueConstraint(fields=('replay', 'request'), name='register_kaderreplaycase_once')],
            },
        ),
        migrations.CreateModel(
            name='KaderReplayResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cases', models.PositiveIntegerField()),
                ('changed', models.PositiveIntegerField()),
                ('found', models.JSONField()),
                ('replay', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='result', to='register.kaderreplay')),
            ],
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
