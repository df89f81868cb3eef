"""The list of cameras: exactly what the map view holds, in an order the reader chooses."""

from mapper.pages.camera_list.page import camera_list

__all__ = ["camera_list"]
