// The map of the report: a pin fixed in its middle, the device's circle, letters of what stands there.

import { baseMapLayer, rasterLayer } from "./base-map.js";
import { CameraLayer } from "./camera-layer.js";
import { nextTask } from "./next-task.js";
import { isDark, onThemeChange } from "./theme.js";
import { writePosition } from "./view-address.js";

const { L } = window;

export const EXACT_ZOOM = 17; // from here on a fingertip covers no more than a front door
const NEAR_ZOOM = 19;
const TOWN_ZOOM = 16; // a town begins where its streets bear their names
const ROOM = 40; // metres left around the letters
const BESIDE = [-6, 34]; // CSS pixels: a letter leaves the camera it is for in sight
const LETTER_WIDTH = 28; // CSS pixels
const SAME_PLACE = 3; // metres: nearer letters stand in a row
const MOVED = 1; // CSS pixels; less is rounding, not pointing
const WHOLE_WORLD = "-170,-55,170,70";

export class ReportMap {
  /** `frame` holds Leaflet's `map`; `onMove` is told where the pin stands when somebody moved it. */
  constructor(map, frame, onMove) {
    Object.assign(this, { map, frame, onMove });
    const container = map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", "Map. Arrow keys move it under the pin, plus and minus zoom.");
    Object.assign(map.options, { touchZoom: "center", scrollWheelZoom: "center", doubleClickZoom: "center" });
    map.zoomControl?.remove();
    this.cameras = new CameraLayer(frame.dataset.cameraTiles);
    this.letters = L.layerGroup().addTo(map);
    this.#join();
    this.#draw();
  }

  /** Piece by piece, so that the page answers its reader in between. */
  async #draw() {
    await nextTask();
    this.cameras.addTo(this.map);
    await nextTask();
    this.#drawGround();
  }

  #join() {
    onThemeChange(() => {
      this.#drawGround();
      this.cameras.restyle();
    });
    this.map.on("click", ({ latlng }) => this.isLocked || this.map.panTo(latlng));
    this.map.on("moveend", () => this.#moved());
    this.frame.querySelector("[data-zoom-in]").addEventListener("click", () => this.map.zoomIn());
    this.frame.querySelector("[data-zoom-out]").addEventListener("click", () => this.map.zoomOut());
    new ResizeObserver(() => this.#resized()).observe(this.frame);
  }

  get zoom() {
    return this.map.getZoom();
  }

  get position() {
    const { lat, lng } = this.map.getCenter().wrap();
    return { lat, lon: lng };
  }

  /** Put the pin somewhere; nobody is told. */
  show({ lat, lon }, zoom = NEAR_ZOOM) {
    this.taken = L.latLng(lat, lon);
    this.map.setView(this.taken, zoom, { animate: false });
  }

  /** Begin where the ground does, or with the world. */
  showStart() {
    const { start } = this.frame.dataset;
    const [west, south, east, north] = (start || WHOLE_WORLD).split(",").map(Number);
    this.map.fitBounds([[south, west], [north, east]], { animate: false });
    const zoom = start ? Math.max(this.zoom, TOWN_ZOOM) : this.zoom;
    const { lat, lng } = this.map.getCenter();
    this.show({ lat, lon: lng }, zoom);
  }

  /** The hash by which the big map shows the same. */
  get address() {
    const { lat, lon } = this.position;
    return writePosition({ zoom: this.zoom, lat, lon });
  }

  comeNearer() {
    this.show(this.position, EXACT_ZOOM + 1);
  }

  /** Hold the map still under the pin, or let it go. */
  lock(isLocked) {
    this.isLocked = isLocked;
    for (const way of ["dragging", "keyboard"]) this.map[way]?.[isLocked ? "disable" : "enable"]();
    this.frame.toggleAttribute("data-locked", isLocked);
  }

  /** The circle within which the device is. */
  markDevice({ lat, lon, accuracy }) {
    this.device?.remove();
    const style = { radius: accuracy, className: "my-position", interactive: false };
    this.device = L.circle([lat, lon], style).addTo(this.map);
  }

  /** Write a letter where each of some cameras stands; none takes them away. */
  markLetters(places) {
    this.letters.clearLayers();
    for (const [index, { lat, lon, letter }] of places.entries()) {
      const isBeside = (other) => this.map.distance([other.lat, other.lon], [lat, lon]) < SAME_PLACE;
      const before = places.slice(0, index).filter(isBeside).length;
      const icon = L.divIcon({
        className: "report-map__letter",
        html: letter,
        iconSize: [LETTER_WIDTH, LETTER_WIDTH],
        iconAnchor: [BESIDE[0] - before * LETTER_WIDTH, BESIDE[1]],
      });
      L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(this.letters);
    }
    if (places.length) this.#fit(places);
  }

  /** Show the cameras as they are stored now. */
  refetch() {
    this.cameras.refetch();
  }

  #fit(places) {
    const far = Math.max(...places.map(({ lat, lon }) => this.map.distance(this.taken, [lat, lon])));
    const bounds = this.taken.toBounds(2 * far + ROOM);
    this.show({ lat: this.taken.lat, lon: this.taken.lng }, Math.min(20, this.map.getBoundsZoom(bounds)));
  }

  /** Another size of the frame is no movement: what stood under the pin stays there. */
  #resized() {
    this.isResizing = true;
    this.map.invalidateSize({ animate: false, pan: false });
    if (this.taken) this.map.setView(this.taken, this.zoom, { animate: false });
    this.isResizing = false;
  }

  #moved() {
    const centre = this.map.getCenter();
    if (!this.taken || this.isLocked || this.isResizing) return;
    const [here, before] = [centre, this.taken].map((place) => this.map.latLngToContainerPoint(place));
    if (here.distanceTo(before) >= MOVED) {
      this.taken = centre;
      this.onMove(this.position);
    }
  }

  #drawGround() {
    const { baseTiles, attribution, rasterTemplate, rasterAttribution } = this.frame.dataset;
    this.ground?.remove();
    this.ground = rasterTemplate
      ? rasterLayer(rasterTemplate, this.#credits(`Outside map: ${rasterAttribution}`))
      : baseMapLayer(baseTiles, isDark(), this.#credits(attribution));
    this.ground.addTo(this.map);
  }

  #credits(attribution) {
    const link = document.createElement("a");
    link.href = this.frame.dataset.about;
    link.textContent = attribution || "Data and licences";
    return link.outerHTML;
  }
}
