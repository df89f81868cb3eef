// The base map as a Leaflet layer: our tiles, our paint, light or dark.

import { labelRules } from "./base-map-labels.js";
import { baseMapPalette } from "./base-map-palette.js";
import { paintRules } from "./base-map-paint.js";
import { nextTask } from "./next-task.js";
import { BaseTileSource } from "./tile-source.js";

const DATA_MAX_ZOOM = 18;
const LABELS_SETTLE = 200; // milliseconds without a new tile before names are drawn across edges

// Fading a tile in keeps every frame busy for a fifth of a second, and a town arrives tile by tile.
window.L.Map.mergeOptions({ fadeAnimation: false });

/** Make the base layer; `template` is the address of its tiles with {z}, {x} and {y}. */
export function baseMapLayer(template, isDark, attribution = "") {
  const colours = baseMapPalette(isDark);
  const layer = window.protomapsL.leafletLayer({
    url: new BaseTileSource(template),
    maxDataZoom: DATA_MAX_ZOOM,
    paintRules: paintRules(colours),
    labelRules: labelRules(colours),
    attribution,
    maxZoom: 20,
    lang: "en",
  });
  return drawEdgesOnce(layer);
}

// A name that reaches over a tile's edge has the neighbour drawn again, once for every new tile.
// While many arrive that would be most of the work; so it waits until they have settled, and then
// goes tile by tile.
function drawEdgesOnce(layer) {
  const drawAgain = layer.rerenderTile;
  const waiting = new Set();
  let timer;
  layer.rerenderTile = (key) => {
    waiting.add(key);
    clearTimeout(timer);
    timer = setTimeout(async () => {
      for (const each of [...waiting]) {
        waiting.delete(each);
        await nextTask();
        drawAgain.call(layer, each);
      }
    }, LABELS_SETTLE);
  };
  return layer;
}

/** An outside raster layer in its place, where the operator named one. */
export function rasterLayer(template, attribution = "") {
  return window.L.tileLayer(template, { attribution, maxZoom: 20, maxNativeZoom: DATA_MAX_ZOOM });
}
