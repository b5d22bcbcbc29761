import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.NETWORK_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0025_investments'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContactPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(max_length=200)),
                ('function', models.CharField(blank=True, max_length=200)),
                ('email', models.CharField(blank=True, max_length=254)),
                ('phone', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='Initiative',
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
                ('title_nl', models.CharField(max_length=300)),
                ('title_en', models.CharField(max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='InitiativeStep',
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
                ('kind', models.CharField(max_length=20)),
                ('what_nl', models.TextField()),
                ('what_en', models.TextField()),
                ('seeker_nl', models.CharField(blank=True, max_length=300, null=True)),
                ('seeker_en', models.CharField(blank=True, max_length=300, null=True)),
                ('partner_nl', models.CharField(blank=True, max_length=300, null=True)),
                ('partner_en', models.CharField(blank=True, max_length=300, null=True)),
                ('shown_by', models.CharField(blank=True, max_length=300, null=True)),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='NetworkContribution',
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
                ('reference', models.CharField(max_length=80, unique=True)),
                ('kind', models.CharField(max_length=20)),
                ('record', models.CharField(max_length=120)),
                ('what_nl', models.TextField()),
                ('what_en', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='NetworkMember',
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
                ('reference', models.CharField(max_length=80, unique=True)),
                ('why_nl', models.TextField()),
                ('why_en', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='NetworkProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField()),
                ('expertise', models.JSONField(default=list)),
                ('countries', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='NetworkStanding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('is_active', models.BooleanField()),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.CreateModel(
            name='TalkMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.AddField(
            model_name='talk',
            name='about',
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='talk',
            name='by_whom',
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name='talk',
            name='manner',
            field=models.CharField(blank=True, max_length=20, null=True),
        ),
        migrations.AddField(
            model_name='talk',
            name='names_withheld',
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='talk',
            name='part_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='named', to='register.talk'),
        ),
        migrations.AddField(
            model_name='talk',
            name='whom',
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddConstraint(
            model_name='talk',
            constraint=models.CheckConstraint(condition=models.Q(('manner__in', ['meeting', 'video', 'call', 'mail']), ('manner__isnull', True), _connector='OR'), name='register_talk_manner_word'),
        ),
        migrations.AddConstraint(
            model_name='talk',
            constraint=models.CheckConstraint(condition=models.Q(('part_of__isnull', True), models.Q(('number', 1), ('number__isnull', False)), _connector='OR'), name='register_talk_part_is_one'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='activity',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='register.activity'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='register.request'),
        ),
        migrations.AddField(
            model_name='initiative',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource'),
        ),
        migrations.AddField(
            model_name='initiativestep',
            name='initiative',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='register.initiative'),
        ),
        migrations.AddField(
            model_name='initiativestep',
            name='partner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.party'),
        ),
        migrations.AddField(
            model_name='initiativestep',
            name='seeker',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.party'),
        ),
        migrations.AddField(
            model_name='initiativestep',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource'),
        ),
        migrations.AddField(
            model_name='networkcontribution',
            name='activity',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='register.activity'),
        ),
        migrations.AddField(
            model_name='networkcontribution',
            name='request',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='register.request'),
        ),
        migrations.AddField(
            model_name='networkcontribution',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource'),
        ),
        migrations.AddField(
            model_name='networkmember',
            name='party',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='membership', to='register.party'),
        ),
        migrations.AddField(
            model_name='networkmember',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource'),
        ),
        migrations.AddField(
            model_name='networkcontribution',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='register.networkmember'),
        ),
        migrations.AddField(
            model_name='contactpoint',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contact_points', to='register.networkmember'),
        ),
        migrations.AddField(
            model_name='networkprofile',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to='register.networkmember'),
        ),
        migrations.AddField(
            model_name='networkstanding',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='standings', to='register.networkmember'),
        ),
        migrations.AddField(
            model_name='talkmember',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='talks', to='register.networkmember'),
        ),
        migrations.AddField(
            model_name='talkmember',
            name='talk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='register.talk'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_initiative_remark_both'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('activity__isnull', True), ('request__isnull', False)), models.Q(('activity__isnull', False), ('request__isnull', True)), _connector='OR'), name='register_initiative_of_one'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_initiativestep_period_whole'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_initiativestep_period_order'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_initiativestep_precision_word'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_initiativestep_remark_both'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['sought', 'matched', 'not_found', 'effect', 'ended'])), name='register_initiativestep_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('seeker_en__isnull', True), ('seeker_nl__isnull', True)), models.Q(('seeker_en__isnull', False), ('seeker_nl__isnull', False)), _connector='OR'), name='register_initiativestep_seeker_both'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('partner_en__isnull', True), ('partner_nl__isnull', True)), models.Q(('partner_en__isnull', False), ('partner_nl__isnull', False)), _connector='OR'), name='register_initiativestep_partner_both'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.UniqueConstraint(fields=('initiative', 'number'), name='register_initiativestep_number'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(('what_nl', ''), _negated=True), name='register_initiativestep_what'),
        ),
        migrations.AddConstraint(
            model_name='initiativestep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'matched'), _negated=True), ('partner__isnull', False), ('partner_nl__isnull', False), _connector='OR'), name='register_initiativestep_partner'),
        ),
        migrations.AddConstraint(
            model_name='networkmember',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_networkmember_period_whole'),
        ),
        migrations.AddConstraint(
            model_name='networkmember',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_networkmember_period_order'),
        ),
        migrations.AddConstraint(
            model_name='networkmember',
            constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_networkmember_precision_word'),
        ),
        migrations.AddConstraint(
            model_name='networkmember',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_networkmember_remark_both'),
        ),
        migrations.AddConstraint(
            model_name='networkmember',
            constraint=models.CheckConstraint(condition=models.Q(('why_nl', ''), _negated=True), name='register_networkmember_why'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_networkcontribution_period_whole'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_networkcontribution_period_order'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_networkcontribution_precision_word'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_networkcontribution_remark_both'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['dossier', 'activity', 'advice', 'briefing', 'message', 'kader', 'evaluation'])), name='register_networkcontribution_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(('what_nl', ''), _negated=True), name='register_networkcontribution_what'),
        ),
        migrations.AddConstraint(
            model_name='networkcontribution',
            constraint=models.CheckConstraint(condition=models.Q(('request__isnull', True), ('activity__isnull', True), _connector='OR'), name='register_networkcontribution_of_one'),
        ),
        migrations.AddConstraint(
            model_name='contactpoint',
            constraint=models.UniqueConstraint(fields=('member', 'number'), name='register_contactpoint_number'),
        ),
        migrations.AddConstraint(
            model_name='contactpoint',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='register_contactpoint_name'),
        ),
        migrations.AddConstraint(
            model_name='networkprofile',
            constraint=models.UniqueConstraint(fields=('member', 'version'), name='register_networkprofile_version'),
        ),
        migrations.AddConstraint(
            model_name='networkstanding',
            constraint=models.UniqueConstraint(fields=('member', 'number'), name='register_networkstanding_number'),
        ),
        migrations.AddConstraint(
            model_name='networkstanding',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_networkstanding_reason'),
        ),
        migrations.AddConstraint(
            model_name='talkmember',
            constraint=models.UniqueConstraint(fields=('talk', 'member'), name='register_talkmember_once'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
