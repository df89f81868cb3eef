// Our vector tiles drawn one by one on canvases of their own, in a pane of their own.

import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { tokenColours } from "./theme.js";
import { fetchQuietly, tileAddress } from "./tile-source.js";

const { L } = window;

const TILE_SIZE = 512; // CSS pixels: a tile stands one zoom below the map's
const DEEPEST_ZOOM = 19; // of the map: tiles end at 18

/**
 * A Leaflet layer of tiles from `template`, an address with {z}, {x} and {y}. A kind of it names the
 * pane it lies in, the first zoom of the map it is drawn at and the tokens whose colours it takes,
 * and has a method `paint(context, layers, zoom)`, in CSS pixels.
 */
export const CanvasTiles = L.GridLayer.extend({
  options: { tileSize: TILE_SIZE, maxNativeZoom: DEEPEST_ZOOM, tokens: [] },

  initialize(template) {
    L.GridLayer.prototype.initialize.call(this);
    this.template = template;
  },

  onAdd(map) {
    const { pane, tokens } = this.options;
    if (!map.getPane(pane)) map.createPane(pane);
    this.colours = tokenColours(tokens);
    return L.GridLayer.prototype.onAdd.call(this, map);
  },

  restyle() {
    this.colours = tokenColours(this.options.tokens);
    if (this._map) this.redraw();
  },

  createTile({ x, y, z }, done) {
    const canvas = document.createElement("canvas");
    this._fill(canvas, x, y, z).then(
      () => done(null, canvas),
      (error) => done(error, canvas),
    );
    return canvas;
  },

  async _fill(canvas, x, y, z) {
    const answer = await fetchQuietly(tileAddress(this.template, z - 1, x, y));
    const { layers } = new VectorTile(new Pbf(await answer.arrayBuffer()));
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = TILE_SIZE * ratio;
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    this.paint(context, layers, z, canvas);
  },
});

/** The features of a layer that may be missing. */
export function featuresOf(layer) {
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer.feature(index));
}

/** Lay a feature's lines or rings out as the path of `context`, in CSS pixels. */
export function trace(context, feature) {
  const scale = TILE_SIZE / feature.extent;
  context.beginPath();
  for (const line of feature.loadGeometry()) {
    line.forEach(({ x, y }, index) =>
      index ? context.lineTo(x * scale, y * scale) : context.moveTo(x * scale, y * scale),
    );
    if (feature.type === 3) context.closePath();
  }
}
