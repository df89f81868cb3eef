// <map-buttons>: zoom in, zoom out, and "where am I", large enough for a thumb.

import { announce } from "./announce.js";

const REFUSED = {
  1:
    "Your device does not share its position with this page. You can allow it in the browser’s " +
    "settings, or search for a street.",
  2: "Your device could not find its position. You can search for a street instead.",
  3: "Finding your position took too long. Try again, or search for a street.",
};
const PATIENCE = 15_000; // milliseconds

class MapButtons extends HTMLElement {
  connectedCallback() {
    window.addEventListener("map:init", (event) => this.#join(event.detail.map), { once: true });
  }

  #join(map) {
    this.querySelector("[data-zoom-in]").addEventListener("click", () => map.zoomIn());
    this.querySelector("[data-zoom-out]").addEventListener("click", () => map.zoomOut());
    this.querySelector("[data-locate]").addEventListener("click", () => this.#locate(map));
  }

  #locate(map) {
    if (!navigator.geolocation) return this.#say(REFUSED[2]);
    this.#say("Looking for your position …");
    return navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#show(map, coords),
      ({ code }) => this.#say(REFUSED[code] ?? REFUSED[2]),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  }

  #show(map, { latitude, longitude, accuracy }) {
    this.mark?.remove();
    const style = { radius: accuracy, className: "my-position", interactive: false };
    this.mark = window.L.circle([latitude, longitude], style).addTo(map);
    map.fitBounds(this.mark.getBounds(), { maxZoom: 17 });
    this.#say(`You are here, to within ${Math.round(accuracy)} metres. Only your device knows.`);
  }

  #say(text) {
    announce("map:said", { text });
  }
}

customElements.define("map-buttons", MapButtons);
