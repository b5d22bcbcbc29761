"""All that the migrations after the whole register make, at once, for a first start.

What they replace is still walked by a database that has a part of it. The next release is the last one with those.
"""

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.core.management import call_command
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards
from openkader.register.tables_together import CreateTogether

ONCE = (guards.KADER_ONCE, guards.DESTRUCTION_ONCE, guards.KADER_ENDS_ONCE)


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    columns = [field.column for field in apps.get_model("register", "KaderReplay")._meta.concrete_fields]
    of_kaders = [one for tables in ONCE for one in guards.kader_statements(vendor, tables)]
    for statement in (*of_kaders, *guards.replay_statements(vendor, columns)):
        schema_editor.execute(statement)


def make_cache(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Where attempts are counted for all processes; where it stands already it stays."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):

    replaces = [
        ('register', '0032_kader_drafts'),
        ('register', '0034_destruction'),
        ('register', '0037_own_activity'),
        ('register', '0038_words_whole'),
        ('register', '0039_kader_replays'),
        ('register', '0040_kader_ends'),
        ('register', '0041_cache'),
        ('register', '0042_due_passwords'),
        ('register', '0043_invitations'),
        ('register', '0044_api_token'),
        ('register', '0045_token_last_used'),
        ('register', '0046_intake_content'),
        ('register', '0047_kept_drafts'),
        ('register', '0048_screening_count'),
        ('register', '0049_kader_key'),
        ('register', '0050_name_lists'),
        ('register', '0051_list_filters'),
        ('register', '0052_event_subscriptions'),
        ('register', '0053_spreadsheets'),
        ('register', '0054_publication'),
        ('register', '0055_publication_files'),
        ('register', '0056_calendar_feeds'),
        ('register', '0057_spreadsheets_waiting'),
        ('register', '0058_case_filings'),
        ('register', '0059_received_mail'),
        ('register', '0060_destruction_rounds'),
        ('register', '0061_calendar_invitations'),
        ('register', '0062_exchange'),
        ('register', '0063_made_once'),
    ]

    dependencies = [
        ('register', '0031_whole_register'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTogether(
            migrations.CreateModel(
                name='KaderDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80, unique=True)),
                    ('base', models.CharField(max_length=120)),
                    ('base_digest', models.CharField(max_length=64)),
                    ('name', models.CharField(max_length=200)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='register_kaderdraft_named')],
                },
            ),
            migrations.CreateModel(
                name='KaderAdoption',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kader', models.CharField(max_length=120, unique=True)),
                    ('digest', models.CharField(max_length=64)),
                    ('steps', models.JSONField()),
                    ('body', models.CharField(max_length=200)),
                    ('adopted_on', models.DateField()),
                    ('in_force_from', models.DateField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('file_name', models.CharField(max_length=120)),
                    ('media_type', models.CharField(max_length=80)),
                    ('size', models.PositiveIntegerField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='adoption', to='register.kaderdraft')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain'])), name='register_kaderadoption_media_type_word'), models.CheckConstraint(condition=models.Q(('body', ''), _negated=True), name='register_kaderadoption_body'), models.CheckConstraint(condition=models.Q(('in_force_from__gte', models.F('adopted_on'))), name='register_kaderadoption_order')],
                },
            ),
            migrations.CreateModel(
                name='KaderDraftStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.CharField(max_length=120)),
                    ('number', models.PositiveIntegerField()),
                    ('text', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='register.kaderdraft')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('draft', 'file', 'number'), name='register_kaderdraftstep_number'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='register_kaderdraftstep_text')],
                },
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
                name='DestructionAgreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reviewer', models.CharField(max_length=10)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='register.destructionlist')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reviewer__in', ['archivist', 'owner'])), name='register_destructionagreement_reviewer_word'), models.UniqueConstraint(fields=('list', 'reviewer'), name='register_destructionagreement_once'), models.UniqueConstraint(fields=('list', 'by'), name='register_destructionagreement_other')],
                },
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
                    ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='register.destructionlist')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['request', 'delegation_list', 'participants', 'self_scan', 'survey_answers', 'agreement', 'network', 'interview', 'evaluation', 'kader', 'audit_trail'])), name='register_destructionitem_kind_word'), models.UniqueConstraint(fields=('list', 'number'), name='register_destructionitem_number'), models.UniqueConstraint(fields=('list', 'dossier', 'kind'), name='register_destructionitem_once')],
                },
            ),
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
                    ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='destruction', to='register.destructionitem')),
                ],
            ),
            migrations.CreateModel(
                name='DestructionExemption',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='exemption', to='register.destructionitem')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_destructionexemption_reason')],
                },
            ),
            migrations.CreateModel(
                name='DestructionWithdrawal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('list', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.destructionlist')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_destructionwithdrawal_reason')],
                },
            ),
            migrations.CreateModel(
                name='DiscardedFile',
                fields=[
                    ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                    ('destruction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='register.destruction')),
                ],
            ),
            migrations.CreateModel(
                name='Tombstone',
                fields=[
                    ('reference', models.CharField(max_length=80, primary_key=True, serialize=False)),
                    ('destruction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tombstones', to='register.destruction')),
                ],
            ),
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
            migrations.CreateModel(
                name='KaderOrigin',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kader', models.CharField(max_length=120)),
                    ('digest', models.CharField(max_length=64)),
                    ('publisher', models.CharField(max_length=300)),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('sha256', models.CharField(max_length=64)),
                    ('file_name', models.CharField(max_length=120)),
                    ('size', models.PositiveIntegerField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='origin', to='register.kaderdraft')),
                ],
            ),
            migrations.CreateModel(
                name='KaderWithdrawal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.CharField(max_length=500)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='register.kaderdraft')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_kaderwithdrawal_reason')],
                },
            ),
            migrations.CreateModel(
                name='DuePassword',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('why', models.CharField(max_length=20)),
                    ('since', models.DateTimeField()),
                    ('account', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='due_password', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('why__in', ['drawn', 'invited', 'leaked'])), name='register_duepassword_why_word')],
                },
            ),
            migrations.CreateModel(
                name='ApiToken',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=60)),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('scopes', models.JSONField()),
                    ('ends_on', models.DateField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tokens', to=settings.AUTH_USER_MODEL)),
                    ('last_used_on', models.DateField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('account', 'name'), name='register_apitoken_once')],
                },
            ),
            migrations.CreateModel(
                name='KeptDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('kind', models.CharField(max_length=20)),
                    ('body', models.TextField()),
                    ('until', models.DateTimeField(db_index=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['request', 'handed_in'])), name='register_keptdraft_kind_word')],
                },
            ),
            migrations.CreateModel(
                name='KeptDraftFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', models.CharField(max_length=40)),
                    ('content', models.BinaryField()),
                    ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='register.keptdraft')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('draft', 'place'), name='register_keptdraftfile_once')],
                },
            ),
            migrations.CreateModel(
                name='ScreeningCount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('content', models.TextField()),
                ],
            ),
            migrations.CreateModel(
                name='KaderKey',
                fields=[
                    ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                    ('locked', models.TextField()),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='register_kaderkey_one')],
                },
            ),
            migrations.CreateModel(
                name='EventSubscription',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=60)),
                    ('address', models.CharField(max_length=500)),
                    ('kinds', models.JSONField()),
                    ('locked', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('not_before', models.DateTimeField()),
                    ('turn', models.PositiveBigIntegerField(default=0)),
                    ('taken_by', models.CharField(blank=True, max_length=150, null=True)),
                    ('lease_ends', models.DateTimeField(blank=True, null=True)),
                    ('failures', models.PositiveIntegerField(default=0)),
                    ('failing_since', models.DateTimeField(blank=True, null=True)),
                    ('answer', models.CharField(blank=True, max_length=20, null=True)),
                    ('answered_at', models.DateTimeField(blank=True, null=True)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='subscriptions', to=settings.AUTH_USER_MODEL)),
                    ('form', models.CharField(default='webhook', max_length=20)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lease_ends__isnull', True), ('taken_by__isnull', True)), models.Q(('lease_ends__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='register_eventsubscription_taken_whole'), models.CheckConstraint(condition=models.Q(models.Q(('answer__isnull', True), ('answered_at__isnull', True)), models.Q(('answer__isnull', False), ('answered_at__isnull', False)), _connector='OR'), name='register_eventsubscription_answer_whole'), models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('account', 'name'), name='register_eventsubscription_once'), models.CheckConstraint(condition=models.Q(models.Q(('failing_since__isnull', True), ('failures', 0)), models.Q(('failing_since__isnull', False), ('failures__gt', 0)), _connector='OR'), name='register_eventsubscription_failing'), models.CheckConstraint(condition=models.Q(('form__in', ['webhook', 'case_system'])), name='register_eventsubscription_form_word'), models.UniqueConstraint(condition=models.Q(('form', 'case_system'), ('withdrawn_at__isnull', True)), fields=('form',), name='register_eventsubscription_one_case_system')],
                },
            ),
            migrations.CreateModel(
                name='OutgoingEvent',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('event', models.CharField(max_length=36)),
                    ('kind', models.CharField(max_length=60)),
                    ('at', models.DateTimeField()),
                    ('request', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.request')),
                    ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='register.eventsubscription')),
                ],
                options={
                    'indexes': [models.Index(fields=['subscription', 'id'], name='register_ou_subscri_1c51ca_idx')],
                },
            ),
            migrations.CreateModel(
                name='SpreadsheetImport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80, unique=True)),
                    ('file_name', models.CharField(max_length=200)),
                    ('sheet', models.CharField(max_length=200)),
                    ('digest', models.CharField(max_length=64)),
                    ('mapping', models.JSONField()),
                    ('rows', models.PositiveIntegerField(blank=True, null=True)),
                    ('known', models.PositiveIntegerField(blank=True, null=True)),
                    ('left_out', models.PositiveIntegerField(blank=True, null=True)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('draft', models.CharField(blank=True, max_length=64, null=True)),
                    ('attempts', models.PositiveIntegerField(default=0)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ('failure', models.CharField(blank=True, max_length=60, null=True)),
                    ('undone_at', models.DateTimeField(blank=True, null=True)),
                    ('undone_by', models.CharField(blank=True, max_length=150, null=True)),
                    ('begun_at', models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='register_spreadsheetimport_undone_whole'), models.CheckConstraint(condition=models.Q(models.Q(('known__isnull', True), ('left_out__isnull', True), ('rows__isnull', True)), models.Q(('known__isnull', False), ('left_out__isnull', False), ('rows__isnull', False)), _connector='OR'), name='register_spreadsheetimport_counted_whole'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('failure__isnull', True), ('rows__isnull', True)), models.Q(('ended_at__isnull', False), ('failure__isnull', True), ('rows__isnull', False)), models.Q(('ended_at__isnull', False), ('failure__isnull', False), ('rows__isnull', True)), _connector='OR'), name='register_spreadsheetimport_ended'), models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('rows__isnull', False), _connector='OR'), name='register_spreadsheetimport_undone_was_done')],
                },
            ),
            migrations.CreateModel(
                name='SpreadsheetRow',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('row', models.PositiveIntegerField()),
                    ('fingerprint', models.CharField(db_index=True, max_length=64)),
                    ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='spreadsheet_row', to='register.request')),
                    ('spreadsheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='register.spreadsheetimport')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('spreadsheet', 'row'), name='register_spreadsheetrow_once')],
                },
            ),
            migrations.CreateModel(
                name='Publication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80, unique=True)),
                    ('kind', models.CharField(max_length=12)),
                    ('subject', models.CharField(max_length=80)),
                    ('dossier', models.CharField(db_index=True, max_length=80)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['agreement', 'activity', 'evaluation'])), name='register_publication_kind_word'), models.UniqueConstraint(fields=('kind', 'subject'), name='register_publication_once')],
                },
            ),
            migrations.CreateModel(
                name='PublicationRelease',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80)),
                    ('version', models.PositiveIntegerField()),
                    ('draft', models.PositiveIntegerField()),
                    ('kind', models.CharField(max_length=12)),
                    ('category', models.CharField(blank=True, max_length=3, null=True)),
                    ('title', models.CharField(max_length=200)),
                    ('summary', models.TextField()),
                    ('content', models.JSONField()),
                    ('words', models.TextField()),
                    ('fictional', models.BooleanField()),
                    ('seal', models.CharField(max_length=64)),
                    ('at', models.DateTimeField(db_index=True)),
                    ('by', models.CharField(max_length=150)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['agreement', 'activity', 'evaluation'])), name='register_publicationrelease_kind_word'), models.CheckConstraint(condition=models.Q(('category__in', ['011', '012', '015']), ('category__isnull', True), _connector='OR'), name='register_publicationrelease_category_word'), models.UniqueConstraint(fields=('reference', 'version'), name='register_publicationrelease_version')],
                },
            ),
            migrations.CreateModel(
                name='PublicationDraft',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('summary', models.TextField()),
                    ('category', models.CharField(blank=True, max_length=3, null=True)),
                    ('choices', models.JSONField()),
                    ('is_cleared', models.BooleanField(blank=True, null=True)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='register.publication')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('category__in', ['011', '012', '015']), ('category__isnull', True), _connector='OR'), name='register_publicationdraft_category_word'), models.UniqueConstraint(fields=('publication', 'number'), name='register_publicationdraft_number'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='register_publicationdraft_title')],
                },
            ),
            migrations.CreateModel(
                name='PublicationRevocation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='revocation', to='register.publicationrelease')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_publicationrevocation_reason')],
                },
            ),
            migrations.CreateModel(
                name='PublicationFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField()),
                    ('name', models.CharField(max_length=120)),
                    ('media_type', models.CharField(max_length=80)),
                    ('size', models.PositiveIntegerField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('digest', models.CharField(max_length=64)),
                    ('words', models.TextField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='register.publication')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain'])), name='register_publicationfile_media_type_word'), models.UniqueConstraint(fields=('publication', 'number'), name='register_publicationfile_number'), models.UniqueConstraint(fields=('publication', 'digest'), name='register_publicationfile_once')],
                },
            ),
            migrations.CreateModel(
                name='CalendarFeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('team', models.CharField(blank=True, max_length=60)),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('language', models.CharField(max_length=2)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('last_used_on', models.DateField(blank=True, null=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('account', 'team'), name='register_calendarfeed_once')],
                },
            ),
            migrations.CreateModel(
                name='CaseFiling',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('made', models.JSONField(default=dict)),
                    ('told', models.CharField(blank=True, max_length=64, null=True)),
                    ('told_at', models.DateTimeField(blank=True, null=True)),
                    ('refusal', models.CharField(blank=True, max_length=60, null=True)),
                    ('detail', models.JSONField(default=dict)),
                    ('at', models.DateTimeField()),
                    ('request', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='filing', to='register.request')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('told__isnull', True), ('told_at__isnull', True)), models.Q(('told__isnull', False), ('told_at__isnull', False)), _connector='OR'), name='register_casefiling_told_whole')],
                },
            ),
            migrations.CreateModel(
                name='ReceivedMail',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80, unique=True)),
                    ('key', models.CharField(max_length=64, unique=True)),
                    ('address', models.CharField(blank=True, max_length=254)),
                    ('name', models.CharField(blank=True, max_length=200)),
                    ('subject', models.CharField(blank=True, max_length=200)),
                    ('text', models.TextField(blank=True)),
                    ('is_cut', models.BooleanField(default=False)),
                    ('is_automatic', models.BooleanField(default=False)),
                    ('is_expected', models.BooleanField(blank=True, null=True)),
                    ('written_at', models.DateTimeField(blank=True, null=True)),
                    ('received_at', models.DateTimeField()),
                    ('size', models.PositiveIntegerField()),
                    ('digest', models.CharField(blank=True, db_index=True, max_length=64, null=True)),
                    ('attachments', models.JSONField(default=list)),
                    ('refusal', models.CharField(blank=True, max_length=60, null=True)),
                    ('refused_for', models.JSONField(default=dict)),
                    ('outcome', models.CharField(blank=True, max_length=15, null=True)),
                    ('handled_at', models.DateTimeField(blank=True, null=True)),
                    ('handled_by', models.CharField(blank=True, max_length=150, null=True)),
                    ('reason', models.TextField(blank=True, null=True)),
                    ('advice', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='register.advicerequest')),
                    ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='register.outgoingmail')),
                    ('request', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='received_mails', to='register.request')),
                ],
                options={
                    'indexes': [models.Index(fields=['handled_at', 'received_at'], name='register_re_handled_c8f71c_idx')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['advice', 'documents', 'request', 'set_aside']), ('outcome__isnull', True), _connector='OR'), name='register_receivedmail_outcome_word'), models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', True), ('handled_by__isnull', True), ('outcome__isnull', True)), models.Q(('handled_at__isnull', False), ('handled_by__isnull', False), ('outcome__isnull', False)), _connector='OR'), name='register_receivedmail_handled_whole'), models.CheckConstraint(condition=models.Q(('advice__isnull', True), ('request__isnull', False), _connector='OR'), name='register_receivedmail_placed'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'set_aside'), _negated=True), ('reason__isnull', False), _connector='OR'), name='register_receivedmail_reasoned')],
                },
            ),
            migrations.CreateModel(
                name='DestructionRound',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('attempts', models.PositiveIntegerField(default=0)),
                    ('taken_by', models.CharField(blank=True, max_length=150, null=True)),
                    ('lease_ends', models.DateTimeField(blank=True, null=True)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ('failure', models.CharField(blank=True, max_length=60, null=True)),
                    ('list', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='register.destructionlist')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lease_ends__isnull', True), ('taken_by__isnull', True)), models.Q(('lease_ends__isnull', False), ('taken_by__isnull', False)), _connector='OR'), name='register_destructionround_taken_whole'), models.CheckConstraint(condition=models.Q(('failure__isnull', True), ('ended_at__isnull', False), _connector='OR'), name='register_destructionround_failed_ended'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('list',), name='register_destructionround_one_open')],
                },
            ),
            migrations.CreateModel(
                name='CalendarInvitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('part', models.PositiveIntegerField()),
                    ('uid', models.CharField(max_length=80)),
                    ('sequence', models.PositiveIntegerField()),
                    ('told', models.CharField(blank=True, max_length=64)),
                    ('day', models.DateField()),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to=settings.AUTH_USER_MODEL)),
                    ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='register.activity')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('activity', 'part', 'account'), name='register_calendarinvitation_once')],
                },
            ),
            migrations.CreateModel(
                name='ForeignFigures',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reference', models.CharField(max_length=80, unique=True)),
                    ('organisation', models.CharField(max_length=60)),
                    ('name_nl', models.CharField(max_length=300)),
                    ('name_en', models.CharField(max_length=300)),
                    ('made_on', models.DateField()),
                    ('years', models.JSONField()),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('sha256', models.CharField(max_length=64, unique=True)),
                    ('file_name', models.CharField(max_length=120)),
                    ('at', models.DateTimeField()),
                    ('by', models.CharField(max_length=150)),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('organisation', ''), _negated=True), name='register_foreignfigures_named')],
                },
            ),
            migrations.CreateModel(
                name='MadeOnce',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=64, unique=True)),
                    ('content', models.CharField(max_length=64)),
                    ('reference', models.CharField(max_length=80)),
                    ('at', models.DateTimeField()),
                ],
            ),
            migrations.CreateModel(
                name='NameList',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=63, unique=True)),
                    ('is_adopted', models.BooleanField(default=False)),
                    ('definition', models.TextField()),
                    ('last', models.TextField(blank=True)),
                    ('is_begun', models.BooleanField(default=False)),
                ],
            ),
            migrations.CreateModel(
                name='ListSnapshot',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=40)),
                    ('manifest', models.TextField()),
                    ('list', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='snapshots', to='register.namelist')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('list', 'name'), name='register_listsnapshot_once')],
                },
            ),
            migrations.CreateModel(
                name='ListPiece',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.CharField(max_length=120)),
                    ('number', models.PositiveIntegerField()),
                    ('size', models.PositiveIntegerField()),
                    ('digest', models.CharField(db_index=True, max_length=64)),
                    ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='register.listsnapshot')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('snapshot', 'file', 'number'), name='register_listpiece_once')],
                },
            ),
        ),
        migrations.AddField(
            model_name='namelist',
            name='current',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.listsnapshot'),
        ),
        migrations.RemoveConstraint(
            model_name='heldrole',
            name='register_heldrole_role_word',
        ),
        migrations.AddConstraint(
            model_name='heldrole',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['adviser', 'reviewer', 'decider', 'information_security', 'evaluator', 'auditor', 'administrator', 'archivist'])), name='register_heldrole_role_word'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(condition=models.Q(('standing', 'held')), fields=['source', 'year', 'id'], name='register_activity_brought'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(condition=models.Q(('source__isnull', True), ('standing', 'held')), fields=['year', 'id'], name='register_activity_own'),
        ),
        migrations.AddIndex(
            model_name='partyword',
            index=models.Index(fields=['word', 'party', 'is_written'], name='register_partyword_whose'),
        ),
        migrations.RemoveIndex(
            model_name='partyword',
            name='register_partyword_who',
        ),
        migrations.AddField(
            model_name='intake',
            name='content',
            field=models.CharField(blank=True, max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='caseline',
            name='year',
            field=models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='caseline',
            name='country',
            field=models.CharField(blank=True, max_length=2, null=True),
        ),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['year', 'received_on', 'request'], name='register_caseline_year'),
        ),
        migrations.AddIndex(
            model_name='caseline',
            index=models.Index(fields=['country', 'received_on', 'request'], name='register_caseline_country'),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='advice',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='outgoing_mails', to='register.advicerequest'),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='arrival',
            field=models.CharField(blank=True, max_length=10, null=True),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='arrival_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='said',
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='status',
            field=models.CharField(blank=True, max_length=15, null=True),
        ),
        migrations.AddConstraint(
            model_name='outgoingmail',
            constraint=models.CheckConstraint(condition=models.Q(('arrival__in', ['delayed', 'bounced']), ('arrival__isnull', True), _connector='OR'), name='register_outgoingmail_arrival_word'),
        ),
        migrations.AddConstraint(
            model_name='outgoingmail',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('arrival__isnull', True), ('arrival_at__isnull', True), ('said__isnull', True), ('status__isnull', True)), models.Q(('arrival__isnull', False), ('arrival_at__isnull', False), ('said__isnull', False), ('status__isnull', False)), _connector='OR'), name='register_outgoingmail_arrival_whole'),
        ),
        migrations.AddField(
            model_name='outgoingmail',
            name='invitation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='register.calendarinvitation'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
        migrations.RunPython(make_cache, migrations.RunPython.noop),
    ]
