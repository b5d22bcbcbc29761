import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.ADVICE_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0007_party_judgements'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdviceRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('desk', models.CharField(max_length=60)),
                ('kader', models.CharField(max_length=120)),
                ('kader_digest', models.CharField(max_length=64)),
                ('mandatory', models.BooleanField()),
                ('question', models.TextField()),
                ('facts', models.JSONField()),
                ('facts_digest', models.CharField(max_length=64)),
                ('recipient', models.CharField(max_length=200)),
                ('email', models.CharField(blank=True, max_length=254, null=True)),
                ('language', models.CharField(max_length=2)),
                ('due_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='advice_requests', to='register.request')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('question', ''), _negated=True), models.Q(('recipient', ''), _negated=True)), name='register_advicerequest_question'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AdviceReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('advice_request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='register.advicerequest')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('advice_request', 'on'), name='register_advicereminder_daily'),
                ],
            },
        ),
        migrations.CreateModel(
            name='AdviceLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('ends', models.DateTimeField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('advice_request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='register.advicerequest')),
            ],
        ),
        migrations.CreateModel(
            name='Advice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('verdict', models.CharField(max_length=20)),
                ('explanation', models.TextField(blank=True)),
                ('conditions', models.JSONField(default=list)),
                ('given_by', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('advice_request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='register.advicerequest')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('verdict__in', ['no_objection', 'conditions', 'objection', 'cannot_judge'])), name='register_advice_verdict_word'),
                    models.UniqueConstraint(fields=('advice_request', 'number'), name='register_advice_number'),
                    models.CheckConstraint(condition=models.Q(models.Q(('verdict', 'conditions'), _negated=True), models.Q(('conditions', []), _negated=True), _connector='OR'), name='register_advice_conditions'),
                    models.CheckConstraint(condition=models.Q(('verdict__in', ['no_objection', 'conditions']), models.Q(('explanation', ''), _negated=True), _connector='OR'), name='register_advice_explained'),
                ],
                'verbose_name_plural': 'advice',
            },
        ),
        migrations.CreateModel(
            name='AdviceWithdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('advice_request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.advicerequest')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_advicewithdrawal_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('desk', models.CharField(max_length=60)),
                ('reason', models.TextField()),
                ('expires_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='register.request')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_waiver_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='WaiverAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('waiver', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='agreement', to='register.waiver')),
            ],
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
