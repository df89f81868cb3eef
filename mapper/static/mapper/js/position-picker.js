// <position-picker>: point at a place on a small map, or take the device's; fills the form's fields.

import { baseMapLayer, rasterLayer } from "./base-map.js";
import { CameraLayer } from "./camera-layer.js";
import { isDark, onThemeChange } from "./theme.js";

const NEAR_ZOOM = 18;
const EXACT_ZOOM = 17; // from here on a fingertip covers no more than a front door
const TOWN_ZOOM = 16; // a town begins where its streets bear their names
const DECIMALS = 6; // a decimetre
const PATIENCE = 15_000; // milliseconds
const MOVED = 1; // CSS pixels; less is rounding, not pointing
const REFUSED = "Your device did not tell its position. Point at the place on the map, or type it.";

class PositionPicker extends HTMLElement {
  connectedCallback() {
    this.latitude = document.getElementById(this.dataset.latitude);
    this.longitude = document.getElementById(this.dataset.longitude);
    this.both = document.getElementById(this.dataset.both);
    window.addEventListener("map:init", (event) => this.#begin(event.detail.map), { once: true });
  }

  #begin(map) {
    this.map = map;
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom.");
    this.#showStart();
    this.#drawGround();
    new CameraLayer(this.dataset.cameraTiles).addTo(map);
    onThemeChange(() => this.#drawGround());
    map.on("click", ({ latlng }) => map.panTo(latlng));
    map.on("moveend", () => this.#take());
    for (const field of [this.latitude, this.longitude]) {
      field.addEventListener("change", () => this.#showTyped());
    }
    this.querySelector("[data-locate]").addEventListener("click", () => this.#locate());
  }

  #showStart() {
    this.#showTyped();
    if (this.taken) return;
    const [west, south, east, north] = (this.dataset.start || "-170,-55,170,70").split(",").map(Number);
    this.map.fitBounds([[south, west], [north, east]], { animate: false });
    if (this.dataset.start) this.map.setZoom(Math.max(this.map.getZoom(), TOWN_ZOOM), { animate: false });
    this.taken = this.map.getCenter();
  }

  /** Move to what stands in the fields, where that is a position. */
  #showTyped() {
    const [lat, lon] = [this.latitude, this.longitude].map(({ value }) => Number.parseFloat(value.replace(",", ".")));
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return;
    this.taken = window.L.latLng(lat, lon);
    this.map.setView(this.taken, NEAR_ZOOM, { animate: false });
  }

  #drawGround() {
    const { baseTiles, attribution, rasterTemplate, rasterAttribution } = this.dataset;
    this.ground?.remove();
    this.ground = rasterTemplate
      ? rasterLayer(rasterTemplate, this.#credits(`Outside map: ${rasterAttribution}`))
      : baseMapLayer(baseTiles, isDark(), this.#credits(attribution));
    this.ground.addTo(this.map);
  }

  #credits(attribution) {
    const link = document.createElement("a");
    link.href = this.dataset.about;
    link.textContent = attribution || "Data and licences";
    return link.outerHTML;
  }

  /** Write the middle of the map into the fields, once it was moved there. */
  #take() {
    const centre = this.map.getCenter().wrap();
    const [here, before] = [centre, this.taken].map((place) => this.map.latLngToContainerPoint(place));
    if (here.distanceTo(before) < MOVED) return;
    this.taken = centre;
    this.latitude.value = centre.lat.toFixed(DECIMALS);
    this.longitude.value = centre.lng.toFixed(DECIMALS);
    this.both.value = "";
    const rough = this.map.getZoom() < EXACT_ZOOM ? ", roughly. Come nearer for the exact place." : "";
    this.#say(`Taken: ${this.latitude.value}, ${this.longitude.value}${rough}`);
  }

  #locate() {
    if (!navigator.geolocation) return this.#say(REFUSED);
    this.#say("Looking for your position …");
    const options = { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 };
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#showFound(coords),
      () => this.#say(REFUSED),
      options,
    );
  }

  #showFound({ latitude, longitude, accuracy }) {
    const metres = Math.round(accuracy);
    if (metres > Number(this.dataset.maxAccuracy)) {
      this.#say(`Your device knows its position only to within ${metres} metres. Point at the place.`);
      return;
    }
    this.map.setView([latitude, longitude], NEAR_ZOOM, { animate: false });
    this.#say(`You are here, to within ${metres} metres. Move the map to where the camera hangs.`);
  }

  #say(text) {
    this.querySelector("[data-said]").textContent = text;
  }
}

customElements.define("position-picker", PositionPicker);
