"""Indexes that find the newest activity that began here, or that a source brought: every page asks for it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0034_destruction"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("standing", "held")),
                fields=["source", "year", "id"],
                name="register_activity_brought",
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("source__isnull", True), ("standing", "held")),
                fields=["year", "id"],
                name="register_activity_own",
            ),
        ),
    ]
