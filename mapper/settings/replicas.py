"""How the site reaches its primary and the replicas of it."""

from collections.abc import Sequence
from typing import Any

import environ

from mapper.settings import limits


def with_replicas(primary: dict[str, Any], urls: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Settings of the primary, `default`, and of its replicas, `replica_1` and so on.

    The embedded database has no replicas: it stays as it is, and a system check says so.
    """
    if primary["ENGINE"].endswith("spatialite"):
        return {"default": primary}
    patience = {
        "connect_timeout": limits.DATABASE_CONNECT_S,
        # In milliseconds: a machine that is gone does not even refuse.
        "tcp_user_timeout": limits.DATABASE_CONNECT_S * 1_000,
    }
    options = patience | primary["OPTIONS"]
    # Also one that was made a primary of its own, or named here by mistake, is never written to.
    read_only = f"{options.get('options', '')} -c default_transaction_read_only=on".strip()
    named = {
        f"replica_{number}": {
            **primary,
            **environ.Env.db_url_config(url),
            "OPTIONS": options | {"options": read_only},
            "TEST": {"MIRROR": "default"},
        }
        for number, url in enumerate(urls, start=1)
    }
    return {"default": {**primary, "OPTIONS": options}, **named}
