// <camera-map>: the map itself. Joins django-leaflet's map, the base map, the cameras, the address.

import { announce, listen } from "./announce.js";
import { baseMapLayer, rasterLayer } from "./base-map.js";
import { CameraLayer } from "./camera-layer.js";
import { nextTask } from "./next-task.js";
import { SurveyLayer } from "./survey-layer.js";
import { lastLook } from "./survey-words.js";
import { isDark, onThemeChange } from "./theme.js";
import {
  boxOf,
  readPosition,
  readSelection,
  replaceAddress,
  showsSurveys,
  showsViews,
  writePosition,
} from "./view-address.js";

const { L } = window;

if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
  L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
}

const WORLD = { lat: 25, lon: 0, zoom: 2 };
const NEAR_ZOOM = 18;
const FIRST_SINGLE_ZOOM = 15; // from here on cameras are drawn one by one
const TOWN_ZOOM = 13; // what fits the screen here is a town
const HIDDEN_BELOW = 48; // CSS pixels above the card that count as hidden by it
const TOUCHED = 10; // CSS pixels around a fingertip's middle
const SAFE_SIDE = [16, 16]; // CSS pixels kept free around a box that is fitted

class CameraMap extends HTMLElement {
  connectedCallback() {
    window.addEventListener("map:init", (event) => this.#begin(event.detail.map), { once: true });
  }

  async #begin(map) {
    this.map = map;
    map.zoomControl?.remove(); // our own buttons are larger
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom.");
    await nextTask();
    this.viewsShown = showsViews(window.location.hash);
    this.#showStart();
    this.#joinMap();
    this.#addCameras();
    this.#joinPage();
    this.#viewChanged();
    await nextTask();
    this.#drawGround();
    this.#addSurveys();
    this.#showViews();
  }

  #showStart() {
    const position = readPosition(window.location.hash);
    if (position) this.#goTo(position);
    else if (this.dataset.start) this.#showGround(this.dataset.start);
    else this.#goTo(WORLD);
  }

  /** Show all of a ground; of a town that would show counts alone, its middle with its cameras. */
  #showGround(box) {
    this.#goTo({ box });
    const zoom = this.map.getZoom();
    if (zoom < TOWN_ZOOM || zoom >= FIRST_SINGLE_ZOOM) return;
    this.map.setZoom(FIRST_SINGLE_ZOOM, { animate: false });
  }

  #goTo({ box, lat, lon, zoom }) {
    if (!box) return this.map.setView([lat, lon], zoom ?? NEAR_ZOOM, { animate: false });
    const [west, south, east, north] = box.split(",").map(Number);
    const options = { padding: SAFE_SIDE, maxZoom: NEAR_ZOOM, animate: false };
    const unrolled = west > east ? east + 360 : east;
    return this.map.fitBounds([[south, west], [north, unrolled]], options);
  }

  #addCameras() {
    this.cameras = new CameraLayer(this.dataset.cameraTiles);
    this.cameras.tiles.select(readSelection(window.location.search));
    this.cameras.addTo(this.map);
  }

  #addSurveys() {
    this.surveys = new SurveyLayer(this.dataset.surveyTiles);
    this.#showSurveys(showsSurveys(window.location.search));
    listen("surveys:switched", ({ shown }) => this.#showSurveys(shown));
    listen("cameras:stale", () => this.surveys.restyle());
    onThemeChange(() => this.surveys.restyle());
  }

  #showSurveys(shown) {
    if (shown) this.surveys.addTo(this.map);
    else this.surveys.remove();
  }

  async #showViews() {
    if (this.viewsShown) this.seen ??= await this.#seenLayers();
    if (this.viewsShown) this.seen?.addTo(this.map);
    else this.seen?.remove();
    this.cameras.pointOutBelow((this.viewsShown && this.seen?.viewsFrom) || Infinity);
  }

  /** Most readers never ask what cameras see: what draws that is fetched for those who do. */
  async #seenLayers() {
    try {
      const { SeenLayers } = await import("./seen-layers.js");
      return new SeenLayers(this.dataset);
    } catch {
      announce("connection:lost");
      return null;
    }
  }

  #switchViews(shown) {
    if (shown === this.viewsShown) return;
    this.viewsShown = shown;
    this.#writeAddress();
    this.#showViews();
  }

  #drawGround() {
    const { baseTiles, rasterTemplate } = this.dataset;
    this.ground?.remove();
    this.ground = rasterTemplate
      ? rasterLayer(rasterTemplate)
      : baseMapLayer(baseTiles, isDark());
    this.ground.addTo(this.map);
  }

  #joinMap() {
    this.map.on("moveend", () => this.#viewChanged());
    this.map.on("click", (event) => this.#pointedAt(event));
    this.map.on("mousemove", (event) => {
      const over = this.cameras.at(event.containerPoint) ? "pointer" : "";
      this.map.getContainer().style.cursor = over;
    });
  }

  #joinPage() {
    listen("view:wanted", (wanted) => this.#goTo(wanted));
    listen("selection:changed", ({ query }) => this.cameras.select(query));
    listen("camera:shown", (camera) => {
      this.cameras.choose(camera.id);
      if (camera.id !== null) this.#keepInSight(camera);
    });
    listen("views:switched", ({ shown }) => this.#switchViews(shown));
    listen("cameras:stale", () => {
      this.#drawGround();
      this.cameras.refetch();
      this.seen?.restyle();
    });
    onThemeChange(() => {
      this.#drawGround();
      this.cameras.restyle();
      this.seen?.restyle();
    });
    window.addEventListener("hashchange", () => {
      const { hash } = window.location;
      const position = readPosition(hash);
      if (!position) return;
      announce("views:switched", { shown: showsViews(hash) });
      this.#goTo(position);
    });
    new ResizeObserver(() => this.map.invalidateSize({ pan: false })).observe(this);
  }

  #viewChanged() {
    const { lat, lng } = this.map.getCenter().wrap();
    const zoom = this.map.getZoom();
    this.#writeAddress();
    announce("view:changed", { box: boxOf(this.map.getBounds()), zoom, lat, lon: lng });
  }

  #writeAddress() {
    const { lat, lng: lon } = this.map.getCenter().wrap();
    const zoom = this.map.getZoom();
    replaceAddress({ hash: writePosition({ zoom, lat, lon, views: this.viewsShown }) });
  }

  #pointedAt({ containerPoint, originalEvent: { clientX: x, clientY: y } }) {
    const found = this.cameras.at(containerPoint);
    if (found?.type === "count") this.#zoomInto(found.items[0]);
    else announce("cameras:chosen", found ?? { type: "nothing", items: [] });
    const stretch = (!found && this.seen?.wordsAt({ x, y })) || "";
    announce("stretch:told", { text: stretch });
    this.pointed = {};
    if (!found && !stretch) this.#tellLook(containerPoint);
  }

  /** Say in words when somebody looked at a place where the map shows that. */
  async #tellLook({ x, y }) {
    if (!this.map.hasLayer(this.surveys)) return;
    const { pointed } = this;
    const corners = [[x - TOUCHED, y - TOUCHED], [x + TOUCHED, y + TOUCHED]];
    const bounds = corners.map((corner) => this.map.containerPointToLatLng(corner));
    const text = await lastLook(boxOf(L.latLngBounds(bounds)));
    // An answer that comes when she points at something else already is about nothing any more.
    if (text && pointed === this.pointed) announce("stretch:told", { text });
  }

  #zoomInto(group) {
    const zoom = Math.min(this.map.getZoom() + 2, this.map.getMaxZoom());
    this.map.setView(this.#placeOf(group), zoom);
  }

  /** Where something stands: lists know degrees, tiles parts of the world. */
  #placeOf({ lat, lon, worldX, worldY }) {
    if (lat !== undefined) return L.latLng(lat, lon);
    const scale = this.map.options.crs.scale(0);
    return this.map.unproject(L.point(worldX * scale, worldY * scale), 0);
  }

  /** Move the map where the card, a sheet on the phone, would lie on the camera it speaks of. */
  #keepInSight(camera) {
    const frame = this.getBoundingClientRect();
    const card = document.querySelector("camera-card section").getBoundingClientRect();
    if (card.width < frame.width) return;
    const free = card.top - frame.top;
    const { y } = this.map.latLngToContainerPoint(this.#placeOf(camera));
    if (y > free - HIDDEN_BELOW) this.map.panBy([0, y - free / 2]);
  }
}

customElements.define("camera-map", CameraMap);
