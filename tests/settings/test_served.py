"""While requests are served PostgreSQL is asked through a pool, and with limits of time."""

from mapper.settings import limits
from mapper.settings.served import served

GIS = "django.contrib.gis.db.backends"


def test_postgresql_is_pooled_and_gives_up_in_time() -> None:
    given = {"ENGINE": f"{GIS}.postgis", "CONN_MAX_AGE": 600, "OPTIONS": {"prepare_threshold": 5}}
    database = served(given)
    assert database["CONN_MAX_AGE"] == 0
    assert database["OPTIONS"]["prepare_threshold"] == 5
    assert database["OPTIONS"]["pool"]["max_size"] == limits.POOLED_CONNECTIONS
    assert "statement_timeout=10000" in database["OPTIONS"]["options"]
    assert "lock_timeout=5000" in database["OPTIONS"]["options"]
    assert given["OPTIONS"] == {"prepare_threshold": 5}


def test_what_the_operator_told_postgresql_is_kept() -> None:
    database = served({"ENGINE": f"{GIS}.postgis", "OPTIONS": {"options": "-c search_path=here"}})
    assert database["OPTIONS"]["options"].startswith("-c search_path=here -c statement_timeout")


def test_spatialite_is_left_as_it_is() -> None:
    database = {"ENGINE": f"{GIS}.spatialite", "OPTIONS": {"timeout": 20}}
    assert served(database) is database
