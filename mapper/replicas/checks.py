"""What `manage.py check` says of the replicas: only PostgreSQL has any."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

HINT = "Unset MAPPER_REPLICA_URLS, or see docs/how-to/add-replicas.md."


@register(Tags.database)
def replicas_are_possible(**options: Any) -> list[CheckMessage]:  # noqa: ANN401, ARG001
    """Refuse replicas of the embedded database, which has none, and such that are none."""
    if not settings.REPLICA_URLS:
        return []
    if settings.DATABASES["default"]["ENGINE"].endswith("spatialite"):
        said = "MAPPER_REPLICA_URLS is set, but SpatiaLite has no replicas: only PostgreSQL does."
        return [Error(said, hint=HINT, id="replicas.E001")]
    # Neither the address nor its password is repeated.
    return [
        Error(
            f"Number {number} in MAPPER_REPLICA_URLS is no postgis:// address.",
            hint=HINT,
            id="replicas.E002",
        )
        for number, url in enumerate(settings.REPLICA_URLS, start=1)
        if not url.startswith("postgis://")
    ]
