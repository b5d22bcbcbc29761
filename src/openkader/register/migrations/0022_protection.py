import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.PROTECTION_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0021_briefing_people'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProtectionConflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('step', models.CharField(max_length=20)),
                ('goal', models.CharField(max_length=20)),
                ('about', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_conflicts', to='register.activity')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('activity', 'number'), name='register_protectionconflict_number'),
                    models.CheckConstraint(condition=models.Q(('about', ''), _negated=True), name='register_protectionconflict_about'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtectionRuling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(max_length=20)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('conflict', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='register.protectionconflict')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('outcome__in', ['security_first', 'otherwise'])), name='register_protectionruling_outcome_word'),
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_protectionruling_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProtectionSignOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('catalogue', models.CharField(max_length=64)),
                ('steps', models.JSONField()),
                ('conflicts', models.JSONField()),
                ('note', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_sign_offs', to='register.activity')),
            ],
        ),
        migrations.CreateModel(
            name='ProtectionStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=20)),
                ('version', models.PositiveIntegerField()),
                ('state', models.CharField(max_length=10)),
                ('note', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='protection_steps', to='register.activity')),
                ('evidence', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.evidence')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('state__in', ['planned', 'done', 'left_out'])), name='register_protectionstep_state_word'),
                    models.UniqueConstraint(fields=('activity', 'step', 'version'), name='register_protectionstep_version'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', 'left_out'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='register_protectionstep_reason'),
                ],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
