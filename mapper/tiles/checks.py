"""What `manage.py check` says of the tiles."""

from typing import Any

from django.core.checks import CheckMessage, register
from django.core.checks import Warning as Advice

from mapper.tiles.world import world_file


@register()
def world_is_there(**options: Any) -> list[CheckMessage]:  # noqa: ANN401, ARG001
    """Warn where the world's outlines are missing: the map works, but starts out empty."""
    if world_file().exists():
        return []
    hint = "Run script/bootstrap, which fetches world-atlas from npm."
    return [Advice("The world's land outlines are missing.", hint=hint, id="tiles.W001")]
