import django.db.models.deletion
from django.conf import settings
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.kader_statements(schema_editor.connection.vendor, guards.DESTRUCTION_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0032_kader_drafts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Destruction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gone', models.PositiveIntegerField()),
                ('emptied', models.PositiveIntegerField()),
                ('parties', models.PositiveIntegerField()),
                ('documents', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='DestructionAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reviewer', models.CharField(max_length=10)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='DestructionExemption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='DestructionItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('dossier', models.CharField(db_index=True, max_length=80)),
                ('kind', models.CharField(max_length=20)),
                ('year', models.PositiveSmallIntegerField()),
                ('case_kind', models.CharField(blank=True, max_length=30, null=True)),
                ('due_on', models.DateField()),
                ('code', models.CharField(max_length=60)),
                ('detail', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='DestructionList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('due_by', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='DestructionWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='DiscardedFile',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('reference', models.CharField(max_length=80, primary_key=True, serialize=False)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='heldrole',
            name='register_heldrole_role_word',
        ),
        migrations.AddConstraint(
            model_name='heldrole',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['adviser', 'reviewer', 'decider', 'information_security', 'evaluator', 'auditor', 'administrator', 'archivist'])), name='register_heldrole_role_word'),
        ),
        migrations.AddField(
            model_name='destructionexemption',
            name='item',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='exemption', to='register.destructionitem'),
        ),
        migrations.AddField(
            model_name='destruction',
            name='item',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='destruction', to='register.destructionitem'),
        ),
        migrations.AddField(
            model_name='destructionitem',
            name='list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='register.destructionlist'),
        ),
        migrations.AddField(
            model_name='destructionagreement',
            name='list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='register.destructionlist'),
        ),
        migrations.AddField(
            model_name='destructionwithdrawal',
            name='list',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.destructionlist'),
        ),
        migrations.AddField(
            model_name='discardedfile',
            name='destruction',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='register.destruction'),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='destruction',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tombstones', to='register.destruction'),
        ),
        migrations.AddConstraint(
            model_name='destructionexemption',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_destructionexemption_reason'),
        ),
        migrations.AddConstraint(
            model_name='destructionitem',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['request', 'delegation_list', 'participants', 'self_scan', 'survey_answers', 'agreement', 'network', 'interview', 'evaluation', 'kader', 'audit_trail'])), name='register_destructionitem_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='destructionitem',
            constraint=models.UniqueConstraint(fields=('list', 'number'), name='register_destructionitem_number'),
        ),
        migrations.AddConstraint(
            model_name='destructionitem',
            constraint=models.UniqueConstraint(fields=('list', 'dossier', 'kind'), name='register_destructionitem_once'),
        ),
        migrations.AddConstraint(
            model_name='destructionagreement',
            constraint=models.CheckConstraint(condition=models.Q(('reviewer__in', ['archivist', 'owner'])), name='register_destructionagreement_reviewer_word'),
        ),
        migrations.AddConstraint(
            model_name='destructionagreement',
            constraint=models.UniqueConstraint(fields=('list', 'reviewer'), name='register_destructionagreement_once'),
        ),
        migrations.AddConstraint(
            model_name='destructionagreement',
            constraint=models.UniqueConstraint(fields=('list', 'by'), name='register_destructionagreement_other'),
        ),
        migrations.AddConstraint(
            model_name='destructionwithdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_destructionwithdrawal_reason'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
