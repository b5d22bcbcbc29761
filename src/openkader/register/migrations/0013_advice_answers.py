import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0012_advice_documents'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='advice',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='filled', to='register.advicerequest'),
        ),
    ]
