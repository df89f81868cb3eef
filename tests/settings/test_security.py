"""The policy opens for an outside raster layer the operator named, and for nothing else."""

import pytest

from mapper.settings.security import content_security_policy, origin_of, permissions_policy


def test_without_a_raster_layer_nothing_comes_from_elsewhere():
    directives = content_security_policy("")["DIRECTIVES"]
    sources = {source for values in directives.values() for source in values}
    assert not [source for source in sources if str(source).startswith("http")]


def test_a_named_raster_layer_opens_images_alone():
    directives = content_security_policy("https://{s}.tiles.example/{z}/{x}/{y}.png")["DIRECTIVES"]
    opened = {
        name for name, values in directives.items() if "https://*.tiles.example" in map(str, values)
    }
    assert opened == {"img-src"}


@pytest.mark.parametrize("template", ["ftp://tiles.example/{z}", "tiles.example/{z}", "https:///x"])
def test_what_names_no_web_host_is_refused(template):
    with pytest.raises(ValueError, match="not an http"):
        origin_of(template)


def test_of_a_device_only_position_and_compass_may_be_asked_and_by_our_pages_alone():
    allowed = {power: sites for power, sites in permissions_policy().items() if sites}
    assert set(allowed) == {"accelerometer", "geolocation", "gyroscope", "magnetometer"}
    assert {site for sites in allowed.values() for site in sites} == {"self"}
