// <walk-map>: the map on which a walk is drawn, point by point, or shown as a file has it.

import { announce, listen } from "./announce.js";
import { baseMapLayer, rasterLayer } from "./base-map.js";
import { CameraLayer } from "./camera-layer.js";
import { nextTask } from "./next-task.js";
import { isDark, onThemeChange } from "./theme.js";
import { boxOf } from "./view-address.js";
import { FIRST_ZOOM as FIRST_VIEWS, ViewLayer } from "./view-layer.js";

const { L } = window;

const WHOLE_WORLD = "-170,-55,170,70";
const TOWN_ZOOM = 16; // a town begins where its streets bear their names
const NEAR_ZOOM = 18;
const AROUND = [32, 32]; // CSS pixels kept free around a walk

class WalkMap extends HTMLElement {
  connectedCallback() {
    this.lines = [];
    window.addEventListener("map:init", (event) => this.#begin(event.detail.map), { once: true });
  }

  async #begin(map) {
    this.map = map;
    map.zoomControl?.remove(); // our own buttons are larger
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom.");
    this.#showStart();
    this.walk = L.layerGroup().addTo(map);
    this.#joinPage();
    map.on("click", ({ latlng }) => this.#add(latlng));
    map.on("moveend", () => this.#told());
    this.#told();
    await nextTask();
    const cameras = new CameraLayer(this.dataset.cameraTiles).addTo(map);
    cameras.pointOutBelow(FIRST_VIEWS);
    new ViewLayer(this.dataset.viewTiles).addTo(map);
    await nextTask();
    this.#drawGround();
    onThemeChange(() => this.#restyle());
  }

  #joinPage() {
    const press = (name, action) =>
      this.querySelector(`[data-${name}]`).addEventListener("click", action);
    press("zoom-in", () => this.map.zoomIn());
    press("zoom-out", () => this.map.zoomOut());
    press("add", () => this.#add(this.map.getCenter()));
    press("undo", () => this.#undo());
    press("clear", () => this.#show([]));
    listen("view:wanted", (wanted) => this.#goTo(wanted));
    listen("walk:read", ({ lines }) => this.#showRead(lines));
    listen("walk:summed", ({ parts }) => this.#mark(parts));
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this);
  }

  #showStart() {
    const { start } = this.dataset;
    this.#goTo({ box: start || WHOLE_WORLD });
    if (start && this.map.getZoom() < TOWN_ZOOM) this.map.setZoom(TOWN_ZOOM, { animate: false });
  }

  #goTo({ box, lat, lon, zoom }) {
    if (!box) return this.map.setView([lat, lon], zoom ?? NEAR_ZOOM, { animate: false });
    const [west, south, east, north] = box.split(",").map(Number);
    const options = { maxZoom: NEAR_ZOOM, animate: false };
    return this.map.fitBounds([[south, west], [north, west > east ? east + 360 : east]], options);
  }

  #told() {
    const { lat, lng: lon } = this.map.getCenter().wrap();
    announce("view:changed", { box: boxOf(this.map.getBounds()), zoom: this.map.getZoom(), lat, lon });
  }

  /** What is drawn by hand is one line; after a file it begins anew. */
  #add({ lat, lng: lon }) {
    const drawn = this.isRead ? [] : (this.lines[0] ?? []);
    this.#show([[...drawn, { lat, lon }]]);
  }

  #undo() {
    if (this.isRead) return this.#show([]);
    const left = (this.lines[0] ?? []).slice(0, -1);
    return this.#show(left.length ? [left] : []);
  }

  #showRead(lines) {
    this.#show(lines, true);
    this.map.fitBounds(L.latLngBounds(lines.flat()), { padding: AROUND, maxZoom: NEAR_ZOOM });
  }

  #show(lines, isRead = false) {
    Object.assign(this, { lines, isRead });
    this.#mark([]);
    for (const name of ["undo", "clear"]) this.querySelector(`[data-${name}]`).disabled = !lines.length;
    announce("walk:changed", { lines });
  }

  /** Draw the walk; `parts` of it, as lines, are in view. */
  #mark(parts) {
    this.walk.clearLayers();
    const draw = (line, className) =>
      L.polyline(line, { className, interactive: false, smoothFactor: 0 }).addTo(this.walk);
    for (const line of this.lines) draw(line, "walk__line");
    for (const part of parts) draw(part, "walk__line walk__line--seen");
    if (!this.isRead) for (const point of this.lines[0] ?? []) this.#dot(point);
  }

  #dot(point) {
    L.circleMarker(point, { radius: 5, className: "walk__point", interactive: false }).addTo(this.walk);
  }

  #drawGround() {
    const { baseTiles, rasterTemplate } = this.dataset;
    this.ground?.remove();
    this.ground = rasterTemplate ? rasterLayer(rasterTemplate) : baseMapLayer(baseTiles, isDark());
    this.ground.addTo(this.map);
  }

  #restyle() {
    this.#drawGround();
    this.map.eachLayer((layer) => layer !== this.ground && layer.restyle?.());
  }
}

customElements.define("walk-map", WalkMap);
