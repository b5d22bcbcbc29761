"""The index of words says how each came in as well, so that the rows of a common word need not be fetched."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0037_own_activity"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="partyword",
            index=models.Index(fields=["word", "party", "is_written"], name="register_partyword_whose"),
        ),
        migrations.RemoveIndex(model_name="partyword", name="register_partyword_who"),
    ]
