import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    columns = [field.column for field in apps.get_model("register", "Hit")._meta.concrete_fields]
    for statement in guards.screening_statements(schema_editor.connection.vendor, columns):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0002_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.PositiveIntegerField()),
                ('names', models.JSONField()),
                ('organisation_names', models.JSONField(default=list)),
                ('function', models.CharField(blank=True, max_length=300, null=True)),
                ('birth_date', models.CharField(blank=True, max_length=10, null=True)),
                ('country', models.CharField(blank=True, max_length=2, null=True)),
                ('gender', models.CharField(blank=True, max_length=10, null=True)),
                ('fingerprint', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='DelegationList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('came_as', models.CharField(max_length=10)),
                ('file_name', models.CharField(blank=True, max_length=200, null=True)),
                ('digest', models.CharField(max_length=64)),
                ('content', models.CharField(max_length=64)),
                ('rows', models.PositiveIntegerField()),
                ('added', models.PositiveIntegerField()),
                ('changed', models.PositiveIntegerField()),
                ('removed', models.PositiveIntegerField()),
                ('problems', models.JSONField(default=list)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.CharField(max_length=20)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='Hit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('list', models.CharField(max_length=80)),
                ('snapshot', models.CharField(max_length=120)),
                ('entity', models.CharField(max_length=200)),
                ('caption', models.TextField()),
                ('party_fingerprint', models.CharField(max_length=64)),
                ('entity_fingerprint', models.CharField(max_length=64)),
                ('score', models.FloatField()),
                ('band', models.CharField(max_length=10)),
                ('asked_name', models.TextField()),
                ('listed_name', models.TextField()),
                ('explanation', models.JSONField()),
                ('found_at', models.DateTimeField()),
                ('state', models.CharField(default='open', max_length=10)),
                ('reviews_given', models.PositiveIntegerField(default=0)),
                ('gone_because', models.CharField(blank=True, max_length=20, null=True)),
                ('gone_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ListRenewal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.CharField(max_length=80)),
                ('number', models.PositiveIntegerField()),
                ('former', models.CharField(blank=True, max_length=120, null=True)),
                ('present', models.CharField(max_length=120)),
                ('entities_new', models.PositiveIntegerField()),
                ('entities_gone', models.PositiveIntegerField()),
                ('parties', models.PositiveIntegerField()),
                ('touched', models.PositiveIntegerField()),
                ('hits_gone', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('list', 'number'), name='register_listrenewal_number'),
                    models.CheckConstraint(condition=models.Q(('touched__lte', models.F('parties'))), name='register_listrenewal_touched'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('verdict', models.CharField(max_length=10)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(max_length=12)),
                ('asked', models.JSONField()),
                ('fingerprint', models.CharField(max_length=64)),
                ('lists', models.JSONField(default=list)),
                ('engine', models.CharField(max_length=80)),
                ('band', models.CharField(blank=True, max_length=10, null=True)),
                ('failure', models.CharField(blank=True, max_length=60, null=True)),
                ('failure_detail', models.JSONField(default=dict)),
                ('compared', models.JSONField(default=list)),
                ('missing', models.JSONField(default=list)),
                ('found', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='ScreeningTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(max_length=12)),
                ('requested_at', models.DateTimeField()),
                ('requested_by', models.CharField(max_length=150)),
                ('not_before', models.DateTimeField()),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('taken_by', models.CharField(blank=True, max_length=150, null=True)),
                ('lease_ends', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('failure', models.CharField(blank=True, max_length=60, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SourceNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('quality', models.CharField(max_length=10)),
                ('title', models.CharField(max_length=300)),
                ('says', models.TextField()),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
                ('published_on', models.CharField(blank=True, max_length=10, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='party',
            name='register_party_kind_word',
        ),
        migrations.AddField(
            model_name='assessment',
            name='screening_seen',
            field=models.CharField(blank=True, max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='party',
            name='birth_date',
            field=models.CharField(blank=True, max_length=10, null=True),
        ),
        migrations.AddField(
            model_name='party',
            name='gender',
            field=models.CharField(blank=True, max_length=10, null=True),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['person', 'organisation', 'company', 'business_association', 'government', 'agency', 'civil_society', 'knowledge_institution'])), name='register_party_kind_word'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='organisation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisation_rows', to='register.party'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegate_rows', to='register.party'),
        ),
        migrations.AddField(
            model_name='delegationlist',
            name='request',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegation_lists', to='register.request'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='delegation_list',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegates', to='register.delegationlist'),
        ),
        migrations.AddField(
            model_name='hit',
            name='former',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='successor', to='register.hit'),
        ),
        migrations.AddField(
            model_name='hit',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hits', to='register.party'),
        ),
        migrations.AddField(
            model_name='escalation',
            name='hit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='escalations', to='register.hit'),
        ),
        migrations.AddField(
            model_name='review',
            name='hit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='register.hit'),
        ),
        migrations.AddField(
            model_name='screening',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='screenings', to='register.party'),
        ),
        migrations.AddField(
            model_name='hit',
            name='screening',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hits', to='register.screening'),
        ),
        migrations.AddField(
            model_name='screeningtask',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='register.party'),
        ),
        migrations.AddField(
            model_name='sourcenote',
            name='party',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='register.party'),
        ),
        migrations.AddConstraint(
            model_name='delegationlist',
            constraint=models.CheckConstraint(condition=models.Q(('came_as__in', ['file', 'pasted', 'typed'])), name='register_delegationlist_came_as_word'),
        ),
        migrations.AddConstraint(
            model_name='delegationlist',
            constraint=models.UniqueConstraint(fields=('request', 'version'), name='register_delegationlist_version'),
        ),
        migrations.AddConstraint(
            model_name='delegationlist',
            constraint=models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='register_delegationlist_first'),
        ),
        migrations.AddConstraint(
            model_name='delegationlist',
            constraint=models.CheckConstraint(condition=models.Q(('rows__gte', 1)), name='register_delegationlist_somebody'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.UniqueConstraint(fields=('delegation_list', 'row'), name='register_delegate_row'),
        ),
        migrations.AddConstraint(
            model_name='escalation',
            constraint=models.CheckConstraint(condition=models.Q(('to__in', ['embassy', 'central_government', 'desk', 'executive', 'other'])), name='register_escalation_to_word'),
        ),
        migrations.AddConstraint(
            model_name='escalation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_escalation_text'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['true', 'false', 'undecided'])), name='register_review_verdict_word'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(fields=('hit', 'number'), name='register_review_number'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_review_reason'),
        ),
        migrations.AddIndex(
            model_name='screening',
            index=models.Index(fields=['party', 'id'], name='register_sc_party_i_e925f2_idx'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(('cause__in', ['new', 'changed', 'list_update', 'asked'])), name='register_screening_cause_word'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(('band__in', ['match', 'check', 'clear']), ('band__isnull', True), _connector='OR'), name='register_screening_band_word'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('band__isnull', False), ('failure__isnull', True)), models.Q(('band__isnull', True), ('failure__isnull', False), ('found', 0)), _connector='OR'), name='register_screening_band_or_failure'),
        ),
        migrations.AddConstraint(
            model_name='screening',
            constraint=models.CheckConstraint(condition=models.Q(('band__isnull', True), models.Q(('lists', []), _negated=True), _connector='OR'), name='register_screening_with_lists'),
        ),
        migrations.AddIndex(
            model_name='hit',
            index=models.Index(fields=['state', 'id'], name='register_hi_state_f6a752_idx'),
        ),
        migrations.AddIndex(
            model_name='hit',
            index=models.Index(fields=['list', 'entity'], name='register_hi_list_4318d8_idx'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'second', 'confirmed', 'undecided', 'cleared', 'gone'])), name='register_hit_state_word'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(('band__in', ['match', 'check', 'clear'])), name='register_hit_band_word'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(('gone_because__in', ['entity_removed', 'entity_changed', 'party_changed', 'not_found_again']), ('gone_because__isnull', True), _connector='OR'), name='register_hit_gone_because_word'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('gone_at__isnull', True), ('gone_because__isnull', True)), models.Q(('gone_at__isnull', False), ('gone_because__isnull', False)), _connector='OR'), name='register_hit_gone_whole'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.UniqueConstraint(fields=('party', 'list', 'entity', 'number'), name='register_hit_number'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.UniqueConstraint(condition=models.Q(('gone_at__isnull', True)), fields=('party', 'list', 'entity'), name='register_hit_once_in_force'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('gone_at__isnull', False), ('state', 'gone')), models.Q(('gone_at__isnull', True), models.Q(('state', 'gone'), _negated=True)), _connector='OR'), name='register_hit_gone_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='hit',
            constraint=models.CheckConstraint(condition=models.Q(('band', 'clear'), _negated=True), name='register_hit_near'),
        ),
        migrations.AddIndex(
            model_name='screeningtask',
            index=models.Index(fields=['finished_at', 'not_before', 'id'], name='register_sc_finishe_2d873c_idx'),
        ),
        migrations.AddConstraint(
            model_name='screeningtask',
            constraint=models.CheckConstraint(condition=models.Q(('cause__in', ['new', 'changed', 'list_update', 'asked'])), name='register_screeningtask_cause_word'),
        ),
        migrations.AddConstraint(
            model_name='screeningtask',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lease_ends__isnull', True), ('taken_by__isnull', True)), models.Q(('lease_ends__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='register_screeningtask_taken_whole'),
        ),
        migrations.AddConstraint(
            model_name='screeningtask',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True), ('taken_by__isnull', True)), fields=('party',), name='register_task_waits_once'),
        ),
        migrations.AddConstraint(
            model_name='screeningtask',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True), ('taken_by__isnull', False)), fields=('party',), name='register_task_runs_once'),
        ),
        migrations.AddConstraint(
            model_name='screeningtask',
            constraint=models.CheckConstraint(condition=models.Q(('failure__isnull', True), ('finished_at__isnull', False), _connector='OR'), name='register_task_failed_is_finished'),
        ),
        migrations.AddConstraint(
            model_name='sourcenote',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['media', 'civil_society', 'research', 'government', 'register', 'party', 'other'])), name='register_sourcenote_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='sourcenote',
            constraint=models.CheckConstraint(condition=models.Q(('quality__in', ['confirmed', 'reliable', 'doubtful', 'unknown'])), name='register_sourcenote_quality_word'),
        ),
        migrations.AddConstraint(
            model_name='sourcenote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('says', ''), _negated=True), models.Q(('title', ''), _negated=True)), name='register_sourcenote_says'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
