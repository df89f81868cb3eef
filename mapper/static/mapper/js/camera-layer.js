// Cameras on one canvas above the base map: counts when far, symbols with their views when near.

import { drawCount, drawHomes, joined } from "./camera-counts.js";
import { CameraSymbols } from "./camera-symbols.js";
import { CameraTiles, tileZoom } from "./camera-tiles.js";
import { ViewPen, reachInPixels, readFacings } from "./camera-views.js";
import { nextTask } from "./next-task.js";

const { L } = window;

const TILE_SIZE = 512;
const TOUCH_RADIUS = 24; // CSS pixels: what a fingertip covers
const OVERLAP_RADIUS = 12; // symbols nearer to one another than this hide each other
const ARRIVAL_PAUSE = 80; // milliseconds: tiles that arrive together are drawn together
const AT_ONCE = 500; // signs drawn before the browser may show a frame: some ten milliseconds
const SYMBOL_ROOM = 32; // CSS pixels from its place that a symbol reaches, chosen ones with their ring

function symbolSize(zoom) {
  if (zoom >= 18) return 24;
  return zoom >= 16 ? 20 : 15;
}

// Of signs that lie over one another the upper is meant; beside all of them, the nearest.
const UPPERMOST = ["count", "camera", "home"];

function rank({ item, far }) {
  return far <= item.radius ? UPPERMOST.indexOf(item.type) : UPPERMOST.length;
}

/** A canvas that has its size already keeps its memory. */
function resize(canvas, { x, y }) {
  if (canvas.width !== x) canvas.width = x;
  if (canvas.height !== y) canvas.height = y;
}

/** Whether something is to be seen within `min` and `max`, though it may stand `room` outside. */
function reaches({ min, max }, room) {
  const [left, top, right, bottom] = [min.x - room, min.y - room, max.x + room, max.y + room];
  return ({ x, y }) => x > left && x < right && y > top && y < bottom;
}

function signOf(type, record, radius) {
  return { type, record, radius, x: record.x, y: record.y };
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
    if (!this._origin?.equals(this._map.getPixelOrigin())) return null; // zoomed, not yet drawn anew
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
    this._sheet = document.createElement("canvas").getContext("2d");
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

  // Leaflet's places belong to what the canvas shows: only a finished drawing changes them.
  _update() {
    if (!this._bounds) L.Renderer.prototype._update.call(this);
    this._draw();
  },

  /** Draw what is here now; what is being drawn already is finished first, or it might never be. */
  async _draw() {
    this._isOutdated = true;
    if (this._isDrawing) return;
    this._isDrawing = true;
    await null; // Leaflet says twice in a row that the view is another
    try {
      while (this._isOutdated && this._map && !this._map._animatingZoom) {
        this._isOutdated = false;
        const view = this._wantedView();
        const drawn = await this._paint(view);
        if (this._isStill(view)) this._show(view, drawn);
      }
    } finally {
      this._isDrawing = false;
    }
  },

  _wantedView() {
    const view = { _map: this._map, options: this.options };
    L.Renderer.prototype._update.call(view);
    const { _bounds, _center, _zoom } = view;
    return { _bounds, _center, _zoom, _origin: this._map.getPixelOrigin() };
  },

  /** Whether the map has not been zoomed since; then its end draws anew. */
  _isStill({ _origin }) {
    return this._map && !this._map._animatingZoom && _origin.equals(this._map.getPixelOrigin());
  },

  /** Draw on a sheet beside the map, in pieces: where thousands stand, dragging goes on meanwhile. */
  async _paint(view) {
    const ratio = window.devicePixelRatio || 1;
    const { min } = view._bounds;
    const size = view._bounds.getSize().multiplyBy(ratio).round();
    const context = this._sheet;
    resize(context.canvas, size);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    context.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    const drawn = [];
    let count = 0;
    for (const sign of this._signs(context, view)) {
      if (sign) drawn.push(sign);
      count += 1;
      if (count % AT_ONCE) continue;
      await nextTask();
      if (!this._isStill(view)) break;
    }
    return drawn;
  },

  _show(view, drawn) {
    Object.assign(this, view, { drawn });
    const { canvas } = this._sheet;
    const size = this._bounds.getSize();
    resize(this._container, L.point(canvas.width, canvas.height));
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._context.globalCompositeOperation = "copy";
    this._context.drawImage(canvas, 0, 0);
    this.fire("camerasdrawn");
  },

  /** Draw sign by sign, and give each that can be pointed at. */
  *_signs(context, view) {
    const { cameras, counts, homes } = this._visible(view);
    for (const home of homes) yield signOf("home", home, drawHomes(context, home, this.symbols));
    yield* this._cameraSigns(context, view, cameras);
    for (const count of joined(counts)) {
      yield signOf("count", count, drawCount(context, count, this.symbols));
    }
  },

  *_cameraSigns(context, { _bounds, _zoom, _origin }, cameras) {
    const size = symbolSize(_zoom);
    const middle = _bounds.getCenter().add(_origin).divideBy(256 * 2 ** _zoom);
    const reach = reachInPixels(_zoom, middle.y);
    const near = cameras.filter(reaches(_bounds, Math.max(reach, SYMBOL_ROOM)));
    const pen = new ViewPen(context, reach);
    for (const camera of _zoom < this.signsBelow ? near : []) {
      camera.facingList ??= readFacings(camera.facings);
      pen.draw(camera, camera.facingList, this.symbols.colourOf(camera.state));
      yield null;
    }
    for (const camera of near) {
      const isChosen = camera.id === this.chosen;
      if (isChosen) this.symbols.drawChosen(context, camera.x, camera.y, size);
      this.symbols.draw(context, camera, camera.x, camera.y, isChosen ? size * 1.25 : size);
      yield signOf("camera", camera, size / 2);
    }
  },

  /** What the tiles behind the canvas hold, each once, with its place on the canvas. */
  _visible({ _bounds, _zoom, _origin }) {
    const zoom = tileZoom(_zoom);
    const scale = 256 * 2 ** _zoom;
    const side = scale / 2 ** zoom;
    const seen = new Set();
    const found = { cameras: [], counts: [], homes: [] };
    const from = _bounds.min.add(_origin).divideBy(side).floor();
    const to = _bounds.max.add(_origin).divideBy(side).floor();
    for (let y = Math.max(0, from.y); y <= Math.min(to.y, 2 ** zoom - 1); y += 1) {
      for (let x = from.x; x <= to.x; x += 1) this._take(found, seen, zoom, x, y, scale, _origin);
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
