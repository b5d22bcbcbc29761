import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.evaluation_statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0028_network_corrections'),
    ]

    operations = [
        migrations.CreateModel(
            name='Evaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('year', models.PositiveSmallIntegerField(unique=True)),
                ('kader', models.CharField(max_length=120)),
                ('kader_digest', models.CharField(max_length=64)),
                ('languages', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='EvaluationAdoption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content', models.JSONField()),
                ('inside', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('evaluation', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adoption', to='register.evaluation')),
            ],
        ),
        migrations.CreateModel(
            name='PassageComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chapter', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=2)),
                ('passage', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('words', models.TextField()),
                ('text', models.TextField()),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='register.evaluation')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_passagecomment_text'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CommentResolution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('comment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='resolution', to='register.passagecomment')),
            ],
        ),
        migrations.CreateModel(
            name='PassageLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chapter', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=2)),
                ('passage', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('figures', models.JSONField()),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='register.evaluation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Restatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('figure', models.CharField(max_length=80)),
                ('was', models.JSONField()),
                ('became', models.JSONField()),
                ('why', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='restatements', to='register.evaluation')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='register_restatement_why'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Erratum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('chapter', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=2)),
                ('said', models.TextField()),
                ('must_say', models.TextField()),
                ('why', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='errata', to='register.evaluation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('evaluation', 'number'), name='register_erratum_number'), models.CheckConstraint(condition=models.Q(models.Q(('said', ''), _negated=True), models.Q(('must_say', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='register_erratum_whole')],
            },
        ),
        migrations.CreateModel(
            name='ChapterText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chapter', models.CharField(max_length=120)),
                ('language', models.CharField(max_length=2)),
                ('number', models.PositiveIntegerField()),
                ('text', models.TextField(blank=True)),
                ('left_empty', models.TextField(blank=True, null=True)),
                ('figures', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='register.evaluation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('evaluation', 'chapter', 'language', 'number'), name='register_chaptertext_number'), models.CheckConstraint(condition=models.Q(models.Q(('left_empty__isnull', False), ('text', '')), models.Q(models.Q(('text', ''), _negated=True), ('left_empty__isnull', True)), _connector='OR'), name='register_chaptertext_says_something')],
            },
        ),
        migrations.CreateModel(
            name='EvaluationStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('why', models.TextField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('evaluation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='register.evaluation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['sent_to_review', 'returned'])), name='register_evaluationstep_kind_word')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
