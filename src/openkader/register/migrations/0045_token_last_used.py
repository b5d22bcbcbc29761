from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("register", "0044_api_token"),
    ]

    operations = [
        migrations.AddField(
            model_name="apitoken",
            name="last_used_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
