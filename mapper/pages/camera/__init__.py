"""The page of one camera: what is believed of it, on what basis, a small map, and three taps."""

from mapper.pages.camera.page import camera
from mapper.pages.camera.say import camera_say

__all__ = ["camera", "camera_say"]
