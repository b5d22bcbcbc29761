import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.kader_statements(schema_editor.connection.vendor, guards.KADER_ENDS_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0039_kader_replays'),
    ]

    operations = [
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
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
