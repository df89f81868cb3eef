from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cameras", "0004_change_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="Loosened",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.PositiveSmallIntegerField()),
                ("statement", models.TextField()),
            ],
        ),
    ]
