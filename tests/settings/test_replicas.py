"""The replicas' settings: the primary's, at another address, and never to be written to."""

from mapper.settings.replicas import with_replicas

PRIMARY = {
    "ENGINE": "django.contrib.gis.db.backends.postgis",
    "NAME": "mapper",
    "HOST": "primary.example",
    "CONN_MAX_AGE": 600,
    "OPTIONS": {"server_side_binding": True, "options": "-c statement_timeout=1000"},
}
URLS = ["postgis://reader:secret@one.example/mapper", "postgis://two.example:5433/mapper"]


def test_the_embedded_database_stays_as_it_is() -> None:
    embedded = {"ENGINE": "django.contrib.gis.db.backends.spatialite", "NAME": "mapper.sqlite3"}
    assert with_replicas(embedded, URLS) == {"default": embedded}


def test_each_replica_has_its_address_and_the_primarys_ways() -> None:
    databases = with_replicas(PRIMARY, URLS)
    assert list(databases) == ["default", "replica_1", "replica_2"]
    assert [one["HOST"] for one in databases.values()] == [
        "primary.example",
        "one.example",
        "two.example",
    ]
    assert databases["replica_2"]["PORT"] == 5433
    assert databases["replica_1"]["CONN_MAX_AGE"] == 600
    assert databases["replica_1"]["TEST"] == {"MIRROR": "default"}


def test_only_replicas_are_read_only_and_nobody_waits_long_for_any() -> None:
    databases = with_replicas(PRIMARY, URLS)
    read_only = "-c default_transaction_read_only=on"
    assert databases["default"]["OPTIONS"]["options"] == "-c statement_timeout=1000"
    assert databases["replica_1"]["OPTIONS"]["options"] == f"-c statement_timeout=1000 {read_only}"
    assert all(one["OPTIONS"]["connect_timeout"] > 0 for one in databases.values())
