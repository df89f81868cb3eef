"""Has the index of private homes hold these alone: asked for all others, SQLite would read it."""

from django.db import migrations, models

# The name that Django gave it, on either database.
_OF_ALL = "cameras_camera_home_cell_e14f056c"


class Migration(migrations.Migration):
    dependencies = [
        ("cameras", "0007_hidden_cameras"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Asked to alter the field, Django would make SQLite's table anew, without the triggers
            # that note what changes and keep the tree of places.
            database_operations=[
                migrations.RunSQL(
                    f"DROP INDEX IF EXISTS {_OF_ALL}",
                    f"CREATE INDEX {_OF_ALL} ON cameras_camera (home_cell)",
                ),
                # An import that somebody ended may have taken it off: it is not to come back.
                migrations.RunSQL(
                    [
                        (
                            "DELETE FROM cameras_loosened WHERE statement LIKE %s",
                            [f"%INDEX {_OF_ALL} ON%"],
                        )
                    ],
                    migrations.RunSQL.noop,
                ),
            ],
            state_operations=[
                migrations.AlterField(
                    model_name="camera",
                    name="home_cell",
                    field=models.BigIntegerField(blank=True, null=True),
                )
            ],
        ),
        migrations.AddIndex(
            model_name="camera",
            index=models.Index(
                condition=models.Q(("home_cell__isnull", False)),
                fields=["home_cell"],
                name="camera_home",
            ),
        ),
    ]
