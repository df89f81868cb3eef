"""Goes on with sources' records where the events that a source listed a camera had come to."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Max, Min, Q


def begin(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    Followed = apps.get_model("coverage", "Followed")
    SourceRecord = apps.get_model("cameras", "SourceRecord")
    followed = Followed.objects.filter(stream="cameras").first()
    if followed is None:
        return
    unread = Q(events__pk__gt=followed.last_event)
    for first, last, _day in followed.passed_over:
        unread |= Q(events__pk__range=(first, last))
    cameras = apps.get_model("cameras", "Camera").objects.filter(unread).values("pk")
    oldest = SourceRecord.objects.filter(camera__in=cameras).aggregate(pk=Min("pk"))["pk"]
    newest = SourceRecord.objects.aggregate(pk=Max("pk"))["pk"] or 0
    reached = newest if oldest is None else oldest - 1
    Followed.objects.create(stream="records", last_event=reached)


def forget(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("coverage", "Followed").objects.filter(stream="records").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("coverage", "0003_running_sums"),
        ("cameras", "0008_homes_alone"),
    ]
    # It reads the events that the other takes away.
    run_before = [("cameras", "0009_listed_by_records")]

    operations = [
        migrations.RunPython(begin, forget),
    ]
