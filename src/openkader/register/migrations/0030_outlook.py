import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.OUTLOOK_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0029_evaluations'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContextFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('year', models.PositiveSmallIntegerField(db_index=True)),
                ('number', models.PositiveIntegerField(blank=True, default=1, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(blank=True, max_length=5, null=True)),
                ('name_nl', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('value', models.DecimalField(decimal_places=4, max_digits=18)),
                ('unit_nl', models.CharField(blank=True, max_length=60)),
                ('unit_en', models.CharField(blank=True, max_length=60)),
                ('about', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=300)),
                ('publisher', models.CharField(blank=True, max_length=300, null=True)),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
                ('sha256', models.CharField(blank=True, max_length=64, null=True)),
                ('file_name', models.CharField(blank=True, max_length=120, null=True)),
                ('media_type', models.CharField(blank=True, max_length=80, null=True)),
                ('size', models.PositiveIntegerField(blank=True, null=True)),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_contextfigure_period_whole'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_contextfigure_period_order'),
                    models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_contextfigure_precision_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_contextfigure_remark_both'),
                    models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain']), ('media_type__isnull', True), _connector='OR'), name='register_contextfigure_media_type_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('file_name__isnull', True), ('media_type__isnull', True), ('sha256__isnull', True), ('size__isnull', True)), models.Q(('file_name__isnull', False), ('media_type__isnull', False), ('sha256__isnull', False), ('size__isnull', False)), _connector='OR'), name='register_contextfigure_file_whole'),
                    models.CheckConstraint(condition=models.Q(('name_nl', ''), _negated=True), name='register_contextfigure_named'),
                    models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='register_contextfigure_sourced'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ContextCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('figure', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='register.contextfigure')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_contextcorrection_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ContextPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('name_nl', models.CharField(max_length=300)),
                ('name_en', models.CharField(max_length=300)),
                ('value', models.DecimalField(decimal_places=4, max_digits=18)),
                ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='register.contextfigure')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('figure', 'place'), name='register_contextpart_place'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Interview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('year', models.PositiveSmallIntegerField(db_index=True)),
                ('number', models.PositiveIntegerField(blank=True, default=1, null=True)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(blank=True, max_length=5, null=True)),
                ('by_whom', models.CharField(max_length=200)),
                ('is_withheld', models.BooleanField()),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_interview_period_whole'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_interview_period_order'),
                    models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_interview_precision_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_interview_remark_both'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InterviewQuote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('theme', models.CharField(max_length=60)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='register.interview')),
            ],
        ),
        migrations.CreateModel(
            name='InterviewConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('consent', models.CharField(max_length=20)),
                ('how', models.CharField(blank=True, max_length=200, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='register.interview')),
                ('quote', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='register.interviewquote')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('consent__in', ['with_name', 'without_name', 'not_quoted', 'withdrawn'])), name='register_interviewconsent_consent_word'),
                    models.UniqueConstraint(fields=('interview', 'number'), name='register_interviewconsent_number'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InterviewSpeaker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200, null=True)),
                ('called', models.CharField(blank=True, max_length=200, null=True)),
                ('interview', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='speaker', to='register.interview')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.party')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('party__isnull', True), ('name__isnull', True), _connector='OR'), name='register_interviewspeaker_one'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InterviewTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('theme', models.CharField(max_length=60)),
                ('interview', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='register.interview')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('interview', 'theme'), name='register_interviewtheme_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InterviewWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField()),
                ('quote', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='said', to='register.interviewquote')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='register_interviewwords_said'),
                ],
                'verbose_name_plural': 'interview words',
            },
        ),
        migrations.CreateModel(
            name='RecommendationAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(blank=True, max_length=5, null=True)),
                ('number', models.PositiveIntegerField()),
                ('to_nl', models.CharField(blank=True, max_length=300, null=True)),
                ('to_en', models.CharField(blank=True, max_length=300, null=True)),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addresses', to='register.recommendation')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_recommendationaddress_period_whole'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_recommendationaddress_period_order'),
                    models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_recommendationaddress_precision_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_recommendationaddress_remark_both'),
                    models.CheckConstraint(condition=models.Q(models.Q(('to_en__isnull', True), ('to_nl__isnull', True)), models.Q(('to_en__isnull', False), ('to_nl__isnull', False)), _connector='OR'), name='register_recommendationaddress_to_both'),
                    models.UniqueConstraint(fields=('recommendation', 'number'), name='register_recommendationaddress_number'),
                    models.CheckConstraint(condition=models.Q(('to_nl__isnull', False), ('precision__isnull', False), _connector='OR'), name='register_recommendationaddress_something'),
                ],
                'verbose_name_plural': 'recommendation addresses',
            },
        ),
        migrations.CreateModel(
            name='RecommendationFollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('starts_on', models.DateField(blank=True, null=True)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('precision', models.CharField(blank=True, max_length=5, null=True)),
                ('number', models.PositiveIntegerField()),
                ('status', models.CharField(max_length=20)),
                ('what_nl', models.TextField()),
                ('what_en', models.TextField()),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
                ('record', models.CharField(blank=True, max_length=80, null=True)),
                ('sha256', models.CharField(blank=True, max_length=64, null=True)),
                ('name', models.CharField(blank=True, max_length=120, null=True)),
                ('media_type', models.CharField(blank=True, max_length=80, null=True)),
                ('size', models.PositiveIntegerField(blank=True, null=True)),
                ('kader', models.CharField(blank=True, max_length=120, null=True)),
                ('change_nl', models.TextField(blank=True, null=True)),
                ('change_en', models.TextField(blank=True, null=True)),
                ('figure', models.CharField(blank=True, max_length=80, null=True)),
                ('digest', models.CharField(max_length=64)),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='register.recommendation')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_recommendationfollowup_period_whole'),
                    models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_recommendationfollowup_period_order'),
                    models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_recommendationfollowup_precision_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_recommendationfollowup_remark_both'),
                    models.CheckConstraint(condition=models.Q(('status__in', ['open', 'taken_up', 'partly', 'done', 'not_followed'])), name='register_recommendationfollowup_status_word'),
                    models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain']), ('media_type__isnull', True), _connector='OR'), name='register_recommendationfollowup_media_type_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('media_type__isnull', True), ('name__isnull', True), ('sha256__isnull', True), ('size__isnull', True)), models.Q(('media_type__isnull', False), ('name__isnull', False), ('sha256__isnull', False), ('size__isnull', False)), _connector='OR'), name='register_recommendationfollowup_file_whole'),
                    models.CheckConstraint(condition=models.Q(models.Q(('change_en__isnull', True), ('change_nl__isnull', True), ('kader__isnull', True)), models.Q(('change_en__isnull', False), ('change_nl__isnull', False), ('kader__isnull', False)), _connector='OR'), name='register_recommendationfollowup_change_whole'),
                    models.UniqueConstraint(fields=('recommendation', 'number'), name='register_recommendationfollowup_number'),
                    models.CheckConstraint(condition=models.Q(('what_nl', ''), _negated=True), name='register_recommendationfollowup_what'),
                    models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['partly', 'done']), _negated=True), ('url__isnull', False), ('record__isnull', False), ('sha256__isnull', False), _connector='OR'), name='register_recommendationfollowup_shown'),
                ],
            },
        ),
        migrations.CreateModel(
            name='RecommendationReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_by', models.DateField()),
                ('account', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='register.recommendation')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('recommendation', 'due_by', 'account'), name='register_recommendationreminder_once'),
                ],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
