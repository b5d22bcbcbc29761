from typing import Any

from django.core.management import call_command
from django.db import migrations


def make_table(apps: Any, schema_editor: Any) -> None:
    """Where attempts are counted for all processes; where it stands already it stays."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("register", "0040_kader_ends")]
    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
