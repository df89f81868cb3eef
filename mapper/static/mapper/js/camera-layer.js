// Cameras on one canvas above the base map: counts when far, symbols with their views when near.

import { drawCount, drawHomes, joined } from "./camera-counts.js";
import { CameraSymbols } from "./camera-symbols.js";
import { CameraTiles, tileZoom } from "./camera-tiles.js";
import { drawView, reachInPixels, readFacings } from "./camera-views.js";

const { L } = window;

const TILE_SIZE = 512;
const TOUCH_RADIUS = 24; // CSS pixels: what a fingertip covers
const OVERLAP_RADIUS = 12; // symbols nearer to one another than this hide each other
const ARRIVAL_PAUSE = 80; // milliseconds: tiles that arrive together are drawn together

function symbolSize(zoom) {
  if (zoom >= 18) return 24;
  return zoom >= 16 ? 20 : 15;
}

// Of signs that lie over one another the upper is meant; beside all of them, the nearest.
const UPPERMOST = ["count", "camera", "home"];

function rank({ item, far }) {
  return far <= item.radius ? UPPERMOST.indexOf(item.type) : UPPERMOST.length;
}

/** A Leaflet renderer that draws camera tiles; fires `camerasdrawn` after each drawing. */
export const CameraLayer = L.Renderer.extend({
  options: { padding: 0.2 },

  initialize(template, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._layers = {}; // Leaflet's renderers carry vector layers; this one carries none
    this.tiles = new CameraTiles(template);
    this.drawn = [];
    this.chosen = null;
    this.signsBelow = Infinity;
  },

  select(query) {
    this.tiles.select(query);
    if (this._map) this.redraw();
  },

  refetch() {
    this.tiles.renew();
    this.redraw();
  },

  restyle() {
    this.symbols = new CameraSymbols(window.devicePixelRatio || 1);
    this.redraw();
  },

  choose(id) {
    this.chosen = id;
    this.redraw();
  },

  /** Show by a sign where each camera looks, but only below a zoom: there what it sees is drawn. */
  pointOutBelow(zoom) {
    this.signsBelow = zoom;
    this.redraw();
  },

  redraw() {
    this._pending ??= requestAnimationFrame(() => {
      this._pending = undefined;
      if (this._map) this._draw();
    });
  },

  _redrawSoon() {
    this._arrival ??= setTimeout(() => {
      this._arrival = undefined;
      this.redraw();
    }, ARRIVAL_PAUSE);
  },

  /** What stands at a point of the map's container: `{type, items}`, nearest first, or null. */
  at(containerPoint) {
    const point = this._map.containerPointToLayerPoint(containerPoint);
    const near = this.drawn
      .map((item) => ({ item, far: Math.hypot(item.x - point.x, item.y - point.y) }))
      .filter(({ item, far }) => far <= Math.max(TOUCH_RADIUS, item.radius))
      .sort((one, other) => rank(one) - rank(other) || one.far - other.far)
      .map(({ item }) => item);
    if (!near.length) return null;
    const [first] = near;
    const alike = near.filter((item) => item.type === first.type);
    const beside = (item) => Math.hypot(item.x - first.x, item.y - first.y) <= OVERLAP_RADIUS;
    return { type: first.type, items: alike.filter(beside).map((item) => item.record) };
  },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "camera-layer");
    this._container.setAttribute("aria-hidden", "true");
    this._context = this._container.getContext("2d");
    this.symbols = new CameraSymbols(window.devicePixelRatio || 1);
  },

  _destroyContainer() {
    cancelAnimationFrame(this._pending);
    clearTimeout(this._arrival);
    this._pending = undefined;
    this._arrival = undefined;
    this._container.remove();
  },

  _onZoomEnd() {},

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = Math.round(size.x * ratio);
    this._container.height = Math.round(size.y * ratio);
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this._draw();
  },

  _draw() {
    const ratio = window.devicePixelRatio || 1;
    const { min } = this._bounds;
    const context = this._context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this._container.width, this._container.height);
    context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    const { cameras, counts, homes } = this._visible();
    this.drawn = [];
    for (const home of homes) this._note("home", home, drawHomes(context, home, this.symbols));
    this._drawCameras(context, cameras);
    for (const count of joined(counts)) {
      this._note("count", count, drawCount(context, count, this.symbols));
    }
    this.fire("camerasdrawn");
  },

  _drawCameras(context, cameras) {
    const zoom = this._map.getZoom();
    const size = symbolSize(zoom);
    for (const camera of zoom < this.signsBelow ? cameras : []) {
      camera.facingList ??= readFacings(camera.facings);
      const reach = reachInPixels(zoom, camera.worldY);
      const colour = this.symbols.colourOf(camera.state);
      drawView(context, camera, camera.facingList, camera.x, camera.y, reach, colour);
    }
    for (const camera of cameras) {
      const isChosen = camera.id === this.chosen;
      if (isChosen) this.symbols.drawChosen(context, camera.x, camera.y, size);
      this.symbols.draw(context, camera, camera.x, camera.y, isChosen ? size * 1.25 : size);
      this._note("camera", camera, size / 2);
    }
  },

  _note(type, record, radius) {
    this.drawn.push({ type, record, radius, x: record.x, y: record.y });
  },

  /** What the tiles behind the canvas hold, each once, with its place on the canvas. */
  _visible() {
    const zoom = tileZoom(this._zoom);
    const scale = 256 * 2 ** this._zoom;
    const origin = this._map.getPixelOrigin();
    const side = scale / 2 ** zoom;
    const seen = new Set();
    const found = { cameras: [], counts: [], homes: [] };
    const from = this._bounds.min.add(origin).divideBy(side).floor();
    const to = this._bounds.max.add(origin).divideBy(side).floor();
    for (let y = Math.max(0, from.y); y <= Math.min(to.y, 2 ** zoom - 1); y += 1) {
      for (let x = from.x; x <= to.x; x += 1) this._take(found, seen, zoom, x, y, scale, origin);
    }
    return found;
  },

  _take(found, seen, zoom, column, row, scale, origin) {
    const world = Math.floor(column / 2 ** zoom);
    const tile = this.tiles.get(zoom, column - world * 2 ** zoom, row, () => this._redrawSoon());
    for (const type of Object.keys(found)) {
      for (const record of tile?.[type] ?? []) {
        const key = record.id ? `${world}/${record.id}` : record;
        if (seen.has(key)) continue; // a camera near a tile's edge stands in both tiles
        seen.add(key);
        record.x = (record.worldX + world) * scale - origin.x;
        record.y = record.worldY * scale - origin.y;
        found[type].push(record);
      }
    }
  },
});
