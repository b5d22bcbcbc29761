from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0013_advice_answers'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['actor', 'sequence'], name='register_trail_by_actor'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['action', 'sequence'], name='register_trail_by_action'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['at'], name='register_trail_by_moment'),
        ),
    ]
