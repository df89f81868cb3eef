from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Who writes many cameras says so for the transaction, and notes it in one row instead.
POSTGRESQL = """
CREATE FUNCTION cameras_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO cameras_change (camera, cell, txid)
        VALUES (NEW.id, NEW.home_cell, pg_current_xact_id()::text::bigint);
    END IF;
    IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND OLD.home_cell IS NOT NULL THEN
        INSERT INTO cameras_change (camera, cell, txid)
        VALUES (OLD.id, OLD.home_cell, pg_current_xact_id()::text::bigint);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cameras_note_change AFTER INSERT OR UPDATE OR DELETE ON cameras_camera
    FOR EACH ROW WHEN (current_setting('mapper.many', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION cameras_note_change();
"""

NO_POSTGRESQL = """
DROP TRIGGER cameras_note_change ON cameras_camera;
DROP FUNCTION cameras_note_change();
"""

NEW = "INSERT INTO cameras_change (camera, cell, txid) VALUES (NEW.id, NEW.home_cell, 0);"
OLD = "INSERT INTO cameras_change (camera, cell, txid) VALUES (OLD.id, OLD.home_cell, 0);"
OLD_HOME = (
    "INSERT INTO cameras_change (camera, cell, txid)"
    " SELECT OLD.id, OLD.home_cell, 0 WHERE OLD.home_cell IS NOT NULL;"
)
SPATIALITE = {
    "cameras_note_added": f"AFTER INSERT ON cameras_camera BEGIN {NEW} END",
    "cameras_note_changed": f"AFTER UPDATE ON cameras_camera BEGIN {NEW} {OLD_HOME} END",
    "cameras_note_deleted": f"AFTER DELETE ON cameras_camera BEGIN {OLD} END",
}


def add_triggers(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL, params=None)
        return
    for name, what in SPATIALITE.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {what}", params=None)


def drop_triggers(_: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(NO_POSTGRESQL, params=None)
        return
    for name in SPATIALITE:
        schema_editor.execute(f"DROP TRIGGER {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("cameras", "0003_lists_as_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("camera", models.BigIntegerField(null=True)),
                ("cell", models.BigIntegerField(null=True)),
                ("txid", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["txid"], name="change_by_transaction")],
            },
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
