// Where something stands: lists know degrees, tiles the share of the world from its north-west.

/** `{lat, lon}` in degrees of what has them, or has `worldX` and `worldY` from 0 to 1. */
export function placeOf({ lat, lon, worldX, worldY }) {
  if (lat !== undefined) return { lat, lon };
  const north = Math.PI * (1 - 2 * worldY);
  return { lat: (Math.atan(Math.sinh(north)) * 180) / Math.PI, lon: worldX * 360 - 180 };
}
