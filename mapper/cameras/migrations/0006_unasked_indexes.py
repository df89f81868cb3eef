import django.contrib.gis.db.models.fields
import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Nobody asks where records lie, nor for all events of a source; the records of a source are found
# by what keeps them apart. To each list of cameras these cost a fifth of all that its indexes do.
PLAIN = {
    "cameras_sourcerecord_source_id_6cbaed70": "cameras_sourcerecord (source_id)",
    "cameras_event_source_id_c94f8b99": "cameras_event (source_id)",
}
POSTGIS = {
    "cameras_sourcerecord_location_958dbef4_id": "cameras_sourcerecord USING gist (location)"
}
PLACE = "'cameras_sourcerecord', 'location'"


def drop_indexes(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    # As they stand, never by making the tables anew: SpatiaLite would lose what hangs on them.
    of_postgis = schema_editor.connection.vendor == "postgresql"
    for name in (PLAIN | POSTGIS) if of_postgis else PLAIN:
        schema_editor.execute(f'DROP INDEX IF EXISTS "{name}"')
        # It may be off for the time of an import that somebody ended: it is not to come back.
        schema_editor.execute(
            "DELETE FROM cameras_loosened WHERE statement LIKE %s", [f"%INDEX {name} ON%"]
        )
    if not of_postgis:
        schema_editor.execute(f"SELECT DisableSpatialIndex({PLACE})")
        schema_editor.execute("DROP TABLE idx_cameras_sourcerecord_location")


def make_indexes(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    of_postgis = schema_editor.connection.vendor == "postgresql"
    for name, place in ((PLAIN | POSTGIS) if of_postgis else PLAIN).items():
        schema_editor.execute(f'CREATE INDEX "{name}" ON {place}')
    if not of_postgis:
        schema_editor.execute(f"SELECT CreateSpatialIndex({PLACE})")


class Migration(migrations.Migration):
    dependencies = [
        ("cameras", "0005_loosened"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(drop_indexes, make_indexes)],
            state_operations=[
                migrations.AlterField(
                    model_name="event",
                    name="source",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to="cameras.source",
                    ),
                ),
                migrations.AlterField(
                    model_name="sourcerecord",
                    name="location",
                    field=django.contrib.gis.db.models.fields.PointField(
                        spatial_index=False, srid=4326
                    ),
                ),
                migrations.AlterField(
                    model_name="sourcerecord",
                    name="source",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="records",
                        to="cameras.source",
                    ),
                ),
            ],
        ),
    ]
