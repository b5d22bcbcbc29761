import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.DECIDING_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0010_work_list'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='conditions',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='decision',
            name='party',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='register.party'),
        ),
        migrations.AddField(
            model_name='decision',
            name='referred_to',
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name='decision',
            name='seconded_by',
            field=models.CharField(blank=True, max_length=150, null=True),
        ),
        migrations.CreateModel(
            name='PreparedDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=80, unique=True)),
                ('said', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prepared_decisions', to='register.assessment')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prepared_decisions', to='register.request')),
            ],
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('confirmed_by', models.CharField(max_length=200)),
                ('confirmed_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='hand_over', to='register.decision')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by', ''), _negated=True), name='register_handover_by')],
            },
        ),
        migrations.CreateModel(
            name='PreparedDecisionReturn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('prepared', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='return_of', to='register.prepareddecision')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_prepared_return_reason')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
