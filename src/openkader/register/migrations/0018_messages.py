import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.SAID_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0017_mission'),
    ]

    operations = [
        migrations.CreateModel(
            name='MessageNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('number', models.PositiveIntegerField()),
                ('kader', models.CharField(max_length=120)),
                ('line', models.CharField(max_length=60)),
                ('topic', models.CharField(max_length=60)),
                ('text_nl', models.TextField()),
                ('text_en', models.TextField()),
                ('raised', models.BooleanField()),
                ('reason', models.TextField(blank=True, null=True)),
                ('said_by', models.CharField(blank=True, max_length=200, null=True)),
                ('setting', models.CharField(blank=True, max_length=10, null=True)),
                ('reaction', models.TextField(blank=True, null=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='message_notes', to='register.activity')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='message_notes', to='register.party')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_messagenote_remark_both'),
                    models.CheckConstraint(condition=models.Q(('setting__in', ['formal', 'informal']), ('setting__isnull', True), _connector='OR'), name='register_messagenote_setting_word'),
                    models.UniqueConstraint(fields=('activity', 'number'), name='register_messagenote_once'),
                    models.CheckConstraint(condition=models.Q(('raised', True), models.Q(('reaction__isnull', True), ('reason__isnull', False), ('setting__isnull', True)), _connector='OR'), name='register_messagenote_raised'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PublicItem',
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
                ('kind', models.CharField(max_length=10)),
                ('title', models.CharField(max_length=300)),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
                ('published_on', models.DateField()),
                ('text', models.TextField(blank=True, null=True)),
                ('sha256', models.CharField(blank=True, max_length=64, null=True)),
                ('topics', models.JSONField(default=list)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='public_items', to='register.activity')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_publicitem_remark_both'),
                    models.CheckConstraint(condition=models.Q(('kind__in', ['post', 'blog', 'report', 'media'])), name='register_publicitem_kind_word'),
                    models.CheckConstraint(condition=models.Q(models.Q(('sha256__isnull', True), ('text__isnull', True)), models.Q(('sha256__isnull', False), ('text__isnull', False)), _connector='OR'), name='register_publicitem_archived'),
                    models.CheckConstraint(condition=models.Q(('url__isnull', False), ('text__isnull', False), _connector='OR'), name='register_publicitem_findable'),
                ],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('passage', models.TextField(blank=True, null=True)),
                ('remark_nl', models.TextField(blank=True, null=True)),
                ('remark_en', models.TextField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('recorded_by', models.CharField(max_length=150)),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('what', models.TextField()),
                ('who', models.CharField(max_length=200)),
                ('due_on', models.DateField()),
                ('outcome', models.TextField(blank=True, null=True)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.CharField(blank=True, max_length=150, null=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='register.activity')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
                ('note', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_up', to='register.messagenote')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='register.publicitem')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_followup_remark_both'),
                    models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('done_by__isnull', True), ('outcome__isnull', True)), models.Q(('done_at__isnull', False), ('done_by__isnull', False), ('outcome__isnull', False)), _connector='OR'), name='register_followup_done_whole'),
                    models.CheckConstraint(condition=models.Q(models.Q(('item__isnull', True), ('note__isnull', False)), models.Q(('item__isnull', False), ('note__isnull', True)), _connector='OR'), name='register_followup_of_one'),
                ],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
