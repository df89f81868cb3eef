"""Our site and its peers, each answering on a loopback port of its own as long as a block lasts."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template
from urllib.parse import quote

from script.benchmarks.city.filled_city import City
from script.benchmarks.city.load import Server
from script.benchmarks.city.peers import python_of
from tests.running_site import (
    address_of,
    free_port,
    kill,
    prepared_site,
    started,
    wait_until_healthy,
)

_SERVED = Path(__file__).with_name("served")
# Everybody gets as many processes as we do.
WORKERS = 2
OUR_TILES = "/tiles/cameras/{z}/{x}/{y}.mvt"
_BOX = "limit=1000&bbox={west:.6f},{south:.6f},{east:.6f},{north:.6f}"
OUR_ITEMS = f"/api/collections/cameras/items?{_BOX}"


@contextmanager
def our_site(city: City, **further: str) -> Iterator[str]:
    """The address of our whole site over the city, as `script/server` starts it."""
    variables = prepared_site(
        city.folder,
        MAPPER_DATABASE_URL=city.url,
        MAPPER_WORKERS=f"{WORKERS}",
        MAPPER_FOLLOW="0",
        **further,
    )
    server = started(variables)
    try:
        # Whoever asks first waits until the cameras are sorted.
        wait_until_healthy(address_of(variables) + OUR_TILES.format(z=0, x=0, y=0))
        yield address_of(variables)
    finally:
        kill(server)


@contextmanager
def vectortiles(city: City) -> Iterator[list[Server]]:
    """Tiles of django-vectortiles behind gunicorn, or nothing where it is not to be had."""
    with _gunicorn("vectortiles", "vectortiles_site:application", _city_of(city)) as address:
        yield [Server("django-vectortiles", address, "/tiles/{z}/{x}/{y}")] if address else []


@contextmanager
def pygeoapi(city: City) -> Iterator[list[Server]]:
    """Items of pygeoapi behind gunicorn, or nothing where it is not to be had."""
    python = python_of("pygeoapi")
    if python is None:
        yield []
        return
    port = free_port()
    config, document = city.folder / "pygeoapi.yml", city.folder / "pygeoapi-openapi.yml"
    text = Template((_SERVED / "pygeoapi.yml").read_text())
    config.write_text(text.substitute(PORT=port, HOST=city.cluster.folder))
    variables = {"PYGEOAPI_CONFIG": f"{config}", "PYGEOAPI_OPENAPI": f"{document}"}
    described = [f"{python.with_name('pygeoapi')}", "openapi", "generate", f"{config}"]
    with document.open("w") as output:
        subprocess.run(
            described,
            check=True,
            env=os.environ | variables,
            stdout=output,
            stderr=subprocess.DEVNULL,
        )
    pattern = f"/collections/cameras/items?f=json&{_BOX}"
    with _gunicorn("pygeoapi", "pygeoapi.flask_app:APP", variables, port) as address:
        yield [Server("pygeoapi", address, pattern)]


@contextmanager
def tipg(city: City) -> Iterator[list[Server]]:
    """Tiles of tipg behind uvicorn, or nothing where it is not to be had."""
    python = python_of("tipg")
    if python is None:
        yield []
        return
    port = free_port()
    command = [python, "-m", "uvicorn", "tipg.main:app", "--port", port, "--workers", WORKERS]
    variables = {
        "DATABASE_URL": f"postgresql://postgres@{quote(str(city.cluster.folder), safe='')}/mapper",
        "TIPG_DB_SCHEMAS": '["flat"]',
        "TIPG_DB_SPATIAL_EXTENT": "false",
        "TIPG_DB_DATETIME_EXTENT": "false",
    }
    tiles = "/collections/flat.camera/tiles/WebMercatorQuad/{z}/{x}/{y}"
    with _running(command, variables, f"http://127.0.0.1:{port}") as address:
        yield [Server("tipg", address, tiles)]


@contextmanager
def _gunicorn(
    peer: str, application: str, variables: Mapping[str, str], port: int = 0
) -> Iterator[str]:
    python = python_of(peer)
    if python is None:
        yield ""
        return
    bind = f"127.0.0.1:{port or free_port()}"
    command = [python, "-m", "gunicorn", "--workers", WORKERS, "--bind", bind, "--timeout", 300]
    command += ["--chdir", _SERVED, application]
    with _running(command, variables, f"http://{bind}") as address:
        yield address


@contextmanager
def _running(
    command: Sequence[object], variables: Mapping[str, str], address: str
) -> Iterator[str]:
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            list(map(str, command)),
            env=os.environ | variables,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_until_healthy(address)
            yield address
        except TimeoutError:
            log.seek(0)
            print(log.read().decode()[-2_000:])
            raise
        finally:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(timeout=20)


def _city_of(city: City) -> dict[str, str]:
    return {"CITY_HOST": f"{city.cluster.folder}"}
