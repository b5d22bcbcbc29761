import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.INVESTMENT_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0024_effect_surveys'),
    ]

    operations = [
        migrations.CreateModel(
            name='InvestmentCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(blank=True, max_length=80, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('investor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.party')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='investment_cases', to='register.request')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('number__isnull', False), ('investor__isnull', False), _connector='OR'), name='register_investmentcase_known'),
                ],
            },
        ),
        migrations.CreateModel(
            name='InvestmentStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('grounds', models.JSONField(default=list)),
                ('said_on', models.DateField(db_index=True)),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('number', models.CharField(blank=True, max_length=80, null=True)),
                ('screening', models.CharField(blank=True, max_length=64, null=True)),
                ('advice', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='statement', to='register.advice')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.investmentcase')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('said_on')), ('valid_until__isnull', True), _connector='OR'), name='register_investmentstatement_order'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ReportedStatement',
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
                ('verdict', models.CharField(max_length=20)),
                ('grounds', models.JSONField(default=list)),
                ('text_nl', models.TextField()),
                ('text_en', models.TextField()),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.registersource')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('remark_en__isnull', True), ('remark_nl__isnull', True)), models.Q(('remark_en__isnull', False), ('remark_nl__isnull', False)), _connector='OR'), name='register_reportedstatement_remark_both'),
                    models.CheckConstraint(condition=models.Q(('verdict__in', ['no_objection', 'conditions', 'objection', 'cannot_judge'])), name='register_reportedstatement_verdict_word'),
                ],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
