"""OpenStreetMap as a source: extracts in every usual format, read into cameras and ground."""
