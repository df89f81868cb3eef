"""Cameras as GeoJSON (RFC 7946)."""

from mapper.exchange.exports.geojson.features import feature_of, properties_of

__all__ = ["feature_of", "properties_of"]
