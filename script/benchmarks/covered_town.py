"""What `coverage` measures, in a process of its own: a real centre, or a town of chance."""

import json
import resource
import time
from argparse import ArgumentParser
from datetime import date

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from mapper.cameras.models import Camera, Event, EventKind  # noqa: E402
from mapper.coverage.all_cells import all_cells, cells_with_cameras  # noqa: E402
from mapper.coverage.services.compute_cells import blocks_of, compute_cells, keep_up  # noqa: E402
from mapper.coverage.services.follow_events import skip_events  # noqa: E402
from mapper.vocabulary import Role, State  # noqa: E402

TODAY = date(2026, 10, 1)
# Stands in a row, some 90 m from one to the next: each has a camera, a house and a street.
ACROSS = 500
CORNER = (24.0, 59.0)
STEP_DEG = (0.0016, 0.0008)

_STANDS = """
    WITH stand AS (
        SELECT n, %(west)s + (n %% %(across)s) * %(lon)s AS x,
                  %(south)s + (n / %(across)s) * %(lat)s AS y
        FROM generate_series(0, %(number)s - 1) AS n)
"""
_GROUND = """
    INSERT INTO places_ground (slug, title, attribution, vintage_on, extent, revision)
    VALUES ('bench', 'Bench', '', '2026-01-01',
            ST_MakeEnvelope(20, 55, 30, 70, 4326), 0) RETURNING id
"""
_PLACE = """
    INSERT INTO places_place (slug, name, level, boundary, external_id, ground_id)
    VALUES ('bench', 'Bench', 'city', ST_Multi(ST_MakeEnvelope(20, 55, 30, 70, 4326)), '', %s)
"""
_STREETS = """
    INSERT INTO places_street (name, street_class, line, tunnel, external_id, ground_id)
    SELECT '', 'residential', ST_SetSRID(ST_MakeLine(ST_MakePoint(x, y),
           ST_MakePoint(x + %(lon)s, y)), 4326), false, '', %(ground)s FROM stand ORDER BY n
"""
_BUILDINGS = """
    INSERT INTO places_building (outline, external_id, ground_id)
    SELECT ST_Multi(ST_MakeEnvelope(x + 0.0003, y + 0.00015, x + 0.0012, y + 0.0006, 4326)), '',
           %(ground)s FROM stand ORDER BY n
"""
_CAMERAS = """
    INSERT INTO cameras_camera (location, kind, facings, mount, scope, zone, operator_type,
        face_recognition, plate_reading, signage, manufacturer, ref, start_date, lifecycle, state,
        voices, last_seen_on, first_seen_on)
    SELECT ST_SetSRID(ST_MakePoint(x + 0.0007, y + 0.0001), 4326),
           CASE n %% 3 WHEN 0 THEN 'dome' ELSE 'fixed' END,
           CASE n %% 3 WHEN 1 THEN '[{"bearing": 180.0, "opening": null}]' ELSE '[]' END::jsonb,
           'unknown', 'unknown', '', 'public', 'unknown', 'unknown', 'unknown', '', '', '',
           'in_use', 'confirmed', 1, '2026-09-01', '2026-09-01'
    FROM stand ORDER BY n
"""


def fill(number: int) -> None:
    """Build the town, one stand for each camera."""
    told = {"west": CORNER[0], "south": CORNER[1], "lon": STEP_DEG[0], "lat": STEP_DEG[1]}
    with connection.cursor() as line:
        line.execute(_GROUND)
        (ground,) = line.fetchone()
        line.execute(_PLACE, [ground])
        told |= {"across": ACROSS, "number": number, "ground": ground}
        for statement in (_STREETS, _BUILDINGS, _CAMERAS):
            line.execute(_STANDS + statement, told)
        line.execute("VACUUM ANALYZE")


def seconds_to_compute() -> float:
    """Processor time from stored rows to stored figures, with the loops compiled before."""
    cameras = cells_with_cameras()
    blocks = list(blocks_of(all_cells() | set(cameras), cameras))
    compute_cells(cells=blocks[0], day=TODAY)
    begin = time.process_time()
    for block in blocks:
        compute_cells(cells=block, day=TODAY)
    return time.process_time() - begin


def seconds_to_change(off: int) -> float:
    """From the end of a camera, so far off the middle one, until the figures are right again."""
    last = Camera.objects.order_by("-pk").values_list("pk", flat=True)[0]
    camera = last - Camera.objects.count() // 2 + off
    Camera.objects.filter(pk=camera).update(state=State.GONE)
    Event.objects.create(camera_id=camera, day=TODAY, what=EventKind.STATE, by=Role.RESIDENT)
    begin = time.perf_counter()
    keep_up(today=TODAY)
    return time.perf_counter() - begin


def main() -> None:
    """Fill, compute, change; says in JSON how long each took and how much memory."""
    parser = ArgumentParser()
    parser.add_argument("what", choices=["import", "town"])
    parser.add_argument("of", help="a file, or how many cameras")
    asked = parser.parse_args()
    if asked.what == "import":
        layers = "streets,buildings,boundaries,labels"
        call_command("import_osm", asked.of, "--with", layers)
    else:
        fill(int(asked.of))
    told = {"compute": seconds_to_compute()}
    skip_events(today=TODAY)
    seconds_to_change(1)
    told |= {
        "change": seconds_to_change(50),
        "cameras": Camera.objects.count(),
        "memory_gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
