"""`/healthz`: whether the database answers, the storage can be written, and replicas are read."""

import os
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mapper.replicas.standbys import replica_aliases, standbys


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """200 when database and storage answer, 503 when one does not; a replica may be missing."""
    answers: dict[str, object] = {"database": database_answers(), "storage": storage_answers()}
    fine = all(answers.values())
    if settings.REPLICA_URLS:
        answers["replicas"] = replicas_read()
    status = HTTPStatus.OK if fine else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse(answers, status=status)


def database_answers() -> bool:
    """Whether the database answers a question."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except DatabaseError:
        return False


def replicas_read() -> dict[str, bool]:
    """Of each replica, by its alias, whether it answers and is near enough to be read from."""
    fresh = standbys().fresh()
    return {alias: alias in fresh for alias in replica_aliases()}


def storage_answers() -> bool:
    """Whether the folder for everything we keep can be written."""
    return os.access(settings.VAR_DIR, os.W_OK)
