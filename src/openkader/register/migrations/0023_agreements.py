import hashlib

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards

_BATCH = 2000


def note_what_is_known(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Every agreement that is there gets the deed that notes it; whose it is and whom it binds stays unknown."""
    agreements, deeds = apps.get_model("register", "Agreement"), apps.get_model("register", "AgreementDeed")
    agreements.objects.filter(runs_until__isnull=False).update(
        ends_by=models.F("runs_until"), term_kind="until"
    )
    rows = agreements.objects.order_by("id").iterator(chunk_size=_BATCH)
    alike = (
        *("form", "status", "title_nl", "title_en", "source_id", "passage", "remark_nl", "remark_en"),
        *("recorded_at", "recorded_by", "term_kind"),
    )
    deeds.objects.bulk_create(
        (
            deeds(
                **{name: getattr(row, name) for name in alike},
                agreement_id=row.pk,
                number=1,
                kind="noted",
                digest=hashlib.sha256(row.reference.encode()).hexdigest(),
                term_until=row.runs_until,
            )
            for row in rows
        ),
        batch_size=_BATCH,
    )


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.AGREEMENTS_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0022_protection'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreementClause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=60)),
                ('is_in', models.BooleanField()),
                ('words', models.TextField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AgreementDeed',
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
                ('kind', models.CharField(max_length=10)),
                ('digest', models.CharField(max_length=64)),
                ('form', models.CharField(max_length=30)),
                ('status', models.CharField(max_length=20)),
                ('title_nl', models.CharField(blank=True, max_length=300, null=True)),
                ('title_en', models.CharField(blank=True, max_length=300, null=True)),
                ('about_nl', models.TextField(blank=True, null=True)),
                ('about_en', models.TextField(blank=True, null=True)),
                ('whose', models.CharField(blank=True, max_length=20, null=True)),
                ('country', models.CharField(blank=True, max_length=2, null=True)),
                ('term_from', models.DateField(blank=True, null=True)),
                ('term_kind', models.CharField(blank=True, max_length=10, null=True)),
                ('term_until', models.DateField(blank=True, null=True)),
                ('term_years', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('evaluation', models.TextField(blank=True, null=True)),
                ('reason', models.TextField(blank=True, null=True)),
                ('url', models.CharField(blank=True, max_length=500, null=True)),
                ('sha256', models.CharField(blank=True, max_length=64, null=True)),
                ('name', models.CharField(blank=True, max_length=120, null=True)),
                ('media_type', models.CharField(blank=True, max_length=80, null=True)),
                ('size', models.PositiveIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveIntegerField()),
                ('side', models.CharField(blank=True, max_length=10, null=True)),
                ('role', models.CharField(max_length=20)),
                ('description_nl', models.CharField(blank=True, max_length=300, null=True)),
                ('description_en', models.CharField(blank=True, max_length=300, null=True)),
            ],
            options={
                'verbose_name_plural': 'agreement parties',
            },
        ),
        migrations.CreateModel(
            name='AgreementReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ends_by', models.DateField()),
                ('account', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='agreement',
            name='register_agreement_status_word',
        ),
        migrations.AddField(
            model_name='agreement',
            name='country',
            field=models.CharField(blank=True, max_length=2, null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='ends_by',
            field=models.DateField(blank=True, db_index=True, null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='owner',
            field=models.CharField(blank=True, max_length=150, null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='term_kind',
            field=models.CharField(blank=True, max_length=10, null=True),
        ),
        migrations.AddField(
            model_name='agreement',
            name='whose',
            field=models.CharField(blank=True, max_length=20, null=True),
        ),
        migrations.AlterField(
            model_name='agreement',
            name='activity',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='register.activity'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['intended', 'signed', 'renewed', 'expired', 'not_renewed', 'terminated', 'abandoned'])), name='register_agreement_status_word'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('whose__in', ['own', 'accompanied', 'other_authority']), ('whose__isnull', True), _connector='OR'), name='register_agreement_whose_word'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('term_kind__in', ['until', 'open']), ('term_kind__isnull', True), _connector='OR'), name='register_agreement_term_kind_word'),
        ),
        migrations.AddField(
            model_name='agreementdeed',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deeds', to='register.agreement'),
        ),
        migrations.AddField(
            model_name='agreementdeed',
            name='source',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource'),
        ),
        migrations.AddField(
            model_name='agreementclause',
            name='deed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clauses', to='register.agreementdeed'),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='deed',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='register.agreementdeed'),
        ),
        migrations.AddField(
            model_name='agreementparty',
            name='party',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreement_parties', to='register.party'),
        ),
        migrations.AddField(
            model_name='agreementreminder',
            name='agreement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='register.agreement'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', True), ('precision__isnull', True), ('starts_on__isnull', True)), models.Q(('ends_on__isnull', False), ('precision__isnull', False), ('starts_on__isnull', False)), _connector='OR'), name='register_agreementdeed_period_whole'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on')), ('starts_on__isnull', True), _connector='OR'), name='register_agreementdeed_period_order'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('precision__in', ['day', 'month', 'year']), ('precision__isnull', True), _connector='OR'), name='register_agreementdeed_precision_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_agreementdeed_remark_both'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['noted', 'signed', 'renewed', 'ended', 'corrected'])), name='register_agreementdeed_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['intended', 'signed', 'renewed', 'expired', 'not_renewed', 'terminated', 'abandoned'])), name='register_agreementdeed_status_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('whose__in', ['own', 'accompanied', 'other_authority']), ('whose__isnull', True), _connector='OR'), name='register_agreementdeed_whose_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('term_kind__in', ['until', 'open']), ('term_kind__isnull', True), _connector='OR'), name='register_agreementdeed_term_kind_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('media_type__in', ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet', 'image/png', 'image/jpeg', 'text/csv', 'text/plain']), ('media_type__isnull', True), _connector='OR'), name='register_agreementdeed_media_type_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_en__isnull', True), ('title_nl__isnull', True)), models.Q(('title_en__isnull', False), ('title_nl__isnull', False)), _connector='OR'), name='register_agreementdeed_title_both'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('about_en__isnull', True), ('about_nl__isnull', True)), models.Q(('about_en__isnull', False), ('about_nl__isnull', False)), _connector='OR'), name='register_agreementdeed_about_both'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('media_type__isnull', True), ('name__isnull', True), ('sha256__isnull', True), ('size__isnull', True)), models.Q(('media_type__isnull', False), ('name__isnull', False), ('sha256__isnull', False), ('size__isnull', False)), _connector='OR'), name='register_agreementdeed_file_whole'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.UniqueConstraint(fields=('agreement', 'number'), name='register_agreementdeed_number'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('term_kind', 'until'), ('term_kind__isnull', False), ('term_until__isnull', False)), models.Q(('term_kind', 'open'), ('term_kind__isnull', False), ('term_until__isnull', True)), models.Q(('term_kind__isnull', True), ('term_until__isnull', True)), _connector='OR'), name='register_agreementdeed_term_whole'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(('term_from__isnull', True), ('term_until__isnull', True), ('term_until__gte', models.F('term_from')), _connector='OR'), name='register_agreementdeed_term_order'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['renewed', 'ended']), _negated=True), ('evaluation__isnull', False), ('source__isnull', False), models.Q(('whose', 'other_authority'), ('whose__isnull', False)), _connector='OR'), name='register_agreementdeed_evaluated'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'corrected'), _negated=True), ('reason__isnull', False), _connector='OR'), name='register_agreementdeed_reason'),
        ),
        migrations.AddConstraint(
            model_name='agreementdeed',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'ended'), _negated=True), ('status__in', ('expired', 'not_renewed', 'terminated', 'abandoned')), _connector='OR'), name='register_agreementdeed_ended_is_over'),
        ),
        migrations.AddConstraint(
            model_name='agreementclause',
            constraint=models.UniqueConstraint(fields=('deed', 'topic'), name='register_agreementclause_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementclause',
            constraint=models.CheckConstraint(condition=models.Q(('is_in', True), ('words__isnull', True), _connector='OR'), name='register_agreementclause_words'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['own', 'other']), ('side__isnull', True), _connector='OR'), name='register_agreementparty_side_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['signatory', 'carries_out', 'witness'])), name='register_agreementparty_role_word'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('description_en__isnull', True), ('description_nl__isnull', True)), models.Q(('description_en__isnull', False), ('description_nl__isnull', False)), _connector='OR'), name='register_agreementparty_description_both'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('description_nl__isnull', True), ('party__isnull', False)), models.Q(('description_nl__isnull', False), ('party__isnull', True)), _connector='OR'), name='register_agreementparty_named_or_described'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.UniqueConstraint(fields=('deed', 'place'), name='register_agreementparty_place'),
        ),
        migrations.AddConstraint(
            model_name='agreementparty',
            constraint=models.UniqueConstraint(fields=('deed', 'party'), name='register_agreementparty_once'),
        ),
        migrations.AddConstraint(
            model_name='agreementreminder',
            constraint=models.UniqueConstraint(fields=('agreement', 'ends_by', 'account'), name='register_agreementreminder_once'),
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
        migrations.RunPython(note_what_is_known, migrations.RunPython.noop),
    ]
