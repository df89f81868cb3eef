"""Takes away the events that a source listed a camera: its record says so, of the same day."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("cameras", "0008_homes_alone"),
    ]

    operations = [
        migrations.RunSQL(
            "DELETE FROM cameras_event WHERE what = 'logged' AND by = 'importer'",
            """
            INSERT INTO cameras_event (camera_id, day, what, by, source_id, details)
            SELECT camera_id, first_vintage_on, 'logged', 'importer', source_id, '{}'
            FROM cameras_sourcerecord
            """,
        ),
    ]
