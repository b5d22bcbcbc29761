import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from openkader.register import guards


def put_the_guards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in guards.once_statements(schema_editor.connection.vendor, guards.NETWORK_CORRECTED_ONCE):
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0027_reports'),
    ]

    operations = [
        migrations.CreateModel(
            name='NetworkCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.CharField(max_length=150)),
                ('contribution', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='register.networkcontribution')),
                ('talk', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='register.talk')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('contribution__isnull', True), ('talk__isnull', False)), models.Q(('contribution__isnull', False), ('talk__isnull', True)), _connector='OR'), name='register_networkcorrection_of_one'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='register_networkcorrection_reason')],
            },
        ),
        migrations.RunPython(put_the_guards, migrations.RunPython.noop),
    ]
