// The base map as a Leaflet layer: our tiles, our paint, light or dark.

import { labelRules } from "./base-map-labels.js";
import { baseMapPalette } from "./base-map-palette.js";
import { paintRules } from "./base-map-paint.js";
import { BaseTileSource } from "./tile-source.js";

const DATA_MAX_ZOOM = 18;

/** Make the base layer; `template` is the address of its tiles with {z}, {x} and {y}. */
export function baseMapLayer(template, isDark, attribution) {
  const colours = baseMapPalette(isDark);
  return window.protomapsL.leafletLayer({
    url: new BaseTileSource(template),
    maxDataZoom: DATA_MAX_ZOOM,
    paintRules: paintRules(colours),
    labelRules: labelRules(colours),
    attribution,
    maxZoom: 20,
    lang: "en",
  });
}

/** An outside raster layer in its place, where the operator named one. */
export function rasterLayer(template, attribution) {
  return window.L.tileLayer(template, { attribution, maxZoom: 20, maxNativeZoom: DATA_MAX_ZOOM });
}
