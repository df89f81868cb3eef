"""The geometry libraries are looked for in order: environment, wheel, system."""

from mapper.settings.libraries import bundled_library, library_path


def test_the_environment_wins(monkeypatch):
    monkeypatch.setenv("GDAL_LIBRARY_PATH", "/opt/libgdal.so")
    assert library_path("GDAL_LIBRARY_PATH", "pyogrio", "libgdal-*.so*") == "/opt/libgdal.so"


def test_then_the_wheel(monkeypatch):
    monkeypatch.delenv("GDAL_LIBRARY_PATH", raising=False)
    found = library_path("GDAL_LIBRARY_PATH", "pyogrio", "libgdal-*.so*")
    assert found is not None
    assert "pyogrio.libs" in found


def test_else_django_searches_the_system():
    assert bundled_library("no_such_package", "*.so") is None
    assert bundled_library("pyogrio", "no-such-library-*.so") is None
