"""The moderators' desk: what waits, what was sent lately, what is locked, and the log."""

from mapper.pages.moderation.area import area
from mapper.pages.moderation.camera import camera
from mapper.pages.moderation.cells import cells
from mapper.pages.moderation.contributor import contributor
from mapper.pages.moderation.log import log
from mapper.pages.moderation.queue import queue
from mapper.pages.moderation.restore import restore
from mapper.pages.moderation.text import text

__all__ = ["area", "camera", "cells", "contributor", "log", "queue", "restore", "text"]
