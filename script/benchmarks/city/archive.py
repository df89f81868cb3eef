"""All tiles of the city in one file, against freestiler on the same cameras."""

import json
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.inner_time import measured_inside
from script.benchmarks.city.peers import python_of
from script.benchmarks.measure import Ratio

DEEPEST = 16
_WITHIN_S = 6.0
_COLUMNS = (
    "id", "kind", "state", "operator_type", "face_recognition", "plate_reading", "lifecycle",
    "facings",
)  # fmt: skip
# What GeoParquet 1.0 asks of a file of points.
_POINTS = {
    "version": "1.0.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}
_WKB = np.dtype([("order", "<u1"), ("kind", "<u4"), ("lon", "<f8"), ("lat", "<f8")])
_FREESTILE = """
import json, sys, time
from freestiler import freestile_file
start = time.perf_counter()
points, tiles, deepest = sys.argv[1:]
freestile_file(points, tiles, layer_name="cameras", max_zoom=int(deepest), quiet=True)
print(json.dumps(time.perf_counter() - start))
"""


def run(city: City, site: str) -> Iterator[Ratio]:  # noqa: ARG001
    """Both write zoom 0 to 16; it puts every camera into every tile, we counts where it is full."""
    told = measured_inside(city, "archive", [str(city.folder / "ours.pmtiles"), DEEPEST])
    ours = statistics.median(told["seconds"])
    yield Ratio("all tiles in one file", ours, f"{_WITHIN_S:g} s", _WITHIN_S, 0.0)
    # It takes more than a minute also for few cameras.
    python = None if city.is_small else python_of("freestiler")
    if python is None:
        return
    points, theirs = city.folder / "points.parquet", city.folder / "theirs.pmtiles"
    write_points(city, points)
    command = [f"{python}", "-c", _FREESTILE, f"{points}", f"{theirs}", f"{DEEPEST}"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = json.loads(ran.stdout.splitlines()[-1])
    said = (
        f"{ours:.2f} s, {told['tiles']:,} tiles, {told['bytes'] / 1e6:.0f} MB",
        f"{seconds:.1f} s, {theirs.stat().st_size / 1e6:.0f} MB",
    )
    name = "all tiles in one file, against freestiler"
    yield Ratio(name, ours, "freestiler", seconds, 0.0, said=said)


def write_points(city: City, file: Path) -> None:
    """The flat table as GeoParquet, which freestiler reads without Python."""
    with city.connected() as line:
        rows = line.execute(f"SELECT {', '.join(_COLUMNS)} FROM flat.camera ORDER BY id").fetchall()  # noqa: S608
    points = np.empty(len(rows), dtype=_WKB)
    points["order"], points["kind"] = 1, 1
    points["lon"], points["lat"] = city.lonlat.T
    ends = np.arange(len(rows) + 1, dtype=np.int32) * _WKB.itemsize
    places = pa.BinaryArray.from_buffers(
        pa.binary(), len(rows), [None, pa.py_buffer(ends), pa.py_buffer(points.tobytes())]
    )
    columns = dict(zip(_COLUMNS, map(pa.array, zip(*rows, strict=True)), strict=True))
    table = pa.table({**columns, "geometry": places})
    pq.write_table(table.replace_schema_metadata({"geo": json.dumps(_POINTS)}), file)
