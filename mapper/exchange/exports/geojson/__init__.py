"""Cameras as GeoJSON (RFC 7946)."""

from mapper.exchange.exports.geojson.features import feature_of, properties_of
from mapper.exchange.exports.geojson.rows import FeatureRow, feature_of_row, feature_rows

__all__ = ["FeatureRow", "feature_of", "feature_of_row", "feature_rows", "properties_of"]
