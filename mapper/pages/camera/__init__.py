"""The page of one camera: what is believed of it, on what basis, and a small map."""

from mapper.pages.camera.page import camera

__all__ = ["camera"]
